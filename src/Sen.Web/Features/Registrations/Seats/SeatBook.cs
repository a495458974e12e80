using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>
/// The seats of one workshop as they stand: who takes which, what is kept for whom, whom the limits admit. No clock and no database.
/// A trainee is seated when capacity, every cap that covers them, and the seats kept for others allow it; other kinds only meet the caps that name their kind.
/// </summary>
public sealed class SeatBook
{
    private readonly IReadOnlySet<string> invited;
    private readonly IReadOnlyList<LimitRule> limits;
    private readonly List<LimitRule> several;
    private readonly ILookup<Guid, LimitRule> ofAgency;
    private readonly List<LimitRule> keepings;
    private readonly List<LimitRule> own;
    private readonly HeldSeats held;
    private readonly Dictionary<Guid, int> taken = [];

    public SeatBook(int? capacity, IEnumerable<LimitRule> limits, IReadOnlySet<string> invitedProvinces)
    {
        Capacity = capacity;
        invited = invitedProvinces;
        this.limits = [.. limits];
        // A batch of invitations brings one keeping per agency: a person meets only that of their own.
        ofAgency = this.limits.Where(l => l.Agency is not null).ToLookup(l => l.Agency!.Value);
        several = [.. this.limits.Where(l => l.Agency is null)];
        own = [.. this.limits.Where(l => l.IsOwnKeeping)];
        keepings = [.. this.limits.Where(l => l.Held > 0 && l.Kind == ParticipantKind.Trainee && !l.IsOwnKeeping).Take(HeldSeats.Most)];
        held = new HeldSeats([.. keepings.Select(k => k.Held)], own.GroupBy(k => k.Agency!.Value).ToDictionary(g => g.Key, g => g.Sum(k => k.Held)));
        foreach (var limit in this.limits) taken[limit.Id] = 0;
    }

    public int? Capacity { get; }
    /// <summary>Seats of trainees.</summary>
    public int Taken { get; private set; }
    /// <summary>Kept and still empty.</summary>
    public int Kept => held.Total - held.Filled;
    /// <summary>Null without a capacity.</summary>
    public int? Free => Capacity is { } c ? Math.Max(0, c - Taken) : null;
    public IReadOnlyList<LimitRule> Limits => limits;

    public int TakenBy(Guid limit) => taken.GetValueOrDefault(limit);

    public IEnumerable<LimitRule> Covering(Seatable p) => (p.AgencyId is { } agency ? several.Concat(ofAgency[agency]) : several).Where(l => l.Covers(p, invited));

    /// <summary>Whether a kept seat that is still empty is theirs.</summary>
    public bool IsKeptFor(in Seatable p) => p.Kind == ParticipantKind.Trainee && held.WouldFill(MaskOf(p), p.AgencyId);

    public void Take(Seatable p, int people = 1)
    {
        foreach (var limit in Covering(p)) taken[limit.Id] += people;
        if (p.Kind != ParticipantKind.Trainee) return;
        Taken += people;
        held.Change(MaskOf(p), p.AgencyId, people);
    }

    public void Leave(Seatable p) => Take(p, -1);

    public SeatVerdict Judge(Seatable p)
    {
        var reasons = new List<SeatReason>();
        foreach (var limit in Covering(p))
            if (limit.AtMost is { } most && taken[limit.Id] >= most) reasons.Add(new SeatReason.CapReached(limit.Name, taken[limit.Id], most));
        if (p.Kind == ParticipantKind.Trainee && Capacity is { } capacity)
        {
            if (Taken >= capacity) reasons.Add(new SeatReason.Full(capacity));
            // Who fills a kept seat takes nothing from others, even where more was promised than is left.
            else if (Taken + Kept >= capacity && !IsKeptFor(p)) reasons.Add(new SeatReason.KeptForOthers(Kept, [.. Unfilled().Select(k => k.Rule.Name).Distinct()]));
        }
        return new SeatVerdict(reasons, Free);
    }

    /// <summary>The keepings with seats still empty, and how many.</summary>
    public IEnumerable<(LimitRule Rule, int Empty)> Unfilled()
    {
        var (by, byOwn) = held.FilledBy();
        return keepings.Select((k, i) => (k, k.Held - by[i])).Concat(own.Select(k =>
        {
            // Two invitations of one agency: the earlier one fills first.
            var here = Math.Min(k.Held, byOwn.GetValueOrDefault(k.Agency!.Value));
            byOwn[k.Agency.Value] = byOwn.GetValueOrDefault(k.Agency.Value) - here;
            return (k, k.Held - here);
        })).Where(x => x.Item2 > 0);
    }

    private ulong MaskOf(in Seatable p)
    {
        var mask = 0ul;
        for (var i = 0; i < keepings.Count; i++)
            if (keepings[i].Covers(p, invited)) mask |= 1ul << i;
        return mask;
    }
}
