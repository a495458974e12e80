using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>The seats of several workshops as anybody may know them: six queries, however many there are.</summary>
public static class AvailabilityOfMany
{
    public static async Task<IReadOnlyDictionary<Guid, Availability>> OfAsync(AppDb db, IReadOnlyCollection<Workshop> workshops, TimeProvider clock, CancellationToken ct)
    {
        var ids = workshops.Select(w => w.Id).ToList();
        var limits = (await db.SeatLimits.AsNoTracking().Where(l => ids.Contains(l.WorkshopId)).OrderBy(l => l.Position).ThenBy(l => l.Id).ToListAsync(ct)).ToLookup(l => l.WorkshopId);
        var plans = await db.SeatPlans.AsNoTracking().Where(p => ids.Contains(p.WorkshopId)).ToDictionaryAsync(p => p.WorkshopId, ct);
        var invited = (await db.Workshops.AsNoTracking().Where(w => ids.Contains(w.Id)).SelectMany(w => w.RegionProvinces).ToListAsync(ct)).ToLookup(p => p.WorkshopId, p => p.ProvinceId);
        var seated = (await db.Registrations
            .Where(r => ids.Contains(r.WorkshopId) && (r.State == RegistrationState.Held || r.State == RegistrationState.Offered || r.State == RegistrationState.Seated))
            .GroupBy(r => new { r.WorkshopId, r.Kind, r.ProvinceId, r.AgencyKindId, r.AgencyId }).Select(g => new { g.Key, People = g.Count() }).ToListAsync(ct)).ToLookup(g => g.Key.WorkshopId);
        var waiting = await db.Registrations.Where(r => ids.Contains(r.WorkshopId) && r.State == RegistrationState.Waiting)
            .GroupBy(r => r.WorkshopId).Select(g => new { g.Key, People = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.People, ct);
        var kept = await KeptForInvited.OfAsync(db, ids, clock.LocalNow(), ct);
        return workshops.ToDictionary(w => w.Id, w =>
        {
            var book = new SeatBook(w.Capacity, [.. limits[w.Id].Select(l => l.Rule), .. kept[w.Id]], invited[w.Id].ToHashSet(StringComparer.Ordinal));
            foreach (var g in seated[w.Id]) book.Take(new Seatable(g.Key.Kind, g.Key.ProvinceId, g.Key.AgencyKindId, g.Key.AgencyId), g.People);
            var plan = plans.GetValueOrDefault(w.Id) ?? new SeatPlan { WorkshopId = w.Id };
            return Availability.Of(new OpenSeats(w, plan, [.. limits[w.Id]], book, clock.UtcNow(), clock.LocalNow()), waiting.GetValueOrDefault(w.Id));
        });
    }
}
