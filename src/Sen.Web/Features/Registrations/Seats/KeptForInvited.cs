using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>The seats kept for invited agencies, each until its day, as rules beside the workshop's own limits (decision 0009).</summary>
internal static class KeptForInvited
{
    private static readonly HashSet<string> None = [];
    /// <summary>Whoever waits learns that seats are kept, not which agency has been silent.</summary>
    private static readonly Bilingual Invited = new("các cơ quan được mời", "invited agencies");

    public static async Task<ILookup<Guid, LimitRule>> OfAsync(AppDb db, IReadOnlyCollection<Guid> workshops, DateTime localNow, CancellationToken ct)
    {
        var kept = await db.Invitations.AsNoTracking().Where(i => workshops.Contains(i.WorkshopId) && i.KeptSeats > 0 && i.ReleasedAt == null && (i.KeptUntil == null || i.KeptUntil > localNow))
            .OrderBy(i => i.CreatedAt).ThenBy(i => i.Id).Select(i => new { i.WorkshopId, i.Id, i.AgencyId, i.KeptSeats }).ToListAsync(ct);
        return kept.ToLookup(k => k.WorkshopId, k => new LimitRule(k.Id, Invited, ParticipantKind.Trainee, RegionScope.Anywhere, None, None, new HashSet<string>(StringComparer.Ordinal) { k.AgencyId.ToString() }, null, k.KeptSeats));
    }
}
