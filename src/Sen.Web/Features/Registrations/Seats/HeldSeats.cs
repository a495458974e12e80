using System.Runtime.InteropServices;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>
/// How many of the kept seats are filled when each person fills at most one: the largest matching of people to the keepings that cover
/// them. Counting a person under every keeping they fall under would give seats away that were promised (docs/methods/seats.md).
/// People are grouped by which keepings cover them. Seats kept for one agency alone cover nobody else, so its people fill those first and
/// only the rest enter the network: however many agencies are invited, the network stays small (decision 0009).
/// </summary>
/// <param name="held">Keepings whose sets may overlap.</param>
/// <param name="own">Seats kept for one agency and nobody else.</param>
internal sealed class HeldSeats(IReadOnlyList<int> held, IReadOnlyDictionary<Guid, int> own)
{
    /// <summary>One bit per keeping.</summary>
    public const int Most = 60;

    /// <summary>People alike: the overlapping keepings that cover them, and their agency where it has seats of its own.</summary>
    private readonly record struct Group(ulong Covering, Guid Agency);

    private readonly Dictionary<Group, int> groups = [];
    private int? filled;

    public int Total { get; } = held.Sum() + own.Values.Sum();

    public int Filled => filled ??= Flow(groups);

    public void Change(ulong covering, Guid? agency, int people)
    {
        var group = GroupOf(covering, agency);
        if (group == default || people == 0) return;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, group, out _);
        count += people;
        filled = null;
    }

    public bool WouldFill(ulong covering, Guid? agency)
    {
        var group = GroupOf(covering, agency);
        if (group == default || Filled == Total) return false;
        var with = new Dictionary<Group, int>(groups);
        with[group] = with.GetValueOrDefault(group) + 1;
        return Flow(with) > Filled;
    }

    /// <summary>How the filled seats lie on the keepings; earlier keepings fill first where there is a choice.</summary>
    public (IReadOnlyList<int> Held, Dictionary<Guid, int> Own) FilledBy()
    {
        var (by, byOwn) = (new int[held.Count], new Dictionary<Guid, int>());
        _ = Flow(groups, by, byOwn);
        return (by, byOwn);
    }

    private Group GroupOf(ulong covering, Guid? agency) => new(covering, agency is { } a && own.ContainsKey(a) ? a : Guid.Empty);

    private int Flow(Dictionary<Group, int> people, int[]? by = null, Dictionary<Guid, int>? byOwn = null)
    {
        var (nodes, counts, rooms) = (new List<(ulong Covering, int Own)>(), new List<int>(), held.ToList());
        var agencies = new List<Guid>();
        var total = 0;
        var shared = new SortedDictionary<ulong, int>();
        foreach (var agency in people.Where(g => g.Value > 0).GroupBy(g => g.Key.Agency))
        {
            if (agency.Key == Guid.Empty)
            {
                foreach (var (group, n) in agency) shared[group.Covering] = shared.GetValueOrDefault(group.Covering) + n;
                continue;
            }
            var alike = agency.ToList();
            if (alike.Count == 1)
            {
                // An exclusive seat filled first never costs another one: whoever else sat there could only be of this group.
                var (group, n) = alike[0];
                var first = Math.Min(n, own[agency.Key]);
                total += first;
                if (byOwn is not null) byOwn[agency.Key] = first;
                if (group.Covering != 0 && n > first) shared[group.Covering] = shared.GetValueOrDefault(group.Covering) + n - first;
                continue;
            }
            // People of one agency whom different keepings cover as well: which of them fills its own seats matters, so it enters the network.
            foreach (var (group, n) in alike.OrderBy(g => g.Key.Covering))
            {
                nodes.Add((group.Covering, rooms.Count));
                counts.Add(n);
            }
            agencies.Add(agency.Key);
            rooms.Add(own[agency.Key]);
        }
        foreach (var (covering, n) in shared)
        {
            nodes.Add((covering, -1));
            counts.Add(n);
        }
        var flow = KeepingFlow.Of([.. nodes], [.. counts], [.. rooms]);
        for (var k = 0; k < rooms.Count; k++)
        {
            var here = 0;
            for (var g = 0; g < nodes.Count; g++) here += flow[g, k];
            total += here;
            if (k < held.Count && by is not null) by[k] = here;
            else if (k >= held.Count && byOwn is not null) byOwn[agencies[k - held.Count]] = here;
        }
        return total;
    }
}
