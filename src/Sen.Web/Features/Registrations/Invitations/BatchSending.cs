using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>
/// Sends the letters of a batch, a portion at a time: the letters are drawn first, on all cores and outside any transaction; then their
/// rows, links and mails are written together. A portion cut off before its commit leaves nothing, one after it is not found again.
/// </summary>
public sealed class BatchSending(AppDb db, InvitationLinks links, Actor actor, TimeProvider clock) : IJobWork
{
    public const string Name = "invitations";
    /// <summary>About a second's work, so that progress is seen and a writer beside it waits little.</summary>
    private const int Portion = 100;

    public string Kind => Name;

    public async Task<JobStep> StepAsync(Job job, CancellationToken ct)
    {
        var batchId = Guid.Parse(job.Argument);
        var batch = await db.InvitationBatches.FirstOrDefaultAsync(b => b.Id == batchId, ct);
        var due = batch is null ? [] : await Due(batchId).AsNoTracking().OrderBy(i => i.Id).Take(Portion).ToListAsync(ct);
        var mayWrite = batch is not null && await db.Workshops.AnyAsync(w => w.Id == batch.WorkshopId && (w.Status == WorkshopStatus.Published || w.Status == WorkshopStatus.Closed), ct);
        if (batch is null || !mayWrite) return new JobStep(0, 0, Finished: true);
        actor.Because($"Giấy mời {batch.Number}");
        if (due.Count > 0) await SendAsync(batch, due, ct);
        var sent = await db.Invitations.CountAsync(i => i.BatchId == batchId && i.SentAt != null, ct);
        var left = await Due(batchId).CountAsync(ct);
        if (left == 0 && batch.SentAt is null)
        {
            batch.SentAt = clock.UtcNow();
            await db.SaveChangesAsync(ct);
        }
        return new JobStep(sent, sent + left, left == 0);
    }

    /// <summary>Written to, not yet sent. Agencies without an address wait for one, or for a letter on paper.</summary>
    private IQueryable<Invitation> Due(Guid batchId) => db.Invitations.Where(i => i.BatchId == batchId && i.SentAt == null && i.CancelledAt == null && i.Email != "");

    private async Task SendAsync(InvitationBatch batch, List<Invitation> due, CancellationToken ct)
    {
        var made = due.ConvertAll(i => links.Make(i.Id, Language.Vietnamese));
        var files = new byte[due.Count][];
        Parallel.For(0, due.Count, new ParallelOptions { CancellationToken = ct }, n => files[n] = LetterPdf.Of(new LetterText(batch, due[n]), made[n].Link));
        using var turn = await db.TurnAsync(ct);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        var now = clock.UtcNow();
        var ids = due.ConvertAll(i => i.Id);
        var rows = await db.Invitations.Where(i => ids.Contains(i.Id) && i.SentAt == null && i.CancelledAt == null).ToDictionaryAsync(i => i.Id, ct);
        for (var n = 0; n < due.Count; n++)
        {
            if (!rows.TryGetValue(due[n].Id, out var row)) continue;
            (row.SentAt, row.MailKey) = (now, $"invitation:{row.Id}");
            db.InvitationLinks.Add(made[n].Row);
            InvitationMails.Letter(db, new LetterText(batch, row), made[n].Link, files[n], row.MailKey);
        }
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
    }
}
