namespace Sen.CleanerProduction.Sankey;

/// <summary>Orders every layer so that few bands cross: sweeps by weighted barycentre, then exchanges of neighbours while that helps.</summary>
internal sealed class CrossingOrder
{
    private const int MostSweeps = 24;

    private readonly LayeredGraph graph;
    private readonly List<(int A, int B, double Weight)> pieces = [];
    private readonly List<int>[] before;
    private readonly List<int>[] after;

    public CrossingOrder(LayeredGraph graph, double[] weight, bool[] apart)
    {
        this.graph = graph;
        var count = graph.Layer.Count;
        (before, after) = (new List<int>[count], new List<int>[count]);
        for (var i = 0; i < count; i++) (before[i], after[i]) = ([], []);
        for (var e = 0; e < graph.Path.Length; e++)
        {
            if (graph.Back[e]) continue;
            for (var k = 1; k < graph.Path[e].Length; k++)
            {
                var (a, b) = (graph.Path[e][k - 1], graph.Path[e][k]);
                after[a].Add(pieces.Count);
                before[b].Add(pieces.Count);
                pieces.Add((a, b, Math.Max(weight[e], double.Epsilon)));
            }
        }
        Layers = [.. Enumerable.Range(0, count).GroupBy(i => graph.Layer[i]).OrderBy(g => g.Key).Select(g => g.ToArray())];
        Apart = apart;
        Place = new int[count];
        Settle();
        Sweep();
    }

    /// <summary>Places from top to bottom, layer by layer.</summary>
    public int[][] Layers { get; private set; }

    public int[] Place { get; }

    /// <summary>Places of waste and loss: always below the others.</summary>
    private bool[] Apart { get; }

    public int Crossings()
    {
        var total = 0;
        for (var l = 1; l < Layers.Length; l++)
        {
            (int A, int B)[] between = [.. Layers[l].SelectMany(b => before[b]).Select(p => (Place[pieces[p].A], Place[pieces[p].B])).Order()];
            for (var i = 0; i < between.Length; i++)
                for (var j = 0; j < i; j++) if (between[j].A < between[i].A && between[j].B > between[i].B) total++;
        }
        return total;
    }

    private void Sweep()
    {
        var (best, fewest) = (Layers.Select(l => (int[])l.Clone()).ToArray(), Crossings());
        for (var sweep = 0; sweep < MostSweeps && fewest > 0; sweep++)
        {
            var forward = sweep % 2 == 0;
            for (var k = 1; k < Layers.Length; k++)
            {
                var l = forward ? k : Layers.Length - 1 - k;
                var centre = Layers[l].ToDictionary(i => i, i => Centre(i, forward ? before : after, forward));
                Layers[l] = [.. Layers[l].OrderBy(i => IsApart(i)).ThenBy(i => centre[i]).ThenBy(i => Place[i])];
                Settle(l);
            }
            Transpose();
            if (Crossings() is var now && now < fewest) (best, fewest) = (Layers.Select(l => (int[])l.Clone()).ToArray(), now);
        }
        Layers = best;
        Settle();
    }

    private double Centre(int i, List<int>[] side, bool forward)
    {
        var (sum, weight) = (0.0, 0.0);
        foreach (var p in side[i])
        {
            sum += pieces[p].Weight * Place[forward ? pieces[p].A : pieces[p].B];
            weight += pieces[p].Weight;
        }
        return weight > 0 ? sum / weight : Place[i];
    }

    private void Transpose()
    {
        for (var (round, better) = (0, true); better && round < 8; round++)
        {
            better = false;
            foreach (var layer in Layers)
            {
                for (var k = 1; k < layer.Length; k++)
                {
                    var (u, v) = (layer[k - 1], layer[k]);
                    if (IsApart(u) != IsApart(v) || Between(u, v) <= Between(v, u)) continue;
                    (layer[k - 1], layer[k]) = (v, u);
                    (Place[u], Place[v]) = (k, k - 1);
                    better = true;
                }
            }
        }
    }

    /// <summary>Crossings of two neighbours' bands with u above v.</summary>
    private int Between(int u, int v)
    {
        var count = 0;
        foreach (var p in before[u]) foreach (var q in before[v]) if (Place[pieces[p].A] > Place[pieces[q].A]) count++;
        foreach (var p in after[u]) foreach (var q in after[v]) if (Place[pieces[p].B] > Place[pieces[q].B]) count++;
        return count;
    }

    private bool IsApart(int i) => i < Apart.Length && Apart[i];

    private void Settle()
    {
        for (var l = 0; l < Layers.Length; l++)
        {
            Layers[l] = [.. Layers[l].OrderBy(IsApart)];
            Settle(l);
        }
    }

    private void Settle(int layer)
    {
        for (var k = 0; k < Layers[layer].Length; k++) Place[Layers[layer][k]] = k;
    }
}
