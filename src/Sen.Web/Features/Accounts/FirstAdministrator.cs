using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Accounts;

/// <summary>
/// The one-time link that makes an administrator of whoever starts this installation, or gets its administrator back in. Only the
/// SHA-256 of its token is kept; a new link replaces the old one.
/// </summary>
public sealed class FirstAdministrator(AppDb db, UserManager<User> users, SiteAddress site, Actor actor, TimeProvider clock)
{
    private const string Name = "first-administrator";

    public async Task<string> LinkAsync(CancellationToken ct)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var hash = Hash(token);
        // One statement: two nodes that start together leave one link, the later one.
        await db.Database.ExecuteSqlAsync($"insert into settings (name, value) values ({Name}, {hash}) on conflict (name) do update set value = excluded.value", ct);
        return site.Link(Language.Vietnamese, "/first-administrator?token=" + token);
    }

    public Task<bool> IsGoodAsync(string? token, CancellationToken ct)
    {
        var hash = Hash(token ?? "");
        return db.Settings.AnyAsync(s => s.Name == Name && s.Value == hash, ct);
    }

    /// <summary>Null when the link is used up, or the address already has an account (then the link stays good).</summary>
    public async Task<User?> CreateAsync(string? token, string name, string email, string password, string lang, CancellationToken ct)
    {
        var hash = Hash(token ?? "");
        email = email.Trim();
        actor.Runs("one-time link");
        actor.Because("first administrator");
        await using var work = await db.Database.BeginTransactionAsync(ct);
        // Taking the row away is what decides between two who use the link at the same moment.
        if (await db.Settings.Where(s => s.Name == Name && s.Value == hash).ExecuteDeleteAsync(ct) != 1) return null;
        if (await users.FindByEmailAsync(email) is not null) return null;
        var user = new User
        {
            UserName = email,
            NormalizedUserName = users.NormalizeName(email),
            Email = email,
            NormalizedEmail = users.NormalizeEmail(email),
            EmailConfirmed = true,
            Lang = lang,
            LockoutEnabled = true,
            CreatedAt = clock.UtcNow(),
        };
        user.BeCalled(name);
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        db.Users.Add(user);
        db.RoleGrants.Add(new RoleGrant { UserId = user.Id, Role = Role.Administrator, Scope = ScopeKind.Everywhere, GrantedAt = clock.UtcNow() });
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return user;
    }

    private static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
