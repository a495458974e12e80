using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>Where roles within a scope are given and taken back. A withdrawn role ends with that person's next click.</summary>
public sealed class RoleDesk(AppDb db, LastAdministrator guard, Actor actor, TimeProvider clock)
{
    /// <summary>False when the person already holds exactly this, or is not there.</summary>
    public async Task<bool> GrantAsync(Guid userId, Role role, ScopeKind scope, string scopeId, string why, CancellationToken ct)
    {
        if (!role.Scopes().Contains(scope)) throw new ArgumentException($"{role} is not held within {scope}.", nameof(scope));
        if (!await db.Users.AnyAsync(u => u.Id == userId, ct)) return false;
        if (await db.RoleGrants.AnyAsync(g => g.UserId == userId && g.Role == role && g.Scope == scope && g.ScopeId == scopeId, ct)) return false;
        actor.Because(why);
        db.RoleGrants.Add(new RoleGrant { UserId = userId, Role = role, Scope = scope, ScopeId = scopeId, GrantedAt = clock.UtcNow() });
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task<AccountChange> RevokeAsync(Guid userId, Guid grantId, string why, CancellationToken ct)
    {
        actor.Because(why);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        await guard.LockAsync(ct);
        var grant = await db.RoleGrants.FirstOrDefaultAsync(g => g.Id == grantId && g.UserId == userId, ct);
        if (grant is null) return AccountChange.NotThere;
        if (grant.Role == Role.Administrator && !await guard.AnotherBesideAsync(await db.Users.SingleAsync(u => u.Id == userId, ct), ct)) return AccountChange.LastAdministrator;
        db.RoleGrants.Remove(grant);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return AccountChange.Done;
    }
}
