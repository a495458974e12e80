using Microsoft.AspNetCore.Identity;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>Accounts to try Sen with. Their password is public, so they sign in from the machine itself only.</summary>
public sealed class SampleAccounts(AppDb db, IPasswordHasher<User> hasher, ILookupNormalizer normalizer, TimeProvider clock)
{
    public const string Password = "sen-mau-2026";
    public const string Administrator = "quantri@sen.example";

    public Guid Add(string email, string name, Role role, ScopeKind scope, string scopeId = "")
    {
        var user = new User
        {
            UserName = email,
            NormalizedUserName = normalizer.NormalizeName(email),
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
            EmailConfirmed = true,
            LockoutEnabled = true,
            IsSample = true,
            CreatedAt = clock.UtcNow(),
        };
        user.BeCalled(name);
        user.PasswordHash = hasher.HashPassword(user, Password);
        db.Users.Add(user);
        db.RoleGrants.Add(new RoleGrant { UserId = user.Id, Role = role, Scope = scope, ScopeId = scopeId, GrantedAt = clock.UtcNow() });
        return user.Id;
    }
}
