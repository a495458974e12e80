using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>How many people on the lists of workshops still to come have an address that does not work, and how many letters stand still.</summary>
public static class UnreachablePeople
{
    /// <summary>Asked from the few addresses that failed, not from everybody who is registered.</summary>
    public static Task<Dictionary<Guid, int>> ByWorkshopAsync(AppDb db, CancellationToken ct) => ToCheck.BadAddress.Only(db, db.Registrations)
        .GroupBy(r => r.WorkshopId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);

    public static Task<Dictionary<Guid, int>> StandingStillAsync(AppDb db, CancellationToken ct) => db.GroupLetters
        .Where(l => l.State == LetterState.Paused && (l.Pause == PauseReason.TimeHasPassed || l.Pause == PauseReason.NoDate || l.Pause == PauseReason.NotAnnounced))
        .GroupBy(l => l.WorkshopId).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
}
