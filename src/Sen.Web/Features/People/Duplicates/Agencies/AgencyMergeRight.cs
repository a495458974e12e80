using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>
/// Who may make two agencies one. A merge moves people, registrations, invitations, limits and roles, so it takes the right to organise
/// every workshop where either has something; where somebody holds a role for one of them only an administrator may, who gives roles.
/// </summary>
public sealed class AgencyMergeRight(AppDb db, Access access)
{
    public async Task<bool> MayMergeAsync(Guid a, Guid b, CancellationToken ct)
    {
        var standing = access.Standing!;
        if (standing.IsAdministrator) return true;
        var (x, y) = (a.ToString(), b.ToString());
        var own = db.WorkshopsOf(standing).Select(w => w.Id);
        var seen = db.Persons.SeenBy(db, standing).Select(p => p.Id);
        return !await db.RoleGrants.AnyAsync(g => (g.Scope == ScopeKind.Agency || g.Scope == ScopeKind.Enterprise) && (g.ScopeId == x || g.ScopeId == y), ct)
            && !await db.Registrations.AnyAsync(r => (r.AgencyId == a || r.AgencyId == b) && !own.Contains(r.WorkshopId), ct)
            && !await db.Invitations.AnyAsync(i => (i.AgencyId == a || i.AgencyId == b) && !own.Contains(i.WorkshopId), ct)
            && !await db.SeatLimits.AnyAsync(l => (l.Agencies.Contains(x) || l.Agencies.Contains(y)) && !own.Contains(l.WorkshopId), ct)
            && !await db.Persons.AnyAsync(p => (p.AgencyId == a || p.AgencyId == b) && p.MergedIntoId == null && !seen.Contains(p.Id), ct);
    }
}
