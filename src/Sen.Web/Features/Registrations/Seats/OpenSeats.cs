using Sen.Web.Features.Programmes;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>The seats of a workshop while its lock is held: what stands in the rows, and what this transaction has changed so far.</summary>
public sealed class OpenSeats(Workshop workshop, SeatPlan plan, IReadOnlyList<SeatLimit> limits, SeatBook book, DateTime now, DateTime localNow)
{
    private readonly int takenBefore = book.Taken;
    private readonly Dictionary<Guid, int> byLimitBefore = limits.ToDictionary(l => l.Id, l => book.TakenBy(l.Id));

    public Workshop Workshop => workshop;
    public SeatPlan Plan => plan;
    public IReadOnlyList<SeatLimit> Limits => limits;
    public SeatBook Book => book;
    /// <summary>All that is applied: the organiser's limits, and the seats kept for invited agencies.</summary>
    public IReadOnlyList<LimitRule> Rules => book.Limits;
    /// <summary>UTC.</summary>
    public DateTime Now => now;
    public DateTime LocalNow => localNow;

    /// <summary>From the first day on what happens in the hall is recorded; limits are reported and no longer enforced.</summary>
    public bool HasBegun => workshop.Status == WorkshopStatus.Held || workshop.StartsOn <= DateOnly.FromDateTime(localNow);

    /// <summary>Offers stop with the registration window and with the first day.</summary>
    public bool MayOffer => workshop.Status == WorkshopStatus.Published && !HasBegun && !(workshop.RegistrationCloses <= localNow);

    /// <summary>Where a seat was taken without regard to the limits, as a list after the start may.</summary>
    public bool Unlimited { get; set; }

    public int SeatsChanged => book.Taken - takenBefore;

    public IEnumerable<(Guid Limit, int Change)> LimitsChanged => limits
        .Select(l => (l.Id, book.TakenBy(l.Id) - byLimitBefore[l.Id])).Where(x => x.Item2 != 0);

    public bool Admits(Registration registration) => Unlimited || book.Judge(Seatable.Of(registration)).Admits;

    /// <summary>Puts a registration into another state and moves its seat with it.</summary>
    public void Put(Registration registration, RegistrationState state, DateTime? keptUntil = null)
    {
        var (had, has) = (Registration.TakesSeat(registration.State), Registration.TakesSeat(state));
        registration.Becomes(state, now, keptUntil);
        if (had == has) return;
        if (has) book.Take(Seatable.Of(registration));
        else book.Leave(Seatable.Of(registration));
    }

    /// <summary>A registration that is new in this transaction: it takes its seat now.</summary>
    public void Enter(Registration registration)
    {
        if (Registration.TakesSeat(registration.State)) book.Take(Seatable.Of(registration));
    }

    /// <summary>
    /// Moves the seat of a registration to another set of limits, as a change of agency or of kind does. Null where that is done;
    /// otherwise why not, and nothing has changed. What stays in its set stays seated even above a cap that was lowered later.
    /// </summary>
    public SeatVerdict? Reseat(Registration registration, Seatable after)
    {
        var before = Seatable.Of(registration);
        if (!Registration.TakesSeat(registration.State) || before == after) return null;
        book.Leave(before);
        var verdict = book.Judge(after);
        var entered = book.Covering(after).Select(l => l.Id).Except(book.Covering(before).Select(l => l.Id)).Any() || before.Kind != after.Kind;
        if (Unlimited || verdict.Admits || !entered)
        {
            book.Take(after);
            return null;
        }
        book.Take(before);
        return verdict;
    }

    /// <summary>The end of a seat kept for some hours: never past the close, never past the first day.</summary>
    public DateTime KeptFor(TimeSpan time)
    {
        var until = now + time;
        foreach (var end in new[] { workshop.RegistrationCloses, workshop.StartsOn?.ToDateTime(TimeOnly.MinValue) })
            if (end is { } local && local > localNow && now + (local - localNow) < until) until = now + (local - localNow);
        return until;
    }
}
