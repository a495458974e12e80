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

    public IReadOnlyList<MailFile> Files { get; private set; } = [];

    /// <summary>Given up, or refused before it left: nobody has it. What was erased has nowhere to go.</summary>
    public static bool MayTryAgain(OutboxMessage m) => m.SentAt is null && m.State is OutboxState.GivenUp or OutboxState.Bounced && m.To.Contains('@', StringComparison.Ordinal);

    /// <summary>The text cut where links begin and end: every second piece is a link.</summary>
    public IReadOnlyList<string> Pieces { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.OutboxMessages.AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } message) return NotFound();
        Message = message;
        Files = await db.MailAttachments.AsNoTracking().Where(f => f.MessageId == id).OrderBy(f => f.Position).Select(f => new MailFile(f.Position, f.Name, f.ContentType, f.Content.Length)).ToListAsync(ct);
        Pieces = Links().Split(message.Body);
        return Page();
    }

    /// <summary>A file that goes with the mail, as a download: it was made here or uploaded, and is never opened in the page.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, int position, CancellationToken ct)
    {
        if (await db.MailAttachments.AsNoTracking().FirstOrDefaultAsync(f => f.MessageId == id && f.Position == position, ct) is not { } file) return NotFound();
        return File(file.Content, "application/octet-stream", file.Name);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var message = await db.OutboxMessages.FirstOrDefaultAsync(m => m.Id == id, ct);
        if (message is null) return NotFound();
        // What is sent, or on its way, is not sent twice.
        if (!MayTryAgain(message)) return StatusCode(StatusCodes.Status409Conflict);
        (message.Attempts, message.BouncedAt, message.BounceReason) = (0, null, null);
        message.NextAttemptAt = clock.UtcNow();
        db.AuditEntries.Add(new AuditEntry { At = clock.UtcNow(), UserId = actor.UserId, Who = actor.Who, Action = "sent-again", Subject = nameof(OutboxMessage), SubjectId = id.ToString() });
        await db.SaveChangesAsync(ct);
        TempData["Done"] = language["Thư được xếp gửi lại.", "The mail will be tried again."];
        return LocalRedirect(language.To("/mail/" + id));
    }

    public sealed record MailFile(int Position, string Name, string ContentType, int Bytes);

    [GeneratedRegex("(https?://[^\\s]+)")]
    private static partial Regex Links();
}
