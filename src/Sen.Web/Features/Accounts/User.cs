using Microsoft.AspNetCore.Identity;
using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.Accounts;

/// <summary>Somebody who signs in. Trainees and agency officers need no account; they have private links.</summary>
public sealed class User : IdentityUser<Guid>, IAudited
{
    public User() => Id = Guid.CreateVersion7();

    public string DisplayName { get; set; } = "";
    /// <summary>The language of mails to this person.</summary>
    public string Lang { get; set; } = "vi";
    public bool IsActive { get; set; } = true;
    /// <summary>Sample accounts sign in only from the machine itself.</summary>
    public bool IsSample { get; init; }

    [NotInTrail]
    public override string? PasswordHash { get; set; }
    [NotInTrail]
    public override string? SecurityStamp { get; set; }
    [NotInTrail]
    public override string? ConcurrencyStamp { get; set; } = Guid.NewGuid().ToString();
    [NotInTrail]
    public override int AccessFailedCount { get; set; }
}
