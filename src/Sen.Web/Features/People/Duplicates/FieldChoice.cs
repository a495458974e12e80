using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>One field of two rows side by side: what each says, which is proposed to stay, and why.</summary>
public sealed record FieldChoice(RowField Field, string Mine, string Other, bool IsSame, bool FromOther, string Why)
{
    /// <param name="said">What a field of a row says to a reader.</param>
    /// <param name="valuesOf">The columns as they are kept.</param>
    /// <param name="mineAt">When something was last heard of the first row, so that the newer can be told; null where nothing tells.</param>
    public static IReadOnlyList<FieldChoice> Of<TRow>(IEnumerable<RowField> fields, TRow mine, TRow other, Func<RowField, TRow, string> said, Func<TRow, Dictionary<string, string?>> valuesOf, DateTime? mineAt, DateTime? otherAt, Language l)
    {
        var (a, b) = (valuesOf(mine), valuesOf(other));
        return [.. fields.Select(field =>
        {
            var (x, y) = (said(field, mine), said(field, other));
            var same = field.Columns.All(c => (a[c] ?? "") == (b[c] ?? "")) || x == y;
            var (fromOther, why) = same ? (false, "") : Propose(field, x, y, mineAt, otherAt, l);
            return new FieldChoice(field, x, y, same, fromOther, why);
        })];
    }

    private static (bool FromOther, string Why) Propose(RowField field, string x, string y, DateTime? mineAt, DateTime? otherAt, Language l)
    {
        if (x.Length == 0 || y.Length == 0) return (x.Length == 0, l["bên kia chưa ghi", "the other side says nothing"]);
        if (field.Name == "name")
        {
            var (a, b) = (x.Count(c => c > '\u007f'), y.Count(c => c > '\u007f'));
            if (a == 0 != (b == 0)) return (b > 0, l["có đủ dấu", "has its marks"]);
            if (x.Split(' ').Length != y.Split(' ').Length) return (y.Split(' ').Length > x.Split(' ').Length, l["đầy đủ hơn", "is fuller"]);
        }
        return mineAt is { } at && otherAt is { } then ? (then > at, l["mới hơn, ", "is newer, "] + l.Moment(then > at ? then : at)[..10]) : (false, "");
    }
}
