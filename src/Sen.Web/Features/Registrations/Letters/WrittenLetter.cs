using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>A letter as one reader gets it, to the last sign: the preview shows it and the outbox takes it.</summary>
public sealed record WrittenLetter(string Subject, string Body, string Lang, IReadOnlyList<LetterPlaceholder> Missing)
{
    /// <param name="privatePage">The reader's own link; null before it is made.</param>
    /// <param name="wayOut">Where one click stops letters like this one; null before it is made.</param>
    public static WrittenLetter Of(GroupLetter letter, LetterFacts facts, Addressee person, string? lang = null, string? privatePage = null, string? wayOut = null)
    {
        var l = new Language(letter.LangFor(lang ?? person.Lang));
        var mine = facts with { PrivatePage = privatePage ?? facts.Link(l.Code, "/registration?token=…") };
        var missing = new HashSet<LetterPlaceholder>();
        var subject = LetterText.Write(letter.Subject.In(l.Code).Text, mine, person, l, missing).ReplaceLineEndings(" ").Trim();
        var body = LetterText.Write(letter.Body.In(l.Code).Text, mine, person, l, missing).ReplaceLineEndings("\n").Trim();
        var close = letter.Sort == LetterSort.News
            ? l["Không muốn nhận thư như thế này nữa: ", "To receive no more letters like this: "] + (wayOut ?? facts.Link(l.Code, StopPath + "…"))
            : l["Thư này cần cho hội thảo mà Ông/Bà có tên, nên không có nút thôi nhận.", "This letter is needed for the workshop you are on the list of, so it has no unsubscribe link."];
        return new WrittenLetter(subject, $"{body}\n\n--\n{close}", l.Code, [.. missing]);
    }

    public const string StopPath = "/letters/stop?token=";

    public static bool UsesPrivatePage(GroupLetter letter) => new[] { letter.Subject.Vi, letter.Subject.En, letter.Body.Vi, letter.Body.En }.SelectMany(LetterText.Used).Any(p => p.Vi == "trang_rieng");
}
