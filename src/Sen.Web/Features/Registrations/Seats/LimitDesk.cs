using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

public enum LimitSaved { Done, ChangedMeanwhile, TooManyHeld, Gone }

/// <summary>What a limit would do, said before it is saved.</summary>
/// <param name="Covered">People of the set who have a seat now.</param>
/// <param name="Above">Of those, above the cap: they stay, none is added.</param>
/// <param name="Waiting">Of the set, in line.</param>
/// <param name="OfferedAtOnce">Who would be offered a seat at once because of it, in order.</param>
/// <param name="FreeForAll">Seats left for everybody, outside all keepings; null without a capacity.</param>
public sealed record LimitEffect(int Registered, int Covered, int Above, int Waiting, IReadOnlyList<Guid> OfferedAtOnce, int HeldInAll, int? Capacity, int? FreeForAll)
{
    /// <summary>More is promised than the hall has: not to be saved.</summary>
    public bool TooManyHeld => Capacity is { } c && HeldInAll > c;
}

/// <summary>Where the organiser sets the limits of a workshop, seeing the effect first.</summary>
public sealed class LimitDesk(AppDb db, SeatOffice office, SeatGuard guard)
{
    public Task<List<SeatLimit>> AllAsync(Guid workshopId, CancellationToken ct) =>
        db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == workshopId).OrderBy(l => l.Position).ThenBy(l => l.Id).ToListAsync(ct);

    /// <summary>As if the limit stood there (instead of the one with its id), on the seats as they are now.</summary>
    public async Task<LimitEffect> EffectAsync(Workshop workshop, LimitRule planned, CancellationToken ct)
    {
        var seats = await guard.LookAsync(workshop.Id, ct);
        var rules = seats.Rules.Where(l => l.Id != planned.Id).Append(planned).ToList();
        var book = await guard.BookAsync(workshop.Id, workshop.Capacity, rules, ct);
        var covered = book.TakenBy(planned.Id);
        var line = await db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id && r.State == RegistrationState.Waiting)
            .OrderBy(r => r.QueueNumber).ThenBy(r => r.Id).ToListAsync(ct);
        var offered = new List<Guid>();
        var waiting = line.Count(r => book.Covering(Seatable.Of(r)).Any(l => l.Id == planned.Id));
        if (seats.MayOffer)
            foreach (var r in line.Where(r => book.Judge(Seatable.Of(r)).Admits))
            {
                book.Take(Seatable.Of(r));
                offered.Add(r.Id);
            }
        var heldInAll = rules.Where(r => r.Kind == ParticipantKind.Trainee).Sum(r => r.Held);
        return new LimitEffect(seats.Book.Taken, covered, planned.AtMost is { } most ? Math.Max(0, covered - most) : 0, waiting, offered,
            heldInAll, workshop.Capacity, book.Free is { } free ? Math.Max(0, free - book.Kept) : null);
    }

    public async Task<LimitSaved> SaveAsync(Guid workshopId, Guid? id, int formVersion, Action<SeatLimit> write, CancellationToken ct)
    {
        try
        {
            return await office.ReplanAsync(workshopId, async () =>
            {
                var limit = id is null ? null : await db.SeatLimits.FirstOrDefaultAsync(l => l.Id == id && l.WorkshopId == workshopId, ct);
                if (id is not null && limit is null) return LimitSaved.Gone;
                if (limit is null)
                {
                    var last = await db.SeatLimits.Where(l => l.WorkshopId == workshopId).MaxAsync(l => (int?)l.Position, ct) ?? 0;
                    db.SeatLimits.Add(limit = new SeatLimit { WorkshopId = workshopId, Position = last + 1 });
                }
                else db.Entry(limit).Property(l => l.Version).OriginalValue = formVersion;
                var before = db.Entry(limit).State;
                write(limit);
                // Under the lock: two limits saved at once may not promise more than there is.
                var capacity = await db.Workshops.Where(w => w.Id == workshopId).Select(w => w.Capacity).SingleAsync(ct);
                var others = await db.SeatLimits.Where(l => l.WorkshopId == workshopId && l.Id != limit.Id && l.ReleasedAt == null && l.Kind == ParticipantKind.Trainee).SumAsync(l => l.Held, ct)
                    + await db.Invitations.Where(i => i.WorkshopId == workshopId && i.ReleasedAt == null).SumAsync(i => i.KeptSeats, ct);
                if (limit.Kind == ParticipantKind.Trainee && limit.ReleasedAt is null && others + limit.Held > capacity)
                {
                    db.Entry(limit).State = before == EntityState.Added ? EntityState.Detached : EntityState.Unchanged;
                    return LimitSaved.TooManyHeld;
                }
                return LimitSaved.Done;
            }, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return LimitSaved.ChangedMeanwhile;
        }
    }

    /// <summary>Takes a limit away and returns it, so that it can be put back as it was.</summary>
    public Task<SeatLimit?> RemoveAsync(Guid workshopId, Guid id, CancellationToken ct) => office.ReplanAsync(workshopId, async () =>
    {
        var limit = await db.SeatLimits.FirstOrDefaultAsync(l => l.Id == id && l.WorkshopId == workshopId, ct);
        if (limit is not null) db.SeatLimits.Remove(limit);
        return limit;
    }, ct);

    public async Task<LimitSaved> PlanAsync(Guid workshopId, int formVersion, Action<SeatPlan> write, CancellationToken ct)
    {
        try
        {
            return await office.ReplanAsync(workshopId, async () =>
            {
                var plan = await db.SeatPlans.FirstOrDefaultAsync(p => p.WorkshopId == workshopId, ct);
                if (plan is null) db.SeatPlans.Add(plan = new SeatPlan { WorkshopId = workshopId });
                else db.Entry(plan).Property(p => p.Version).OriginalValue = formVersion;
                write(plan);
                return LimitSaved.Done;
            }, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return LimitSaved.ChangedMeanwhile;
        }
    }

    /// <summary>Moves a limit one place up: where people fall under several keepings, the earlier one fills first.</summary>
    public Task<bool> UpAsync(Guid workshopId, Guid id, CancellationToken ct) => office.ReplanAsync(workshopId, async () =>
    {
        var limits = await db.SeatLimits.Where(l => l.WorkshopId == workshopId).OrderBy(l => l.Position).ThenBy(l => l.Id).ToListAsync(ct);
        var at = limits.FindIndex(l => l.Id == id);
        if (at < 1) return false;
        (limits[at - 1], limits[at]) = (limits[at], limits[at - 1]);
        for (var i = 0; i < limits.Count; i++) limits[i].Position = i + 1;
        return true;
    }, ct);

    /// <summary>Who would be offered the seats of a keeping at its release, in the order of the line: shown beforehand.</summary>
    public Task<LimitEffect> ReleaseAsync(Workshop workshop, SeatLimit limit, CancellationToken ct) =>
        EffectAsync(workshop, limit.Rule with { Held = 0 }, ct);
}
