using Microsoft.EntityFrameworkCore;

namespace Sen.Web.Data;

/// <summary>Locks for what is scarce. SQLite's write transaction already excludes every other writer; PostgreSQL locks the row.</summary>
public static class RowLocks
{
    public static async Task LockWorkshopAsync(this AppDb db, Guid workshopId, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A lock outlives its statement only inside a transaction.");
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"select 1 from workshops where id = {workshopId} for update", ct);
    }
}
