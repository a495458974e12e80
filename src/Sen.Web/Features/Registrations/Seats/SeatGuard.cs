using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>
/// Why no path can oversell. The duties of whoever changes seats, in this order:
/// 1. begin a transaction; 2. lock the workshops, in the order of their ids; 3. read seats and limits anew, under the lock;
/// 4. decide in the <see cref="SeatBook"/>; 5. write the registrations; 6. settle the guard counters by conditional updates, limits in the
/// order of their ids; 7. commit. A reader that forgot the lock is still stopped by the sixth. <see cref="SeatOffice"/> keeps the order for all desks.
/// </summary>
public class SeatGuard(AppDb db, TimeProvider clock)
{
    public virtual async Task LockAsync(IEnumerable<Guid> workshops, CancellationToken ct)
    {
        foreach (var id in workshops.Distinct().Order()) await db.LockWorkshopAsync(id, ct);
    }

    public async Task<OpenSeats> OpenAsync(Guid workshopId, CancellationToken ct)
    {
        var (now, localNow) = (clock.UtcNow(), clock.LocalNow());
        // What was read before the lock may be old.
        var known = db.Workshops.Local.FindEntry(workshopId);
        if (known is not null) await known.ReloadAsync(ct);
        var workshop = known?.Entity ?? await db.Workshops.SingleAsync(w => w.Id == workshopId, ct);
        foreach (var old in db.ChangeTracker.Entries<SeatLimit>().Where(l => l.State == EntityState.Unchanged).ToList()) old.State = EntityState.Detached;
        var limits = await db.SeatLimits.Where(l => l.WorkshopId == workshopId).OrderBy(l => l.Position).ThenBy(l => l.Id).ToListAsync(ct);
        foreach (var due in limits.Where(l => l.ReleasedAt is null && l.Held > 0 && l.ReleaseOn <= localNow)) due.ReleasedAt = now;
        foreach (var old in db.ChangeTracker.Entries<Invitation>().Where(i => i.State == EntityState.Unchanged && i.Entity.WorkshopId == workshopId).ToList()) old.State = EntityState.Detached;
        foreach (var due in await db.Invitations.Where(i => i.WorkshopId == workshopId && i.KeptSeats > 0 && i.ReleasedAt == null && i.KeptUntil <= localNow).ToListAsync(ct)) due.Release(now);
        var plan = await db.SeatPlans.AsNoTracking().FirstOrDefaultAsync(p => p.WorkshopId == workshopId, ct) ?? new SeatPlan { WorkshopId = workshopId };
        return new OpenSeats(workshop, plan, limits, await BookAsync(workshopId, workshop.Capacity, [.. limits.Select(l => l.Rule), .. await InvitedAsync(workshopId, localNow, ct)], ct), now, localNow);
    }

    private async Task<IEnumerable<LimitRule>> InvitedAsync(Guid workshopId, DateTime localNow, CancellationToken ct) => (await KeptForInvited.OfAsync(db, [workshopId], localNow, ct))[workshopId];

    /// <summary>Without the lock, for a page: what is shown, never what is decided on.</summary>
    public async Task<OpenSeats> LookAsync(Guid workshopId, CancellationToken ct)
    {
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(w => w.Id == workshopId, ct);
        var limits = await db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == workshopId).OrderBy(l => l.Position).ThenBy(l => l.Id).ToListAsync(ct);
        var plan = await db.SeatPlans.AsNoTracking().FirstOrDefaultAsync(p => p.WorkshopId == workshopId, ct) ?? new SeatPlan { WorkshopId = workshopId };
        return new OpenSeats(workshop, plan, limits, await BookAsync(workshopId, workshop.Capacity, [.. limits.Select(l => l.Rule), .. await InvitedAsync(workshopId, clock.LocalNow(), ct)], ct), clock.UtcNow(), clock.LocalNow());
    }

    /// <summary>The book from the rows, with these limits.</summary>
    public async Task<SeatBook> BookAsync(Guid workshopId, int? capacity, IEnumerable<LimitRule> rules, CancellationToken ct)
    {
        var invited = await db.Workshops.Where(w => w.Id == workshopId).SelectMany(w => w.RegionProvinces).Select(p => p.ProvinceId).ToListAsync(ct);
        var book = new SeatBook(capacity, rules, invited.ToHashSet(StringComparer.Ordinal));
        var groups = await db.Registrations
            .Where(r => r.WorkshopId == workshopId && (r.State == RegistrationState.Held || r.State == RegistrationState.Offered || r.State == RegistrationState.Seated))
            .GroupBy(r => new { r.Kind, r.ProvinceId, r.AgencyKindId, r.AgencyId }).Select(g => new { g.Key, People = g.Count() }).ToListAsync(ct);
        foreach (var g in groups) book.Take(new Seatable(g.Key.Kind, g.Key.ProvinceId, g.Key.AgencyKindId, g.Key.AgencyId), g.People);
        return book;
    }

    /// <summary>Writes what the book has changed into the guard counters; a counter that would pass its limit stops the transaction.</summary>
    public virtual async Task SettleAsync(OpenSeats seats, CancellationToken ct)
    {
        if (seats.SeatsChanged is not 0 and var people)
        {
            var free = seats.Unlimited || people < 0;
            var rows = await db.Workshops.Where(w => w.Id == seats.Workshop.Id && (free || w.Capacity == null || w.SeatsTaken + people <= w.Capacity))
                .ExecuteUpdateAsync(w => w.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + people), ct);
            if (rows != 1) throw new SeatsDisagreeException(seats.Workshop.Code);
        }
        foreach (var (limit, change) in seats.LimitsChanged.OrderBy(l => l.Limit))
        {
            var free = seats.Unlimited || change < 0;
            var rows = await db.SeatLimits.Where(l => l.Id == limit && (free || l.AtMost == null || l.Taken + change <= l.AtMost))
                .ExecuteUpdateAsync(l => l.SetProperty(x => x.Taken, x => x.Taken + change), ct);
            if (rows != 1) throw new SeatsDisagreeException(seats.Workshop.Code);
        }
    }

    /// <summary>Counts the rows anew where the sets themselves changed: a limit, or the region of the workshop.</summary>
    public async Task RecountAsync(Guid workshopId, CancellationToken ct)
    {
        var limits = await db.SeatLimits.Where(l => l.WorkshopId == workshopId).OrderBy(l => l.Id).ToListAsync(ct);
        var book = await BookAsync(workshopId, null, limits.Select(l => l.Rule), ct);
        foreach (var limit in limits)
        {
            var taken = book.TakenBy(limit.Id);
            await db.SeatLimits.Where(l => l.Id == limit.Id && l.Taken != taken).ExecuteUpdateAsync(l => l.SetProperty(x => x.Taken, taken), ct);
        }
    }
}

/// <summary>A guard counter and the rows disagree: nothing is written, and the nightly check says where.</summary>
public sealed class SeatsDisagreeException(string workshop) : InvalidOperationException($"The seats of {workshop} do not agree with its registrations.");
