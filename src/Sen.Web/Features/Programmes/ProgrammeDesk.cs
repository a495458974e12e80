using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Programmes;

/// <summary>Where programmes are set up and changed.</summary>
public sealed class ProgrammeDesk(AppDb db)
{
    public Task<Programme?> FindAsync(string code, CancellationToken ct) => db.Programmes.AsSplitQuery()
        .Include(p => p.Organisers).Include(p => p.Topics).FirstOrDefaultAsync(p => p.Code == code, ct);

    public Task<bool> CodeIsTakenAsync(string code, CancellationToken ct) => db.Programmes.AnyAsync(p => p.Code == code, ct);

    public async Task AddAsync(Programme programme, CancellationToken ct)
    {
        db.Programmes.Add(programme);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>False where somebody else changed the programme since the form was made.</summary>
    public async Task<bool> SaveAsync(Programme programme, int formVersion, CancellationToken ct)
    {
        db.Entry(programme).Property(p => p.Version).OriginalValue = formVersion;
        db.Entry(programme).State = EntityState.Modified;
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
}
