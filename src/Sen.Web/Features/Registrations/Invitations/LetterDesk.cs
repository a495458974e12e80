using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>Single letters: sent again, to another address, or drawn for paper. Each has a link of its own; earlier ones stay good.</summary>
public sealed class LetterDesk(AppDb db, InvitationLinks links, Actor actor, TimeProvider clock)
{
    /// <summary>Sends the letter by mail, at this address from now on. Pressed twice within a minute it is one mail.</summary>
    public async Task SendAsync(Invitation invitation, string email, string contact, CancellationToken ct)
    {
        var batch = await db.InvitationBatches.AsNoTracking().SingleAsync(b => b.Id == invitation.BatchId, ct);
        var now = clock.UtcNow();
        (invitation.Email, invitation.ContactName) = (email, contact);
        actor.Because($"Giấy mời {batch.Number}, {invitation.AgencyName.Vi}");
        if (invitation.SentAt is not null) db.AuditEntries.Add(new AuditEntry { At = now, UserId = actor.UserId, Who = actor.Who, Action = "sent-again", Subject = nameof(Invitation), SubjectId = invitation.Id.ToString(), Why = actor.Why });
        invitation.MailKey = invitation.SentAt is null ? $"invitation:{invitation.Id}" : $"invitation:{invitation.Id}:{now:yyyyMMddHHmm}:{email}";
        invitation.SentAt ??= now;
        var letter = new LetterText(batch, invitation);
        var link = links.Add(invitation.Id, Language.Vietnamese);
        InvitationMails.Letter(db, letter, link, LetterPdf.Of(letter, link), invitation.MailKey);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The letter for paper, with a link of its own in its QR code; it counts as sent.</summary>
    public async Task<byte[]> DrawAsync(Invitation invitation, CancellationToken ct)
    {
        var batch = await db.InvitationBatches.AsNoTracking().SingleAsync(b => b.Id == invitation.BatchId, ct);
        var link = links.Add(invitation.Id, Language.Vietnamese);
        invitation.SentAt ??= clock.UtcNow();
        await db.SaveChangesAsync(ct);
        return LetterPdf.Of(new LetterText(batch, invitation), link);
    }
}
