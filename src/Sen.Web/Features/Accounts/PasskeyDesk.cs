using Microsoft.AspNetCore.Identity;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>Where passkeys are added, named, taken away and used. The cryptography is the framework's (WebAuthn level 2).</summary>
public sealed class PasskeyDesk(AppDb db, SignInManager<User> signIn, SignInDesk door, Actor actor, TimeProvider clock)
{
    public const int MostPerAccount = 10;

    public Task<string> RequestAsync() => signIn.MakePasskeyRequestOptionsAsync(null!);

    public Task<string> CreationAsync(User user) => signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.DisplayName });

    public async Task<User?> SignInAsync(string? credential, bool fromThisMachine, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(credential)) return null;
        PasskeyAssertionResult<User> result;
        try
        {
            result = await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // No challenge was asked for in this browser, or it has been used.
            return null;
        }
        if (!result.Succeeded || !result.User.IsActive || (result.User.IsSample && !fromThisMachine)) return null;
        await signIn.UserManager.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        await door.EnterAsync(result.User, ct);
        return result.User;
    }

    public async Task<bool> AddAsync(User user, string? credential, string name, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(credential) || (await signIn.UserManager.GetPasskeysAsync(user)).Count >= MostPerAccount) return false;
        PasskeyAttestationResult result;
        try
        {
            result = await signIn.PerformPasskeyAttestationAsync(credential);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        // The challenge was made for an account: another one that signed in meanwhile must not receive the key.
        if (!result.Succeeded || result.UserEntity.Id != user.Id.ToString()) return false;
        result.Passkey.Name = Tidy(name);
        Note(user, "added-passkey", result.Passkey.Name);
        return (await signIn.UserManager.AddOrUpdatePasskeyAsync(user, result.Passkey)).Succeeded;
    }

    public async Task<bool> RenameAsync(User user, byte[] id, string name)
    {
        if (await signIn.UserManager.GetPasskeyAsync(user, id) is not { } passkey) return false;
        passkey.Name = Tidy(name);
        return (await signIn.UserManager.AddOrUpdatePasskeyAsync(user, passkey)).Succeeded;
    }

    public async Task<bool> RemoveAsync(User user, byte[] id)
    {
        if (await signIn.UserManager.GetPasskeyAsync(user, id) is not { } passkey) return false;
        Note(user, "removed-passkey", passkey.Name);
        return (await signIn.UserManager.RemovePasskeyAsync(user, id)).Succeeded;
    }

    private void Note(User user, string action, string? name) =>
        db.AuditEntries.Add(new AuditEntry { At = clock.UtcNow(), UserId = actor.UserId, Who = actor.Who, Why = name, Action = action, Subject = nameof(User), SubjectId = user.Id.ToString() });

    private static string Tidy(string name) => name.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, 60)] : "Passkey";
}
