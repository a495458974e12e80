using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Features.Registrations.Seats;

namespace Sen.Web.Data;

/// <summary>
/// An agency may be merged between the moment somebody chose it and the moment its id is written. What is saved names the row that stands
/// by then: the agencies named are held against a merge until the end of the transaction, and a hidden one is replaced.
/// </summary>
internal static partial class StandingAgencies
{
    /// <summary>The values about to be written that name an agency, each with the ids in it.</summary>
    public static List<(PropertyEntry Property, IReadOnlyList<Guid> Ids)> NamedIn(ChangeTracker tracker)
    {
        var named = new List<(PropertyEntry, IReadOnlyList<Guid>)>();
        foreach (var entry in tracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified) || PropertyOf(entry.Entity) is not { } name) continue;
            var property = entry.Property(name);
            if (entry.State == EntityState.Modified && !property.IsModified) continue;
            var ids = property.CurrentValue switch
            {
                Guid id => [id],
                string text => [.. Ids().Matches(text).Select(m => Guid.Parse(m.ValueSpan))],
                _ => Array.Empty<Guid>(),
            };
            if (ids.Length > 0) named.Add((property, ids));
        }
        return named;
    }

    public static async Task HoldAsync(AppDb db, List<(PropertyEntry Property, IReadOnlyList<Guid> Ids)> named, CancellationToken ct)
    {
        if (named.Count == 0) return;
        var standing = await db.LockStandingAgenciesAsync([.. named.SelectMany(n => n.Ids).Distinct()], ct);
        foreach (var (property, ids) in named)
        {
            foreach (var id in ids)
            {
                if (!standing.TryGetValue(id, out var stands)) continue;
                property.CurrentValue = property.CurrentValue is string text ? text.Replace(id.ToString(), stands.ToString(), StringComparison.OrdinalIgnoreCase) : stands;
            }
        }
    }

    private static string? PropertyOf(object row) => row switch
    {
        Person => nameof(Person.AgencyId),
        Registration => nameof(Registration.AgencyId),
        Invitation => nameof(Invitation.AgencyId),
        SeatLimit => nameof(SeatLimit.Agencies),
        RoleGrant { Scope: ScopeKind.Agency or ScopeKind.Enterprise } => nameof(RoleGrant.ScopeId),
        SavedView => nameof(SavedView.Query),
        GroupLetter => nameof(GroupLetter.Group),
        _ => null,
    };

    [GeneratedRegex("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")]
    private static partial Regex Ids();
}
