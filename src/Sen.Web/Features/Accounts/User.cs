using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Accounts;

/// <summary>Somebody who signs in. Trainees and agency officers need no account; they have private links.</summary>
public sealed class User : IdentityUser<Guid>, IAudited
{
    public User() => Id = Guid.CreateVersion7();

    public string DisplayName { get; private set; } = "";
    /// <summary>The language of mails to this person.</summary>
    public string Lang { get; set; } = "vi";
    public bool IsActive { get; set; } = true;
    /// <summary>Sample accounts sign in only from the machine itself.</summary>
    public bool IsSample { get; init; }
    [NotInTrail]
    public DateTime CreatedAt { get; init; }
    /// <summary>When the person last signed in; not written to the trail, it would drown it.</summary>
    [NotInTrail]
    public DateTime? LastSignInAt { get; set; }
    [NotInTrail]
    public string SearchKey { get; private set; } = "";
    [NotInTrail]
    public string SortKey { get; private set; } = "";

    [NotInTrail]
    public override string? PasswordHash { get; set; }
    [NotInTrail]
    public override string? SecurityStamp { get; set; } = Guid.NewGuid().ToString("N");
    [NotInTrail]
    public override string? ConcurrencyStamp { get; set; } = Guid.NewGuid().ToString();
    [NotInTrail]
    public override int AccessFailedCount { get; set; }

    // The framework's second spellings of the address, and switches that nobody turns here.
    [NotInTrail]
    public override string? UserName { get; set; }
    [NotInTrail]
    public override string? NormalizedUserName { get; set; }
    [NotInTrail]
    public override string? NormalizedEmail { get; set; }
    [NotInTrail]
    public override bool LockoutEnabled { get; set; }
    [NotInTrail]
    public override bool PhoneNumberConfirmed { get; set; }
    [NotInTrail]
    public override bool TwoFactorEnabled { get; set; }

    /// <summary>Has taken the invitation up: the mail address is theirs and they can sign in.</summary>
    public bool HasAccepted => EmailConfirmed;

    /// <summary>People are looked up by any part of the name or the address, and sorted by given, family, middle name.</summary>
    public void BeCalled(string name)
    {
        DisplayName = string.Join(' ', name.Nfc().Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        SearchKey = Platform.Text.SearchKey.Of($"{DisplayName} {Email}");
        var words = DisplayName.Split(' ');
        SortKey = Platform.Text.SortKey.Of(words[^1], words[0], DisplayName);
    }
}

internal sealed class UserTable : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> table)
    {
        table.HasIndex(u => u.SortKey);
        // Two invitations to one address at the same moment: the second fails here.
        table.HasIndex(u => u.NormalizedEmail).HasDatabaseName("ix_users_normalized_email").IsUnique();
        table.Ignore(u => u.HasAccepted);
    }
}
