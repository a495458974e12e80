using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Programmes;

/// <summary>Where an agenda is written. Clashes are warned about, not forbidden: two groups may share a hall.</summary>
public sealed class AgendaDesk(AppDb db)
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
        db.AgendaSessions.Remove(session);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
