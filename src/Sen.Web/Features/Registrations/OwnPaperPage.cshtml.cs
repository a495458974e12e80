using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>The paper an office asks for before it lets somebody travel: who has a seat where, on one sheet of A4.</summary>
[PrivatePage]
public sealed class OwnPaperPageModel(AppDb db, PrivateLinks links, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public Registration Registration { get; private set; } = null!;
    public Workshop Workshop { get; private set; } = null!;
    public string Name { get; private set; } = "";

    /// <summary>Only a seat is confirmed; whoever has none is sent to the page that says why.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Token)) return LocalRedirect(language.To("/registration"));
        if (await links.FindAsync(Token, ct) is not { } own) return NotFound();
        Workshop = await db.Workshops.AsNoTracking().Include(w => w.Programme!.Organisers).SingleAsync(w => w.Id == own.WorkshopId, ct);
        if (!MayHave(own, Workshop)) return LocalRedirect(language.To("/registration?token=" + Uri.EscapeDataString(Token)));
        Name = await db.Persons.Where(p => p.Id == own.PersonId).Select(p => p.FullName).SingleAsync(ct);
        Registration = own;
        return Page();
    }

    public static bool MayHave(Registration own, Workshop workshop) =>
        own is { State: RegistrationState.Seated or RegistrationState.Recorded, TicketNumber: not null } && workshop.Status != WorkshopStatus.Cancelled;
}
