using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>Where an agenda is written. Clashes are warned about, not forbidden: two groups may share a hall.</summary>
public sealed class AgendaDesk(AppDb db, Actor actor, TimeProvider clock)
{
    public Task<AgendaSession?> FindAsync(string code, Guid id, CancellationToken ct) => db.AgendaSessions.Include(s => s.Speakers)
        .FirstOrDefaultAsync(s => s.Id == id && db.Workshops.Any(w => w.Id == s.WorkshopId && w.Code == code), ct);

    public async Task<AgendaSession> AddAsync(Guid workshopId, Action<AgendaSession> fill, CancellationToken ct)
    {
        var session = new AgendaSession { WorkshopId = workshopId };
        fill(session);
        session.Position = await db.AgendaSessions.Where(s => s.WorkshopId == workshopId).MaxAsync(s => (int?)s.Position, ct) + 1 ?? 1;
        db.AgendaSessions.Add(session);
        await db.SaveChangesAsync(ct);
        return session;
    }

    /// <summary>False where somebody else changed the session since the form was made.</summary>
    public async Task<bool> SaveAsync(AgendaSession session, int formVersion, CancellationToken ct)
    {
        db.Entry(session).Property(s => s.Version).OriginalValue = formVersion;
        db.Entry(session).State = EntityState.Modified;
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    public async Task<bool> RemoveAsync(string code, Guid id, CancellationToken ct)
    {
        if (await FindAsync(code, id, ct) is not { } session) return false;
        // The trail watches sessions by itself, not their speakers; what is removed stands in it whole, or it could not be put back.
        db.AuditEntries.AddRange(session.Speakers.Select(s => new AuditEntry
        {
            At = clock.UtcNow(),
            UserId = actor.UserId,
            Who = actor.Who,
            Why = actor.Why,
            Action = "removed",
            Subject = nameof(SessionSpeaker),
            SubjectId = s.Id.ToString(),
            Changes = RemovedSession.Of(s),
        }));
        db.AgendaSessions.Remove(session);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Puts a removed session back as the trail has it, with its speakers. False where the trail knows none of this workshop.</summary>
    public async Task<bool> PutBackAsync(string code, Guid id, CancellationToken ct)
    {
        if (await FindAsync(code, id, ct) is not null) return true;
        var key = id.ToString();
        var removed = await db.AuditEntries.AsNoTracking().Where(e => e.Action == "removed" && e.Subject == nameof(AgendaSession) && e.SubjectId == key).OrderByDescending(e => e.At).FirstOrDefaultAsync(ct);
        if (removed is null) return false;
        var session = RemovedSession.Read(id, removed.Changes);
        if (!await db.Workshops.AnyAsync(w => w.Id == session.WorkshopId && w.Code == code, ct)) return false;
        if (!await db.Set<CurriculumTopic>().AnyAsync(t => t.Id == session.TopicId, ct)) session.TopicId = null;
        var speakers = await db.AuditEntries.AsNoTracking().Where(e => e.Action == "removed" && e.Subject == nameof(SessionSpeaker) && e.Changes.Contains(key)).ToListAsync(ct);
        // Of several removals the last counts; a speaker put back before has a newer row under the same id.
        foreach (var speaker in speakers.OrderByDescending(e => e.At).DistinctBy(e => e.SubjectId).Where(e => removed.At - e.At < TimeSpan.FromSeconds(2)))
            session.Speakers.Add(RemovedSession.ReadSpeaker(Guid.Parse(speaker.SubjectId), id, speaker.Changes));
        db.AgendaSessions.Add(session);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
