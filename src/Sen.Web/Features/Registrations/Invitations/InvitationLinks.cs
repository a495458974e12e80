using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>Makes and opens the private links of invitations. An officer may pass one on to a colleague: it opens the agency's page, nothing else.</summary>
public sealed class InvitationLinks(AppDb db, SiteAddress site, TimeProvider clock)
{
    /// <summary>A new link and its row, which the caller adds. The secret stands in the letter alone.</summary>
    public (string Link, InvitationLink Row) Make(Guid invitationId, string lang)
    {
        var secret = PrivateLinks.NewSecret();
        return (LinkOf(lang, secret), new InvitationLink { InvitationId = invitationId, SecretHash = PrivateLinks.Hash(secret), CreatedAt = clock.UtcNow() });
    }

    public string Add(Guid invitationId, string lang)
    {
        var (link, row) = Make(invitationId, lang);
        db.InvitationLinks.Add(row);
        return link;
    }

    public string LinkOf(string lang, string secret) => site.Link(lang, "/invited?token=" + secret);

    /// <summary>The invitation a secret opens; null for any other text, and for one that was never sent.</summary>
    public async Task<Invitation?> FindAsync(string? secret, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(secret) || secret.Length > 100) return null;
        var hash = PrivateLinks.Hash(secret);
        return await db.Invitations.FirstOrDefaultAsync(i => i.SentAt != null && db.InvitationLinks.Any(l => l.SecretHash == hash && l.InvitationId == i.Id), ct);
    }
}
