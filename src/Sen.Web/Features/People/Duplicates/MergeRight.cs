using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>
/// Who may make two rows one. A merge moves registrations, so it takes the right to organise every workshop of either: whoever sees two
/// persons in their own workshop cannot reach into others' by merging them.
/// </summary>
public sealed class MergeRight(AppDb db, Access access)
{
    public async Task<bool> MaySeeAsync(Guid a, Guid b, CancellationToken ct) =>
        await db.Persons.Where(p => p.Id == a || p.Id == b).SeenBy(db, access.Standing!).CountAsync(ct) == (a == b ? 1 : 2);

    public async Task<bool> MayMergeAsync(Guid a, Guid b, CancellationToken ct)
    {
        if (access.IsAdministrator) return true;
        if (!await MaySeeAsync(a, b, ct)) return false;
        var all = await db.Registrations.CountAsync(r => r.PersonId == a || r.PersonId == b, ct);
        return all == await db.RegistrationsOf(access.Standing!).CountAsync(r => r.PersonId == a || r.PersonId == b, ct);
    }

    /// <summary>The persons they may see, among those proposed; null for everybody.</summary>
    public async Task<IReadOnlySet<Guid>?> SeenAsync(CancellationToken ct) => access.IsAdministrator ? null
        : (await db.Persons.Where(p => p.MergedIntoId == null).SeenBy(db, access.Standing!).Select(p => p.Id).ToListAsync(ct)).ToHashSet();
}
