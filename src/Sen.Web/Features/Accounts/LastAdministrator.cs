using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Accounts;

/// <summary>
/// There is always somebody who can let others in. Whoever takes an administrator away holds one row lock until the commit, so two who
/// remove each other at the same moment come one after the other, and the second is told.
/// </summary>
public sealed class LastAdministrator(AppDb db)
{
    private const string LockRow = "administrators";

    /// <summary>Works alike on both engines: the row is written, so it belongs to this transaction until it ends.</summary>
    public async Task LockAsync(CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("A lock outlives its statement only inside a transaction.");
        await db.Database.ExecuteSqlAsync($"insert into settings (name, value) values ({LockRow}, '') on conflict (name) do update set value = ''", ct);
    }

    /// <summary>
    /// Whether an active administrator remains without this one. An invitation not yet taken up is nobody, and a sample account is
    /// nobody beside real ones: it works on this machine only and goes with the sample.
    /// </summary>
    public async Task<bool> AnotherBesideAsync(User user, CancellationToken ct)
    {
        var mayEnter = db.Users.Where(u => u.IsActive && u.EmailConfirmed && db.RoleGrants.Any(g => g.UserId == u.Id && g.Role == Role.Administrator));
        if (!await mayEnter.AnyAsync(u => u.Id == user.Id, ct)) return true;
        return await mayEnter.AnyAsync(u => u.Id != user.Id && (user.IsSample || !u.IsSample), ct);
    }

    public Task<bool> AnyAsync(CancellationToken ct) =>
        db.Users.AnyAsync(u => u.IsActive && u.EmailConfirmed && db.RoleGrants.Any(g => g.UserId == u.Id && g.Role == Role.Administrator), ct);
}
