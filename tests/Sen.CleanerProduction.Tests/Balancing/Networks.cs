using CsCheck;

namespace Sen.CleanerProduction.Tests.Balancing;

/// <summary>Random plants: a tree of nodes with further streams and outlets, so that every shape of loop and dead end occurs.</summary>
internal static class Networks
{
    public static readonly Gen<Plant> Small = from seed in Gen.Int[0, int.MaxValue] from nodes in Gen.Int[1, 7] from extra in Gen.Int[0, 8] select Make(seed, nodes + extra, nodes, 0.4, 0.1, false);

    public static Plant Make(int seed, int streams, int nodes, double unmeasured = 0, double exact = 0, bool plantLike = true, double spread = 0, bool correlated = false)
    {
        var random = new Random(seed);
        var ends = new List<(int From, int To)>();
        for (var i = 0; i < nodes; i++) ends.Add((i == 0 ? -1 : plantLike ? Math.Max(0, i - 1 - random.Next(4)) : random.Next(i), i));
        while (ends.Count < streams)
        {
            var a = random.Next(nodes);
            var b = plantLike && random.NextDouble() < 0.6 ? -1 : plantLike ? Math.Clamp(a + random.Next(-8, 9), 0, nodes - 1) : random.Next(-1, nodes);
            if (a != b) ends.Add(random.Next(2) == 0 || b < 0 ? (a, b) : (b, a));
        }
        // True flows that balance: whatever a node has over goes out by one more stream.
        var flows = new List<Flow>();
        var net = new double[nodes];
        foreach (var (from, to) in ends)
        {
            var flow = 10 + (90 * random.NextDouble());
            if (from >= 0) net[from] -= flow;
            if (to >= 0) net[to] += flow;
            flows.Add(Measure(random, "s" + flows.Count, from, to, flow, unmeasured, exact, spread));
        }
        for (var i = 0; i < nodes; i++) flows.Add(Measure(random, "s" + flows.Count, i, -1, net[i], unmeasured, exact, spread));
        var correlations = new List<Correlation>();
        for (var k = 0; correlated && k + 1 < flows.Count; k += 5)
            if (flows[k].StandardUncertainty > 0 && flows[k + 1].StandardUncertainty > 0) correlations.Add(new(flows[k].Id, flows[k + 1].Id, (1.6 * random.NextDouble()) - 0.8));
        return new Plant { Nodes = [.. Enumerable.Range(0, nodes).Select(i => "n" + i)], Flows = flows, Correlations = correlations };
    }

    private static Flow Measure(Random random, string id, int from, int to, double truth, double unmeasured, double exact, double spread)
    {
        var flow = new Flow(id, from < 0 ? null : "n" + from, to < 0 ? null : "n" + to);
        var kind = random.NextDouble();
        if (kind < unmeasured) return flow;
        if (kind < unmeasured + exact) return flow with { Measured = truth, StandardUncertainty = 0 };
        var sd = (0.5 + random.NextDouble()) * Math.Exp(spread * (random.NextDouble() - 0.5));
        return flow with { Measured = truth + (sd * (random.NextDouble() - 0.5) * 4), StandardUncertainty = sd };
    }

    /// <summary>The largest node balance left over, as a part of the largest flow; nodes with an undetermined stream do not count.</summary>
    public static double Miss(Plant plant, IReadOnlyList<double?> values)
    {
        var net = plant.Nodes.ToDictionary(n => n, _ => 0.0, StringComparer.Ordinal);
        var largest = 1e-300;
        for (var j = 0; j < plant.Flows.Count; j++)
        {
            largest = Math.Max(largest, Math.Abs(values[j] ?? 0));
            if (plant.Flows[j].From is { } from) net[from] -= values[j] ?? double.NaN;
            if (plant.Flows[j].To is { } to) net[to] += values[j] ?? double.NaN;
        }
        return net.Values.Where(v => !double.IsNaN(v)).Select(Math.Abs).DefaultIfEmpty(0).Max() / largest;
    }
}
