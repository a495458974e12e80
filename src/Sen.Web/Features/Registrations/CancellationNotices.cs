using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations;

/// <summary>
/// The one letter that says a workshop is cancelled. It waits a while in the outbox, so that a cancellation by mistake can be taken back
/// before anybody has been told; from the first letter on it cannot.
/// </summary>
public sealed class CancellationNotices(AppDb db, OwnCalendar calendar, TimeProvider clock)
{
    public static readonly TimeSpan TimeToThink = TimeSpan.FromMinutes(15);

    private static string KeyOf(Guid workshopId) => $"cancelled:{workshopId}:";

    public async Task PrepareAsync(Workshop workshop, CancellationToken ct)
    {
        var people = await db.Registrations.AsNoTracking()
            .Where(r => r.WorkshopId == workshop.Id && (r.State == RegistrationState.AwaitingApproval || r.State == RegistrationState.Held || r.State == RegistrationState.Seated || r.State == RegistrationState.Waiting || r.State == RegistrationState.Offered))
            .Join(db.Persons.AsNoTracking(), r => r.PersonId, p => p.Id, (r, p) => new { r, p }).Where(x => x.r.Email != null || x.p.Email != null).ToListAsync(ct);
        foreach (var x in people)
        {
            var l = new Language(x.r.Lang);
            var file = x.r.State == RegistrationState.Seated ? await calendar.AttachAsync(l, ct, x.r) : null;
            Outbox.Add(db, new OutboxMessage
            {
                Key = KeyOf(workshop.Id) + x.r.Id,
                To = (x.r.Email ?? x.p.Email)!,
                ToName = x.p.FullName,
                Lang = l.Code,
                Subject = l["Hủy: ", "Cancelled: "] + l.Plain(workshop.Title),
                Body = RegistrationLetter.Body(l, x.p, workshop, l["Rất tiếc, hội thảo dưới đây không tổ chức. Ông/Bà không cần làm gì thêm.", "We regret that the workshop below will not take place. You need not do anything."], null),
                Attachments = file is null ? [] : [file],
            });
        }
        // An agency that was invited makes plans too, unless it has said no.
        foreach (var i in await db.Invitations.AsNoTracking().Where(i => i.WorkshopId == workshop.Id && i.SentAt != null && i.CancelledAt == null && i.Email != "" && i.Answer != InvitationAnswer.Declined).ToListAsync(ct))
        {
            var l = new Language();
            Outbox.Add(db, KeyOf(workshop.Id) + i.Id, i.Email, i.AgencyName.Vi, l.Code, "Hủy: " + l.Plain(workshop.Title),
                $"Kính gửi {i.AgencyName.Vi},\n\nRất tiếc, hội thảo {l.Plain(workshop.Title)} ({l.Dates(workshop.StartsOn, workshop.EndsOn)}) không tổ chức. Quý cơ quan không cần làm gì thêm; người đã được đề cử cũng được báo.\n\nTrân trọng,\nBan tổ chức");
        }
        await db.SaveChangesAsync(ct);
        var (key, at) = (KeyOf(workshop.Id), clock.UtcNow() + TimeToThink);
        await db.OutboxMessages.Where(m => m.Key.StartsWith(key) && m.SentAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAttemptAt, at), ct);
    }

    /// <summary>When the letters go out; null where there are none or the time has passed.</summary>
    public async Task<DateTime?> GoOutAtAsync(Guid workshopId, CancellationToken ct)
    {
        var (key, now) = (KeyOf(workshopId), clock.UtcNow());
        return await db.OutboxMessages.Where(m => m.Key.StartsWith(key) && m.SentAt == null && m.Attempts == 0 && m.NextAttemptAt > now).MinAsync(m => (DateTime?)m.NextAttemptAt, ct);
    }

    /// <summary>A letter that was sent, tried, or whose time has come, counts as out: without a mail server the tray is where it is read.</summary>
    public Task<bool> AnyIsOutAsync(Guid workshopId, CancellationToken ct)
    {
        var (key, now) = (KeyOf(workshopId), clock.UtcNow());
        return db.OutboxMessages.AnyAsync(m => m.Key.StartsWith(key) && (m.SentAt != null || m.Attempts > 0 || m.NextAttemptAt <= now), ct);
    }

    /// <summary>Letters not yet taken by any node go away; one that was taken a moment ago stops the return.</summary>
    public async Task TakeBackAsync(Guid workshopId, CancellationToken ct)
    {
        var (key, now) = (KeyOf(workshopId), clock.UtcNow());
        await db.OutboxMessages.Where(m => m.Key.StartsWith(key) && m.SentAt == null && m.Attempts == 0 && m.NextAttemptAt > now).ExecuteDeleteAsync(ct);
        if (await db.OutboxMessages.AnyAsync(m => m.Key.StartsWith(key), ct)) throw new InvalidOperationException("A notice of cancellation has just gone out.");
    }
}
