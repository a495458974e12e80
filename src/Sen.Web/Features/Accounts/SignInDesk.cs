using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public abstract record SignInOutcome
{
    public sealed record Signed(User User) : SignInOutcome;
    public sealed record Wrong : SignInOutcome;
    /// <summary>Said alike for known and unknown addresses.</summary>
    public sealed record Locked(int Minutes) : SignInOutcome;
    public sealed record TooMany : SignInOutcome;
}

/// <summary>Where passwords are checked. Eight wrong ones close an account for ten minutes; a reset by mail or an administrator opens it.</summary>
public sealed class SignInDesk(AppDb db, SignInManager<User> signIn, SignInTries tries, Actor actor, TimeProvider clock)
{
    public const int MostWrongPasswords = 8;
    public static readonly TimeSpan LockLasts = TimeSpan.FromMinutes(10);
    private static string? noPassword;

    public async Task<SignInOutcome> WithPasswordAsync(string email, string password, string address, bool fromThisMachine, CancellationToken ct)
    {
        if (!tries.Begin(address, email, out var byAccount)) return byAccount ? new SignInOutcome.Locked((int)SignInTries.Window.TotalMinutes) : new SignInOutcome.TooMany();
        var user = await signIn.UserManager.FindByEmailAsync(email.Trim());
        if (user is not { IsActive: true, PasswordHash: not null } || (user.IsSample && !fromThisMachine))
        {
            PretendToCheck(password);
            return new SignInOutcome.Wrong();
        }
        var now = clock.UtcNow();
        if (user.LockoutEnd is { } end && end.UtcDateTime > now) return new SignInOutcome.Locked(Math.Max(1, (int)Math.Ceiling((end.UtcDateTime - now).TotalMinutes)));
        if (!await signIn.UserManager.CheckPasswordAsync(user, password))
        {
            await CountWrongAsync(user, ct);
            return new SignInOutcome.Wrong();
        }
        tries.Succeeded(address, email);
        await EnterAsync(user, ct);
        return new SignInOutcome.Signed(user);
    }

    /// <summary>Signs in whoever has just proved who they are: by password, passkey, invitation or reset.</summary>
    public async Task EnterAsync(User user, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LastSignInAt, now), ct);
        await signIn.SignInAsync(user, isPersistent: true);
    }

    /// <summary>One conditional update counts, so parallel guesses cannot share a count; the one that reaches eight closes.</summary>
    private async Task CountWrongAsync(User user, CancellationToken ct)
    {
        await db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1), ct);
        var until = new DateTimeOffset(DateTime.SpecifyKind(clock.UtcNow() + LockLasts, DateTimeKind.Utc));
        var closed = await db.Users.Where(u => u.Id == user.Id && u.AccessFailedCount >= MostWrongPasswords)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LockoutEnd, until), ct);
        if (closed == 0) return;
        actor.Because("eight wrong passwords");
        db.AuditEntries.Add(new AuditEntry { At = clock.UtcNow(), Who = actor.Who, Why = actor.Why, Action = "locked", Subject = nameof(User), SubjectId = user.Id.ToString() });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>An unknown address costs the same work as a known one, so the time of an answer tells nothing.</summary>
    private void PretendToCheck(string password)
    {
        var nobody = new User();
        noPassword ??= signIn.UserManager.PasswordHasher.HashPassword(nobody, Guid.NewGuid().ToString());
        signIn.UserManager.PasswordHasher.VerifyHashedPassword(nobody, noPassword, password);
    }
}
