using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>
/// The way out of news, opened by the link in the letter. People confirm on the page; a mail program posts its one click here (RFC 8058)
/// and cannot bring a form's token, so the secret in the address is what counts.
/// </summary>
[PrivatePage, IgnoreAntiforgeryToken]
public sealed class StopLettersModel(NewsDesk desk, Actor actor, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public NewsReader? Reader { get; private set; }
    public IReadOnlyList<NewsRefusal> Standing { get; private set; } = [];
    public bool StopsAll => Standing.Any(r => r.ProgrammeId is null);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return Unknown();
        Standing = await desk.StandingAsync(Reader!, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? scope, CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        // The button of a mail program means the list the letter came from: this programme.
        var oneClick = Request.Form["List-Unsubscribe"] == "One-Click";
        await desk.StopAsync(Reader!, !oneClick && scope == "all", language, ct);
        return oneClick ? new OkResult() : Back();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(CancellationToken ct)
    {
        if (!await FindAsync(ct)) return NotFound();
        await desk.TakeBackAsync(Reader!, language, ct);
        return Back();
    }

    private RedirectResult Back() => Redirect(language.To(WrittenLetter.StopPath + Uri.EscapeDataString(Token!)));

    private async Task<bool> FindAsync(CancellationToken ct)
    {
        // The link alone says who acts here.
        actor.Runs("private link");
        Reader = await desk.FindAsync(Token, ct);
        return Reader is not null;
    }

    private PageResult Unknown()
    {
        if (!string.IsNullOrEmpty(Token)) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
