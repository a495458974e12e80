using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Accounts;

/// <summary>What a signed-in person may do now, read once per request: a withdrawn right ends with the next click.</summary>
public sealed record Standing(Guid UserId, string Name, string? Stamp, bool IsSample, IReadOnlyList<Standing.Grant> Grants)
{
    public sealed record Grant(Role Role, ScopeKind Scope, string ScopeId);

    public static Task<Standing?> OfAsync(AppDb db, Guid userId, CancellationToken ct) => db.Users.AsNoTracking()
        .Where(u => u.Id == userId && u.IsActive)
        .Select(u => new Standing(u.Id, u.DisplayName, u.SecurityStamp, u.IsSample,
            db.RoleGrants.Where(g => g.UserId == u.Id).Select(g => new Grant(g.Role, g.Scope, g.ScopeId)).ToList()))
        .FirstOrDefaultAsync(ct);

    public bool IsAdministrator => Grants.Any(g => g.Role == Role.Administrator);

    public bool Has(Role role, ScopeKind scope, string scopeId) =>
        Grants.Any(g => g.Role == role && (g.Scope == ScopeKind.Everywhere || (g.Scope == scope && g.ScopeId == scopeId)));

    public bool MayManageProgramme(Guid programmeId) => IsAdministrator || Has(Role.ProgrammeManager, ScopeKind.Programme, programmeId.ToString());

    public bool MayOrganise(Guid workshopId, Guid programmeId) =>
        MayManageProgramme(programmeId) || Has(Role.Organiser, ScopeKind.Workshop, workshopId.ToString());

    /// <summary>Programme staff of any kind: they see the desk and the registers.</summary>
    public bool IsStaff => Grants.Any(g => g.Role is Role.Administrator or Role.ProgrammeManager or Role.Organiser);
}

/// <summary>The standing of this request's reader; null for the public.</summary>
public sealed class Access
{
    public Standing? Standing { get; private set; }
    public bool IsSignedIn => Standing is not null;
    public bool IsStaff => Standing?.IsStaff == true;
    public bool IsAdministrator => Standing?.IsAdministrator == true;

    internal void Is(Standing standing) => Standing = standing;
}
