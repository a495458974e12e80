using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Settings;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>The letter as one recipient gets it, to the last sign; one after another, or found by name.</summary>
public sealed class LetterPreviewModel(AppDb db, WorkshopDesk workshops, LetterDesk desk, SiteAddress site) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public GroupLetter Letter { get; private set; } = null!;
    public IReadOnlyList<ReviewedLetter> People { get; private set; } = [];
    public ReviewedLetter? Shown { get; private set; }
    /// <summary>The same person's letter in the other language, where it is written in it.</summary>
    public WrittenLetter? Other { get; private set; }
    public int Place { get; private set; }
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, Guid id, Guid? person, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop || await desk.FindAsync(workshop.Id, id, ct) is not { MayBeEdited: true } letter) return NotFound();
        (Workshop, Letter) = (workshop, letter);
        var review = await LetterReview.OfAsync(db, site, letter, ct);
        var words = SearchKey.Of(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        People = [.. review.People.Where(p => words.All(w => SearchKey.Of($"{p.Person.FullName} {p.Person.Address}").Contains(w, StringComparison.Ordinal)))];
        if (People.Count == 0) return Page();
        Place = Math.Max(0, People.ToList().FindIndex(p => p.Person.RegistrationId == person));
        Shown = People[Place];
        var other = Shown.Letter.Lang == "vi" ? "en" : "vi";
        if (letter.LangFor(other) == other) Other = WrittenLetter.Of(letter, review.Facts, Shown.Person, other);
        return Page();
    }
}
