using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;

namespace Sen.Web.Features.Registrations;

/// <summary>What happens next, after the form. It says the same whether the person was registered before or not.</summary>
[ResponseCache(NoStore = true)]
public sealed class SentPageModel(AppDb db) : PageModel
{
    internal const string Mailbox = "sent-to";
    internal const string Until = "sent-until";
    internal const string Outlook = "sent-outlook";

    public Workshop Workshop { get; private set; } = null!;
    public string? To { get; private set; }
    /// <summary>UTC.</summary>
    public DateTime? HeldUntil { get; private set; }
    /// <summary>What anybody could see before sending: «room», «full», «approval».</summary>
    public string Seen { get; private set; } = "room";

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { IsPublic: true } workshop) return NotFound();
        Workshop = workshop;
        To = TempData.Peek(Mailbox) as string;
        Seen = TempData.Peek(Outlook) as string ?? "room";
        // Ticks: a text that looks like a date comes back as one, in the machine's zone.
        if (long.TryParse(TempData.Peek(Until) as string, CultureInfo.InvariantCulture, out var until)) HeldUntil = new DateTime(until, DateTimeKind.Utc);
        return Page();
    }
}
