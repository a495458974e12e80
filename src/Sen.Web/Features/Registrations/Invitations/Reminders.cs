using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>
/// Reminds silent agencies some days before the deadline, and when the organiser asks for it. For what an agency was reminded last stands on
/// its row and changes together with the mail, so a round that runs three times, or on three nodes, writes once.
/// </summary>
public sealed class Reminders(AppDb db, InvitationLinks links, Actor actor, TimeProvider clock)
{
    private const int AtOnce = 50;

    private sealed record Silent(Guid Id, DateTime? Deadline, DateTime SentAt, int Seats, int Nominated, string Reminded);

    /// <summary>One round over all letters, or over one; returns how many mails it wrote.</summary>
    public async Task<int> RunAsync(Guid? batchId, CancellationToken ct)
    {
        var batches = await db.InvitationBatches.AsNoTracking().Where(b => b.SendingSince != null && (batchId == null || b.Id == batchId)
            && db.Workshops.Any(w => w.Id == b.WorkshopId && (w.Status == WorkshopStatus.Published || w.Status == WorkshopStatus.Closed))).ToListAsync(ct);
        var written = 0;
        foreach (var batch in batches)
        {
            var due = new List<(Silent Who, string What)>();
            foreach (var silent in await SilentAsync(batch, ct))
                if (DueFor(batch, silent) is { } what && silent.Reminded != what) due.Add((silent, what));
            foreach (var some in due.Chunk(AtOnce)) written += await WriteAsync(batch, some, ct);
        }
        return written;
    }

    /// <summary>The organiser asks everybody who is silent now, at most once a day; the round does it, here at once and after a crash by the clock.</summary>
    public async Task<int> AskNowAsync(InvitationBatch batch, CancellationToken ct)
    {
        batch.RemindAskedAt = clock.UtcNow();
        await db.SaveChangesAsync(ct);
        return await RunAsync(batch.Id, ct);
    }

    private async Task<IEnumerable<Silent>> SilentAsync(InvitationBatch batch, CancellationToken ct)
    {
        var now = clock.LocalNow();
        var open = await db.Invitations.AsNoTracking()
            .Where(i => i.BatchId == batch.Id && i.SentAt != null && i.CancelledAt == null && i.Answer == InvitationAnswer.None && i.Email != "" && i.Deadline > now)
            .OrderBy(i => i.Id).Select(i => new Silent(i.Id, i.Deadline, i.SentAt!.Value, i.Seats, db.Registrations.Where(Nominations.Stand).Count(r => r.InvitationId == i.Id), i.Reminded))
            .ToListAsync(ct);
        return open.Where(s => s.Nominated < s.Seats);
    }

    /// <summary>The latest reason that has come since the letter went out: a day before the deadline, or the organiser's wish.</summary>
    private string? DueFor(InvitationBatch batch, Silent silent)
    {
        var local = clock.LocalNow();
        var step = batch.Days.Where(d => silent.Deadline!.Value.AddDays(-d) is var at && at <= local && WallClock.Local(silent.SentAt) < at).Order().Select(d => (int?)d).FirstOrDefault();
        (DateTime At, string What)? planned = step is { } days ? (silent.Deadline!.Value.AddDays(-days), string.Create(CultureInfo.InvariantCulture, $"{silent.Deadline:yyyyMMddHHmm}-{days}")) : null;
        (DateTime At, string What)? asked = batch.RemindAskedAt is { } when && silent.SentAt < when ? (WallClock.Local(when), string.Create(CultureInfo.InvariantCulture, $"now-{WallClock.Local(when):yyyyMMdd}")) : null;
        return planned is { } p && (asked is not { } a || a.At < p.At) ? p.What : asked?.What;
    }

    private async Task<int> WriteAsync(InvitationBatch batch, IReadOnlyCollection<(Silent Who, string What)> due, CancellationToken ct)
    {
        using var turn = await db.TurnAsync(ct);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        var (now, written) = (clock.UtcNow(), 0);
        foreach (var (who, what) in due)
        {
            var mine = await db.Invitations.Where(i => i.Id == who.Id && i.Reminded == who.Reminded && i.Answer == InvitationAnswer.None && i.CancelledAt == null)
                .ExecuteUpdateAsync(i => i.SetProperty(x => x.Reminded, what).SetProperty(x => x.Reminders, x => x.Reminders + 1).SetProperty(x => x.RemindedAt, now), ct);
            if (mine == 0) continue;
            var invitation = await db.Invitations.AsNoTracking().SingleAsync(i => i.Id == who.Id, ct);
            InvitationMails.Reminder(db, new LetterText(batch, invitation), links.Add(who.Id, Language.Vietnamese), who.Nominated, $"invitation-reminder:{who.Id}:{what}");
            db.AuditEntries.Add(new AuditEntry { At = now, UserId = actor.UserId, Who = actor.Who, Action = "reminded", Subject = nameof(Invitation), SubjectId = who.Id.ToString(), Why = $"Giấy mời {batch.Number}, {invitation.AgencyName.Vi}" });
            written++;
        }
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return written;
    }
}
