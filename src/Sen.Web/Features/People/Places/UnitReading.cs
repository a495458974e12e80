using System.Collections.Frozen;

namespace Sen.Web.Features.People.Places;

/// <summary>A unit's name as a person wrote it, taken apart: what kind of agency, of which province, on the day.</summary>
public sealed record UnitReading(string Text, AgencyKind? Kind, bool KindInForce, AgencyKind? SuggestedKind, PlaceFinding Place)
{
    private static readonly FrozenSet<string> EnterpriseWords = new[]
    {
        "cong ty", "cty", "c ty", "tap doan", "nha may", "xi nghiep", "hop tac xa", "htx", "doanh nghiep", "tong cong ty", "co so san xuat", "company",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ResearchWords = new[]
    {
        "vien", "truong dai hoc", "dai hoc", "truong cao dang", "hoc vien", "university", "institute",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> BelowProvince = new[] { "huyen", "quan", "xa", "phuong", "thi" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Kind and validity are sure; the province may still have to come from elsewhere.</summary>
    public bool KindIsCertain => Kind is not null && KindInForce;

    public static UnitReading Read(string text, DateOnly day, Gazetteer gazetteer, AgencyKinds kinds)
    {
        var words = PlaceWords.Of(text);
        var enterprise = StartsWith(words, EnterpriseWords);
        var found = kinds.Find(words);
        if (enterprise && found is { Kind.Id: not ("VNCPC" or "DN") }) found = null;
        if (found is { Kind.Id: "UBND" } committee && committee.End < words.Length && BelowProvince.Contains(words[committee.End])) found = null;

        // «Sở TN&MT, Sở Công Thương Cà Mau»: of two departments nobody knows which is meant.
        if (found is { Kind.IsProvincial: true } one && IsDepartment(one.Kind) && kinds.Find(words.AsSpan(one.End)) is { } two && two.Kind != one.Kind && IsDepartment(two.Kind)) found = null;

        if (found is not { } match)
        {
            var suggested = enterprise ? "DN" : StartsWith(words, ResearchWords) ? "RESEARCH" : null;
            var suggestedKind = suggested is not null && kinds.TryFind(suggested, out var k) ? k : null;
            return new UnitReading(text, null, false, suggestedKind, gazetteer.FindWithin(words, day));
        }

        var place = gazetteer.FindWithin(words.AsSpan(match.End), day);
        if (place.IsNone) place = gazetteer.FindWithin(words.AsSpan(0, match.Start), day);
        var inForce = match.Kind.InForceOn(day);
        return new UnitReading(text, match.Kind, inForce, inForce ? match.Kind : kinds.SuccessorOn(match.Kind, day), place);
    }

    private static bool IsDepartment(AgencyKind kind) => kind.Name.StartsWith("Sở ", StringComparison.Ordinal);

    private static bool StartsWith(string[] words, FrozenSet<string> starts)
    {
        for (var length = Math.Min(4, words.Length); length > 0; length--)
            if (starts.Contains(string.Join(' ', words.AsSpan(0, length)!))) return true;
        return false;
    }
}
