using System.Globalization;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>One field of two rows side by side: what each says, which is proposed to stay, and why.</summary>
internal sealed record FieldChoice(PersonField Field, string Mine, string Other, bool IsSame, bool FromOther, string Why)
{
    /// <param name="mineAt">When something was last heard of the first row, so that the newer can be told.</param>
    public static IReadOnlyList<FieldChoice> Of(Person mine, Person other, DateTime mineAt, DateTime otherAt, Func<Person, string> agency, Func<Person, string> province, Language l)
    {
        var choices = new List<FieldChoice>();
        foreach (var field in PersonField.All)
        {
            var (x, y) = (Said(field, mine, agency, province, l), Said(field, other, agency, province, l));
            var same = field.Columns.All(c => (PersonValues.Of(mine)[c] ?? "") == (PersonValues.Of(other)[c] ?? "")) || x == y;
            var (fromOther, why) = same ? (false, "") : Propose(field, x, y, mineAt, otherAt, l);
            choices.Add(new FieldChoice(field, x, y, same, fromOther, why));
        }
        return choices;
    }

    private static (bool FromOther, string Why) Propose(PersonField field, string x, string y, DateTime mineAt, DateTime otherAt, Language l)
    {
        if (x.Length == 0 || y.Length == 0) return (x.Length == 0, l["bên kia chưa ghi", "the other side says nothing"]);
        if (field.Name == "name")
        {
            var (a, b) = (x.Count(c => c > '\u007f'), y.Count(c => c > '\u007f'));
            if (a == 0 != (b == 0)) return (b > 0, l["có đủ dấu", "has its marks"]);
            if (x.Split(' ').Length != y.Split(' ').Length) return (y.Split(' ').Length > x.Split(' ').Length, l["đầy đủ hơn", "is fuller"]);
        }
        return (otherAt > mineAt, l["mới hơn, ", "is newer, "] + l.Moment(otherAt > mineAt ? otherAt : mineAt)[..10]);
    }

    private static string Said(PersonField field, Person p, Func<Person, string> agency, Func<Person, string> province, Language l) => field.Name switch
    {
        "name" => p.FullName,
        "honorific" => p.Honorific,
        "title" => p.AcademicTitle,
        "sex" => p.Sex is null ? "" : p.Sex.Words(l),
        "birth" => p.BirthYear?.ToString(CultureInfo.InvariantCulture) ?? "",
        "position" => p.Position,
        "agency" => agency(p),
        "province" => province(p),
        "phone" => p.Phone is { } phone ? new PhoneNumber(phone).Shown : "",
        _ => p.Email ?? "",
    };
}
