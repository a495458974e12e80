using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>By what the two were found.</summary>
public enum AgencyFoundBy { Body, Name, Mail }

public enum AgencyPairOrder { Strength, Name, Province }

/// <summary>What is asked of the list of proposed agencies; the page and its export ask the same.</summary>
public sealed record AgencyPairQuestion(string Text, AgencyFoundBy? By, string ProvinceId, Strength From, AgencyPairOrder Order)
{
    public IReadOnlyList<AgencySet> Of(IReadOnlyList<AgencyPair> pairs)
    {
        var words = SearchKey.Of(Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => " " + w).ToList();
        var place = ProvinceId.Split('-') is [_, var code] ? code : null;
        var sets = AgencyFinder.Sets(pairs.Where(p => p.Strength <= From
            && (By is not { } by || Is(p, by))
            && (place is null || p.A.Place == place || p.B.Place == place)
            && words.TrueForAll(w => Has(p.A, w) || Has(p.B, w))));
        return Order switch
        {
            AgencyPairOrder.Name => [.. sets.OrderBy(s => SortKey.Of(s.Agencies[0].Name), StringComparer.Ordinal)],
            AgencyPairOrder.Province => [.. sets.OrderBy(s => s.Agencies[0].Place ?? "~", StringComparer.Ordinal).ThenBy(s => SortKey.Of(s.Agencies[0].Name), StringComparer.Ordinal)],
            _ => sets,
        };
    }

    private static bool Is(AgencyPair pair, AgencyFoundBy by) => by switch
    {
        AgencyFoundBy.Body => pair.Has(AgencyReasonKind.SameBody),
        AgencyFoundBy.Mail => pair.Has(AgencyReasonKind.SameMail),
        _ => pair.Reasons.Any(r => r.Speaks && r.Kind is AgencyReasonKind.SameName or AgencyReasonKind.MarksLost or AgencyReasonKind.OtherOrder or AgencyReasonKind.Abbreviated or AgencyReasonKind.Slip or AgencyReasonKind.LegalForm or AgencyReasonKind.SameEnglish),
    };

    private static bool Has(AgencyFacts a, string word) => (" " + SearchKey.Of($"{a.Name} {a.NameEn} {a.KindId} {string.Join(' ', a.Mails)}")).Contains(word, StringComparison.Ordinal);
}
