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

    /// <summary>Two rows to be made one, or two again: nobody writes them or points at them meanwhile.</summary>
    public static async Task LockPersonsAsync(this AppDb db, IEnumerable<Guid> persons, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A lock outlives its statement only inside a transaction.");
        if (!db.Database.IsNpgsql()) return;
        foreach (var id in persons.Distinct().Order()) await db.Database.ExecuteSqlAsync($"select 1 from persons where id = {id} for update", ct);
    }

    public static async Task LockAgenciesAsync(this AppDb db, IEnumerable<Guid> agencies, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A lock outlives its statement only inside a transaction.");
        if (!db.Database.IsNpgsql()) return;
        foreach (var id in agencies.Distinct().Order()) await db.Database.ExecuteSqlAsync($"select 1 from agencies where id = {id} for update", ct);
    }

    /// <summary>Holds agencies against a merge until this transaction's end, and says for hidden ones which stands by then.</summary>
    public static async Task<Dictionary<Guid, Guid>> LockStandingAgenciesAsync(this AppDb db, List<Guid> agencies, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null && db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"select 1 from agencies where id = any({agencies}) order by id for key share", ct);
        // Columns and not rows: a row read before the lock would be taken for the one of now.
        return await db.Agencies.IgnoreQueryFilters().Where(a => agencies.Contains(a.Id) && a.MergedIntoId != null).Select(a => new { a.Id, Standing = a.MergedIntoId!.Value }).ToDictionaryAsync(a => a.Id, a => a.Standing, ct);
    }

    /// <summary>The agencies of persons who are to be merged: a merge of agencies locks them before it writes its people.</summary>
    public static async Task LockAgenciesOfAsync(this AppDb db, List<Guid> persons, CancellationToken ct)
    {
        if (db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"select 1 from agencies where id in (select agency_id from persons where id = any({persons})) order by id for key share", ct);
    }

    /// <summary>A letter may be going out: whether it was sent is read after this.</summary>
    public static async Task LockInvitationsAsync(this AppDb db, List<Guid> agencies, CancellationToken ct)
    {
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"select 1 from invitations where agency_id = any({agencies}) order by id for update", ct);
    }

    /// <summary>The same for all whom a list may name, before it is matched to them.</summary>
    public static async Task LockKnownAsync(this AppDb db, List<string> phones, List<string> emails, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null && db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"select 1 from persons where phone = any({phones}) or email = any({emails}) or also_known_as <> '' order by id for key share", ct);
    }

    /// <summary>Holds a person against a merge until this transaction's end, and says which row stands by then.</summary>
    public static async Task<Guid?> LockStandingAsync(this AppDb db, Guid person, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null && db.Database.IsNpgsql())
            await db.Database.ExecuteSqlAsync($"select 1 from persons where id = {person} for key share", ct);
        var row = await db.Persons.Where(p => p.Id == person).Select(p => new { p.MergedIntoId }).FirstOrDefaultAsync(ct);
        return row is null ? null : row.MergedIntoId ?? person;
    }
}
