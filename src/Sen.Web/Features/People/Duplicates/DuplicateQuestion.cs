using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>By what the two were found.</summary>
public enum FoundBy { Phone, Mail, NameAgency, Succession }

/// <summary>What is asked of the list of proposals; the page and its export ask the same.</summary>
public sealed record DuplicateQuestion(string Text, FoundBy? By, string ProvinceId, Strength From)
{
    public IReadOnlyList<DuplicateSet> Of(IReadOnlyList<DuplicatePair> pairs, IReadOnlySet<Guid>? seen)
    {
        var words = PersonSearch.WordsOf(Text);
        var place = ProvinceId.Split('-') is [_, var code] ? code : null;
        return DuplicateFinder.Sets(pairs.Where(p => p.Strength <= From
            && (seen is null || (seen.Contains(p.A.Id) && seen.Contains(p.B.Id)))
            && (By is not { } by || Is(p, by))
            && (place is null || p.A.Unit.Place == place || p.B.Unit.Place == place)
            && (words.Count == 0 || HasWords(p.A, words) || HasWords(p.B, words))));
    }

    private static bool Is(DuplicatePair pair, FoundBy by) => by switch
    {
        FoundBy.Phone => pair.Has(ReasonKind.SamePhone),
        FoundBy.Mail => pair.Has(ReasonKind.SameMail) || pair.Has(ReasonKind.SameMailName),
        FoundBy.Succession => pair.Has(ReasonKind.Succession),
        _ => pair.Has(ReasonKind.SameAgency) || pair.Has(ReasonKind.Succession),
    };

    private static bool HasWords(PersonFacts p, IReadOnlyList<string> words)
    {
        var key = " " + PersonSearch.KeyOf(p.FullName, p.Unit.Name, p.Phone, p.Email);
        return words.All(w => key.Contains(" " + SearchKey.Of(w), StringComparison.Ordinal));
    }
}
