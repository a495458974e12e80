using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Registrations;

/// <summary>Makes and opens the private links of registrations.</summary>
public sealed class PrivateLinks(AppDb db, SiteAddress site, TimeProvider clock)
{
    private const int SecretBytes = 24;

    /// <summary>A new link; it is saved with the next change. The secret stands in the mail alone.</summary>
    public string Add(Registration registration)
    {
        var (link, row) = Make(registration);
        db.PrivateLinks.Add(row);
        return link;
    }

    /// <summary>The same for a letter in another language than the registration's.</summary>
    public string Add(Guid registration, string lang)
    {
        var (link, row) = Make(registration, lang);
        db.PrivateLinks.Add(row);
        return link;
    }

    /// <summary>The same for lists that are written many at once.</summary>
    public (string Link, PrivateLink Row) Make(Registration registration) => Make(registration.Id, registration.Lang);

    private (string Link, PrivateLink Row) Make(Guid registration, string lang)
    {
        var secret = NewSecret();
        return (site.Link(lang, "/registration?token=" + secret), new PrivateLink { RegistrationId = registration, SecretHash = Hash(secret), CreatedAt = clock.UtcNow() });
    }

    internal static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>The registration a secret opens; null for any other text.</summary>
    public async Task<Registration?> FindAsync(string? secret, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(secret) || secret.Length > 100) return null;
        var hash = Hash(secret);
        return await db.Registrations.FirstOrDefaultAsync(r => db.PrivateLinks.Any(l => l.SecretHash == hash && l.RegistrationId == r.Id), ct);
    }

    internal static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
