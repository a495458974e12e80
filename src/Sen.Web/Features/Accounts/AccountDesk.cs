using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Accounts;

/// <summary>Where accounts are made and ended: invitations, names, deactivation, unlocking. Roles are given at the <see cref="RoleDesk"/>.</summary>
public sealed class AccountDesk(AppDb db, UserManager<User> users, OneTimeLinks links, SiteAddress site, LastAdministrator guard, Actor actor, TimeProvider clock)
{
    /// <summary>Null when the address already has an account.</summary>
    public async Task<User?> InviteAsync(string name, string email, string lang, Role role, ScopeKind scope, string scopeId, CancellationToken ct)
    {
        email = email.Trim();
        if (await users.FindByEmailAsync(email) is not null) return null;
        var user = new User
        {
            UserName = email,
            NormalizedUserName = users.NormalizeName(email),
            Email = email,
            NormalizedEmail = users.NormalizeEmail(email),
            Lang = lang,
            LockoutEnabled = true,
            CreatedAt = clock.UtcNow(),
        };
        user.BeCalled(name);
        db.Users.Add(user);
        db.RoleGrants.Add(new RoleGrant { UserId = user.Id, Role = role, Scope = scope, ScopeId = scopeId, GrantedAt = clock.UtcNow() });
        MailInvitation(user);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (db.ChangeTracker.Entries<User>().Any(e => e.State == EntityState.Added))
        {
            db.ChangeTracker.Clear();
            if (await users.FindByEmailAsync(email) is null) throw;
            return null;
        }
        return user;
    }

    /// <summary>A fresh link for somebody who has not taken the first one up; the older link ends.</summary>
    public async Task<bool> InviteAgainAsync(Guid id, CancellationToken ct)
    {
        if (await db.Users.FindAsync([id], ct) is not { HasAccepted: false, IsActive: true } user) return false;
        NewStamp(user);
        MailInvitation(user);
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task<bool> RenameAsync(Guid id, string name, string lang, CancellationToken ct)
    {
        if (await db.Users.FindAsync([id], ct) is not { } user) return false;
        user.BeCalled(name);
        user.Lang = lang;
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task<AccountChange> DeactivateAsync(Guid id, string why, CancellationToken ct)
    {
        actor.Because(why);
        await using var work = await db.Database.BeginTransactionAsync(ct);
        await guard.LockAsync(ct);
        if (await db.Users.FindAsync([id], ct) is not { } user) return AccountChange.NotThere;
        if (!await guard.AnotherBesideAsync(user, ct)) return AccountChange.LastAdministrator;
        user.IsActive = false;
        NewStamp(user);
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        return AccountChange.Done;
    }

    public async Task<bool> ReactivateAsync(Guid id, string why, CancellationToken ct)
    {
        actor.Because(why);
        if (await db.Users.FindAsync([id], ct) is not { } user) return false;
        user.IsActive = true;
        await db.SaveChangesAsync(ct);
        return true;
    }

    public async Task<bool> UnlockAsync(Guid id, CancellationToken ct)
    {
        if (await db.Users.FindAsync([id], ct) is not { } user) return false;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Every browser of this account is signed out with its next click, and unused links of theirs end.</summary>
    public async Task<bool> SignOutEverywhereAsync(Guid id, CancellationToken ct)
    {
        if (await db.Users.FindAsync([id], ct) is not { } user) return false;
        NewStamp(user);
        db.AuditEntries.Add(new AuditEntry { At = clock.UtcNow(), UserId = actor.UserId, Who = actor.Who, Why = actor.Why, Action = "signed-out-everywhere", Subject = nameof(User), SubjectId = id.ToString() });
        await db.SaveChangesAsync(ct);
        return true;
    }

    private static void NewStamp(User user)
    {
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        // The stamp guards a link's single use, so whoever read the row before must notice.
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    private void MailInvitation(User user)
    {
        var link = site.Link(user.Lang, "/invitation?token=" + links.TokenFor(user, OneTimeLinks.Invitation));
        var (subject, body) = AccountMails.Invitation(user, link);
        Outbox.Add(db, $"invitation:{user.Id}:{user.SecurityStamp}", user.Email!, user.DisplayName, user.Lang, subject, body, holdsSecret: true);
    }
}

public enum AccountChange { Done, NotThere, LastAdministrator }
