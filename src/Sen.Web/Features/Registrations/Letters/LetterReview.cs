using Sen.Web.Data;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>One person of a group with the letter as they would get it now.</summary>
public sealed record ReviewedLetter(Addressee Person, WrittenLetter Letter, RecipientState State, string? Failure);

/// <summary>Everything to know of a letter before it leaves: who would get it, in which language, who not and why, what is missing.</summary>
public sealed record LetterReview(LetterFacts Facts, IReadOnlyList<ReviewedLetter> People)
{
    public int Reached => People.Count(p => p.State == RecipientState.Written);

    public IEnumerable<ReviewedLetter> Of(RecipientState state) => People.Where(p => p.State == state);

    /// <summary>Who reads the other language and gets this one all the same.</summary>
    public IEnumerable<ReviewedLetter> InOtherLanguage => People.Where(p => p.State == RecipientState.Written && p.Letter.Lang != p.Person.Lang);

    public IEnumerable<IGrouping<LetterPlaceholder, ReviewedLetter>> Missing => People.Where(p => p.State is RecipientState.Written or RecipientState.ValueMissing)
        .SelectMany(p => p.Letter.Missing.Select(m => (m, p))).GroupBy(x => x.m, x => x.p);

    /// <summary>Answers of servers that may pass: the letter is tried all the same.</summary>
    public IEnumerable<ReviewedLetter> Doubtful => People.Where(p => p.State == RecipientState.Written && p.Failure is not null);

    public static async Task<LetterReview> OfAsync(AppDb db, SiteAddress site, GroupLetter letter, CancellationToken ct)
    {
        var facts = await LetterFacts.OfAsync(db, site, letter.WorkshopId, ct);
        var people = await LetterGroup.PeopleAsync(db, letter, ct);
        var reach = await LetterReach.OfAsync(db, facts.Workshop.ProgrammeId, people, ct);
        return new LetterReview(facts, [.. people.Select(p =>
        {
            var written = WrittenLetter.Of(letter, facts, p);
            return new ReviewedLetter(p, written, reach.Judge(letter, p, written), reach.FailureOf(p)?.Reason);
        })]);
    }
}
