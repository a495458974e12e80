using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Accounts;

/// <summary>What the list of accounts is asked for.</summary>
public sealed record AccountSearch(string? Text, Role? Role, AccountState? State, string? Sort);

/// <summary>The list of accounts with their roles: two queries a page, plus the names of the scopes.</summary>
public sealed class AccountRegister(AppDb db, RoleScopes scopes, TimeProvider clock)
{
    public sealed record Line(Guid Id, string Name, string Email, bool IsSample, AccountState State, DateTime? LastSignInAt, IReadOnlyList<Held> Roles);

    public sealed record Held(Role Role, string Where);

    public Task<int> CountAsync(AccountSearch search, CancellationToken ct) => Find(search).CountAsync(ct);

    public async Task<IReadOnlyList<Line>> LinesAsync(AccountSearch search, int skip, int take, CancellationToken ct)
    {
        var now = clock.UtcNow();
        var found = Find(search);
        found = search.Sort switch
        {
            "email" => found.OrderBy(u => u.NormalizedEmail).ThenBy(u => u.Id),
            "seen" => found.OrderByDescending(u => u.LastSignInAt != null).ThenByDescending(u => u.LastSignInAt).ThenBy(u => u.Id),
            _ => found.OrderBy(u => u.SortKey).ThenBy(u => u.Id),
        };
        var users = await found.Skip(skip).Take(take)
            .Select(u => new { u.Id, u.DisplayName, u.Email, u.IsSample, u.IsActive, u.EmailConfirmed, u.LockoutEnd, u.LastSignInAt }).ToListAsync(ct);
        var ids = users.Select(u => u.Id).ToList();
        // A file takes them all: tens of thousands of ids in one question are more than an engine accepts.
        var ofThem = ids.Count > ListPage.Size ? db.RoleGrants.AsNoTracking() : db.RoleGrants.AsNoTracking().Where(g => ids.Contains(g.UserId));
        var grants = await ofThem.ToListAsync(ct);
        var name = await scopes.NamesAsync([.. grants.Select(g => (g.Scope, g.ScopeId)).Distinct()], ct);
        var held = grants.OrderBy(g => g.Role).ToLookup(g => g.UserId, g => new Held(g.Role, name(g.Scope, g.ScopeId)));
        return [.. users.Select(u => new Line(u.Id, u.DisplayName, u.Email!, u.IsSample, AccountStates.Of(u.IsActive, u.EmailConfirmed, u.LockoutEnd, now), u.LastSignInAt, [.. held[u.Id]]))];
    }

    private IQueryable<User> Find(AccountSearch search)
    {
        var users = db.Users.AsNoTracking();
        foreach (var word in SearchKey.Of(search.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries)) users = users.Where(u => u.SearchKey.Contains(word));
        if (search.Role is { } role) users = users.Where(u => db.RoleGrants.Any(g => g.UserId == u.Id && g.Role == role));
        // SQLite cannot compare instants with an offset, so who is locked is asked by the few rows that have a date at all.
        if (search.State is { } state)
        {
            var now = clock.UtcNow();
            var locked = db.Users.AsNoTracking().Where(u => u.LockoutEnd != null).Select(u => new { u.Id, u.LockoutEnd }).AsEnumerable().Where(u => u.LockoutEnd!.Value.UtcDateTime > now).Select(u => u.Id).ToList();
            users = state switch
            {
                AccountState.Inactive => users.Where(u => !u.IsActive),
                AccountState.Locked => users.Where(u => u.IsActive && locked.Contains(u.Id)),
                AccountState.Invited => users.Where(u => u.IsActive && !u.EmailConfirmed && !locked.Contains(u.Id)),
                _ => users.Where(u => u.IsActive && u.EmailConfirmed && !locked.Contains(u.Id)),
            };
        }
        return users;
    }
}
