using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>
/// Links that set a password. Each carries the account's security stamp, which changes with every password and sign-out everywhere,
/// so a link works once and a newer password ends the older links. Nothing of it is stored but in the mail itself.
/// </summary>
public sealed class OneTimeLinks(IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan ResetLasts = TimeSpan.FromHours(2);

    public const string Invitation = "invitation";
    public const string Reset = "reset";

    public string TokenFor(User user, string purpose) =>
        Protector(purpose).Protect(string.Create(CultureInfo.InvariantCulture, $"{user.Id} {user.SecurityStamp} {clock.UtcNow().Add(purpose == Invitation ? InvitationLasts : ResetLasts).Ticks}"));

    public bool Fits(User user, string purpose, string? token)
    {
        if (Read(purpose, token) is not [var id, var stamp, var ends]) return false;
        return id == user.Id.ToString() && stamp == user.SecurityStamp && long.Parse(ends, CultureInfo.InvariantCulture) > clock.UtcNow().Ticks;
    }

    /// <summary>Whose link this is, whether still good or not.</summary>
    public Guid? Whose(string purpose, string? token) => Read(purpose, token) is [var id, _, _] ? Guid.Parse(id) : null;

    private string[]? Read(string purpose, string? token)
    {
        try
        {
            return string.IsNullOrEmpty(token) ? null : Protector(purpose).Unprotect(token).Split(' ');
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string purpose) => protection.CreateProtector("Sen.Accounts.Link", purpose);
}
