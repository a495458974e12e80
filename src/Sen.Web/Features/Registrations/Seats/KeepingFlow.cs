namespace Sen.Web.Features.Registrations.Seats;

/// <summary>The largest flow of groups of people to keepings, by augmenting paths with bottlenecks (Edmonds and Karp 1972).</summary>
internal static class KeepingFlow
{
    /// <param name="groups">The keepings that cover a group: one bit each, and one more that is the group's own (-1 for none).</param>
    /// <returns>How many of each group lie on each keeping.</returns>
    public static int[,] Of((ulong Covering, int Own)[] groups, int[] people, int[] room)
    {
        var flow = new int[groups.Length, room.Length];
        for (var group = 0; group < groups.Length; group++)
            while (people[group] > 0 && Push(group, people[group]) is > 0 and var pushed) people[group] -= pushed;
        return flow;

        bool Covers(int g, int k) => groups[g].Own == k || (k < HeldSeats.Most && (groups[g].Covering >> k & 1) != 0);

        // From one group to any keeping with room, moving other groups' people aside on the way.
        int Push(int from, int most)
        {
            var cameFrom = new int[room.Length];
            Array.Fill(cameFrom, -1);
            var groupFrom = new int[groups.Length];
            Array.Fill(groupFrom, -1);
            var queue = new Queue<int>([from]);
            var seen = new HashSet<int> { from };
            while (queue.TryDequeue(out var g))
                for (var k = 0; k < room.Length; k++)
                {
                    if (!Covers(g, k) || cameFrom[k] >= 0) continue;
                    cameFrom[k] = g;
                    if (room[k] > 0) return Along(k);
                    for (var other = 0; other < groups.Length; other++)
                        if (flow[other, k] > 0 && seen.Add(other))
                        {
                            groupFrom[other] = k;
                            queue.Enqueue(other);
                        }
                }
            return 0;

            int Along(int end)
            {
                var amount = Math.Min(most, room[end]);
                for (var g = cameFrom[end]; g != from; g = cameFrom[groupFrom[g]]) amount = Math.Min(amount, flow[g, groupFrom[g]]);
                room[end] -= amount;
                for (var k = end; ; k = groupFrom[cameFrom[k]])
                {
                    var g = cameFrom[k];
                    flow[g, k] += amount;
                    if (g == from) return amount;
                    flow[g, groupFrom[g]] -= amount;
                }
            }
        }
    }
}
