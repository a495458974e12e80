using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>Roles held for the agency. Who holds the same for both holds it once, and twice again after an undo.</summary>
public sealed class AgencyRolesFollow(AppDb db, Language language) : IAgencyFollower
{
    /// <param name="Dropped">Held for both: these are not there while the two are one.</param>
    private sealed record Note(List<Guid> Moved, List<Held> Dropped);

    private sealed record Held(Guid Id, Guid UserId, Role Role, ScopeKind Scope, DateTime GrantedAt);

    public string Name => "agency-roles";

    public async Task<FollowLook> LookAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        var grants = await Of(standingId, awayId).AsNoTracking().Join(db.Users, g => g.UserId, u => u.Id, (g, u) => new { g, u.DisplayName }).OrderBy(x => x.DisplayName).ToListAsync(ct);
        return new FollowLook([.. grants.Select(x => new FollowedRecord(x.g.Id, Guid.Parse(x.g.ScopeId), new("Vai trò", "Role"), $"{x.DisplayName} · {x.g.Role.Words(language)}", null, x.g.GrantedAt))], []);
    }

    public Task LockAsync(Guid standingId, Guid awayId, CancellationToken ct) => Task.CompletedTask;

    public async Task<Followed> MoveAsync(Guid standingId, Guid awayId, IReadOnlyDictionary<Guid, Guid> chosen, CancellationToken ct)
    {
        var grants = await Of(standingId, awayId).ToListAsync(ct);
        var note = new Note([], []);
        foreach (var grant in grants.Where(g => g.ScopeId == awayId.ToString()))
        {
            if (grants.Exists(g => g.ScopeId == standingId.ToString() && (g.UserId, g.Role, g.Scope) == (grant.UserId, grant.Role, grant.Scope)))
            {
                note.Dropped.Add(new Held(grant.Id, grant.UserId, grant.Role, grant.Scope, grant.GrantedAt));
                db.RoleGrants.Remove(grant);
                continue;
            }
            note.Moved.Add(grant.Id);
            db.Entry(grant).Property(g => g.ScopeId).CurrentValue = standingId.ToString();
        }
        await db.SaveChangesAsync(ct);
        return new Followed(JsonSerializer.Serialize(note), []);
    }

    public Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(RowMerge merge, string note, CancellationToken ct) => Task.FromResult<IReadOnlyList<FollowedRecord>>([]);

    /// <summary>What was withdrawn since stays withdrawn.</summary>
    public async Task<IReadOnlyList<Bilingual>> BackAsync(RowMerge merge, string note, IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct)
    {
        var did = JsonSerializer.Deserialize<Note>(note) ?? new Note([], []);
        var (away, standing) = (merge.AwayId.ToString(), merge.StandingId.ToString());
        foreach (var grant in await db.RoleGrants.Where(g => did.Moved.Contains(g.Id) && g.ScopeId == standing).ToListAsync(ct)) db.Entry(grant).Property(g => g.ScopeId).CurrentValue = away;
        var still = await db.RoleGrants.AsNoTracking().Where(g => g.ScopeId == standing).Select(g => new { g.UserId, g.Role, g.Scope }).ToListAsync(ct);
        foreach (var held in did.Dropped.Where(h => still.Exists(s => (s.UserId, s.Role, s.Scope) == (h.UserId, h.Role, h.Scope))))
            db.RoleGrants.Add(new RoleGrant { Id = held.Id, UserId = held.UserId, Role = held.Role, Scope = held.Scope, ScopeId = away, GrantedAt = held.GrantedAt });
        await db.SaveChangesAsync(ct);
        return [];
    }

    private IQueryable<RoleGrant> Of(Guid standingId, Guid awayId)
    {
        string[] ids = [standingId.ToString(), awayId.ToString()];
        return db.RoleGrants.Where(g => (g.Scope == ScopeKind.Agency || g.Scope == ScopeKind.Enterprise) && ids.Contains(g.ScopeId));
    }
}
