using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.Accounts;

public enum Role { Administrator, ProgrammeManager, Organiser, CheckIn, Trainer, AgencyOfficer, Reviewer, EnterpriseMember, Trainee }

public enum ScopeKind { Everywhere, Programme, Workshop, Agency, Province, Enterprise }

/// <summary>A role within a scope: «organiser of the workshop Cần Thơ 2026», «reviewer of province 2025-92».</summary>
public sealed class RoleGrant : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid UserId { get; init; }
    public required Role Role { get; init; }
    public required ScopeKind Scope { get; init; }
    /// <summary>Id of the programme, workshop, agency, province or enterprise; empty for everywhere.</summary>
    public string ScopeId { get; init; } = "";
    [NotInTrail]
    public DateTime GrantedAt { get; init; }
}

internal sealed class RoleGrantTable : IEntityTypeConfiguration<RoleGrant>
{
    public void Configure(EntityTypeBuilder<RoleGrant> table)
    {
        table.HasOne<User>().WithMany().HasForeignKey(g => g.UserId);
        table.HasIndex(g => new { g.UserId, g.Role, g.Scope, g.ScopeId }).IsUnique();
        table.HasIndex(g => new { g.Scope, g.ScopeId });
    }
}
