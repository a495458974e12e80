using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Accounts;

public sealed partial class MailPageModel(AppDb db, MailSettings mail, Actor actor, TimeProvider clock, Language language) : PageModel
{
    public OutboxMessage Message { get; private set; } = null!;
    public bool HasServer => mail.IsSet;

    /// <summary>The text cut where links begin and end: every second piece is a link.</summary>
    public IReadOnlyList<string> Pieces { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.OutboxMessages.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } message) return NotFound();
        Message = message;
        Pieces = Links().Split(message.Body);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var message = await db.OutboxMessages.FirstOrDefaultAsync(m => m.Id == id, ct);
        if (message is null) return NotFound();
        // What is sent, or on its way, is not sent twice.
        if (message.State != OutboxState.GivenUp) return StatusCode(StatusCodes.Status409Conflict);
        message.Attempts = 0;
        message.NextAttemptAt = clock.UtcNow();
        db.AuditEntries.Add(new AuditEntry { At = clock.UtcNow(), UserId = actor.UserId, Who = actor.Who, Action = "sent-again", Subject = nameof(OutboxMessage), SubjectId = id.ToString() });
        await db.SaveChangesAsync(ct);
        TempData["Done"] = language["Thư được xếp gửi lại.", "The mail will be tried again."];
        return LocalRedirect(language.To("/mail/" + id));
    }

    [GeneratedRegex("(https?://[^\\s]+)")]
    private static partial Regex Links();
}
