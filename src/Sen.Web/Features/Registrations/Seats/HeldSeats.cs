using System.Runtime.InteropServices;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>
/// How many of the kept seats are filled when each person fills at most one: the largest matching of people to the keepings that cover
/// them. Counting a person under every keeping they fall under would give seats away that were promised (docs/methods/seats.md).
/// People are grouped by which keepings cover them, so the network has as many nodes as there are different groups.
/// </summary>
internal sealed class HeldSeats(IReadOnlyList<int> held)
{
    /// <summary>One bit per keeping.</summary>
    public const int Most = 60;

    private readonly Dictionary<ulong, int> groups = [];
    private int? filled;

    public int Total { get; } = held.Sum();

    public int Filled => filled ??= Flow(groups);

    public void Change(ulong covering, int people)
    {
        if (covering == 0 || people == 0) return;
        ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, covering, out _);
        count += people;
        filled = null;
    }

    public bool WouldFill(ulong covering)
    {
        if (covering == 0) return false;
        if (Filled == Total) return false;
        var with = new Dictionary<ulong, int>(groups);
        with[covering] = with.GetValueOrDefault(covering) + 1;
        return Flow(with) > Filled;
    }

    /// <summary>How the filled seats lie on the keepings; earlier keepings fill first where there is a choice.</summary>
    public IReadOnlyList<int> FilledBy()
    {
        var by = new int[held.Count];
        _ = Flow(groups, by);
        return by;
    }

    /// <summary>Augmenting paths with bottlenecks (Edmonds and Karp 1972) on groups → keepings.</summary>
    private int Flow(Dictionary<ulong, int> people, int[]? by = null)
    {
        var masks = people.Where(g => g.Value > 0).Select(g => g.Key).Order().ToArray();
        var left = masks.Select(m => people[m]).ToArray();
        var room = held.ToArray();
        var flow = new int[masks.Length, held.Count];
        var total = 0;
        for (var group = 0; group < masks.Length; group++)
            while (left[group] > 0 && Push(group, left[group]) is > 0 and var pushed)
            {
                left[group] -= pushed;
                total += pushed;
            }
        if (by is not null)
            for (var h = 0; h < held.Count; h++)
                for (var g = 0; g < masks.Length; g++) by[h] += flow[g, h];
        return total;

        // From one group to any keeping with room, moving other groups' people aside on the way.
        int Push(int from, int most)
        {
            var cameFrom = new int[held.Count];
            Array.Fill(cameFrom, -1);
            var groupFrom = new int[masks.Length];
            Array.Fill(groupFrom, -1);
            var queue = new Queue<int>([from]);
            var seen = new HashSet<int> { from };
            while (queue.TryDequeue(out var g))
                for (var h = 0; h < held.Count; h++)
                {
                    if ((masks[g] >> h & 1) == 0 || cameFrom[h] >= 0) continue;
                    cameFrom[h] = g;
                    if (room[h] > 0) return Along(h);
                    for (var other = 0; other < masks.Length; other++)
                        if (flow[other, h] > 0 && seen.Add(other))
                        {
                            groupFrom[other] = h;
                            queue.Enqueue(other);
                        }
                }
            return 0;

            int Along(int end)
            {
                var amount = Math.Min(most, room[end]);
                for (var g = cameFrom[end]; g != from; g = cameFrom[groupFrom[g]]) amount = Math.Min(amount, flow[g, groupFrom[g]]);
                room[end] -= amount;
                for (var h = end; ; h = groupFrom[cameFrom[h]])
                {
                    var g = cameFrom[h];
                    flow[g, h] += amount;
                    if (g == from) return amount;
                    flow[g, groupFrom[g]] -= amount;
                }
            }
        }
    }
}
