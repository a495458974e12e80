using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Accounts;

public enum PasswordChange { Done, LinkNotGood, WrongPassword, TooShort }

/// <summary>Where passwords are set: by invitation, by a mail, or by their owner.</summary>
public sealed class PasswordDesk(AppDb db, UserManager<User> users, OneTimeLinks links, SiteAddress site, Actor actor, TimeProvider clock)
{
    public const int ShortestPassword = 10;

    /// <summary>The caller says the same whether the address is known or not.</summary>
    public async Task MailResetAsync(string email, bool fromThisMachine, CancellationToken ct)
    {
        if (await users.FindByEmailAsync(email.Trim()) is not { IsActive: true } user || (user.IsSample && !fromThisMachine)) return;
        var link = site.Link(user.Lang, "/sign-in/reset?token=" + links.TokenFor(user, OneTimeLinks.Reset));
        var (subject, body) = AccountMails.Reset(user, link);
        // One mail in five minutes, however often the button is pressed.
        var slice = (clock.UtcNow().Ticks / TimeSpan.FromMinutes(5).Ticks).ToString(CultureInfo.InvariantCulture);
        Outbox.Add(db, $"reset:{user.Id}:{slice}", user.Email!, user.DisplayName, user.Lang, subject, body, holdsSecret: true);
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The account a link is for, while the link is good.</summary>
    public async Task<User?> FindAsync(string purpose, string? token, CancellationToken ct)
    {
        if (links.Whose(purpose, token) is not { } id) return null;
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id && u.IsActive, ct);
        return user is not null && links.Fits(user, purpose, token) ? user : null;
    }

    /// <summary>Sets the password a link allows; the link, other links and other browsers end with it. A lock ends too: the mail proved who it is.</summary>
    public async Task<(PasswordChange Result, User? User)> SetByLinkAsync(string purpose, string? token, string password, CancellationToken ct)
    {
        if (password.Length < ShortestPassword) return (PasswordChange.TooShort, null);
        if (await FindAsync(purpose, token, ct) is not { } user) return (PasswordChange.LinkNotGood, null);
        actor.Is(user.Id, user.DisplayName);
        actor.Because(purpose == OneTimeLinks.Invitation ? "invitation accepted" : "password reset by mail");
        user.EmailConfirmed = true;
        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        return await SetAsync(user, password, ct) ? (PasswordChange.Done, user) : (PasswordChange.LinkNotGood, null);
    }

    public async Task<PasswordChange> ChangeAsync(User user, string? current, string password, CancellationToken ct)
    {
        if (password.Length < ShortestPassword) return PasswordChange.TooShort;
        if (user.PasswordHash is not null && !await users.CheckPasswordAsync(user, current ?? "")) return PasswordChange.WrongPassword;
        actor.Because("own password changed");
        return await SetAsync(user, password, ct) ? PasswordChange.Done : PasswordChange.LinkNotGood;
    }

    /// <summary>False when somebody else has just changed the account: the same link used twice at once sets one password.</summary>
    private async Task<bool> SetAsync(User user, string password, CancellationToken ct)
    {
        user.PasswordHash = users.PasswordHasher.HashPassword(user, password);
        user.SecurityStamp = Guid.NewGuid().ToString("N");
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        db.AuditEntries.Add(new AuditEntry { At = clock.UtcNow(), UserId = actor.UserId, Who = actor.Who, Why = actor.Why, Action = "set-password", Subject = nameof(User), SubjectId = user.Id.ToString() });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
