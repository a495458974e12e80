namespace Sen.CleanerProduction.Balancing.Networks;

/// <summary>What a pure network can say about each stream, read from the graph alone: no rank, no tolerance.</summary>
/// <remarks>
/// Nodes joined by unmeasured streams become one; the balances that remain are those of the merged nodes (Mah, Stanley and Downing 1976;
/// Kretsovalis and Mavrovouniotis). An unmeasured stream is observable exactly when it is a bridge of the unmeasured subgraph, the surroundings being a node;
/// a measured one is redundant exactly when the merged nodes at its ends differ.
/// </remarks>
internal sealed class NetworkStructure
{
    public NetworkStructure(BalanceModel model)
    {
        Unmeasured = new SpanningForest(model.From, model.To, model.NodeCount + 1, model.Outside, j => model.Known[j] == Knowledge.Unknown);
        var merged = new UnionFind(model.NodeCount + 1);
        for (var j = 0; j < model.FlowCount; j++) if (model.Known[j] == Knowledge.Unknown) merged.Join(model.From[j], model.To[j]);
        Merged = new int[model.NodeCount + 1];
        Array.Fill(Merged, -1);
        var number = new int[model.NodeCount + 1];
        Array.Fill(number, -1);
        for (var i = 0; i <= model.NodeCount; i++)
        {
            var root = merged.Find(i);
            if (number[root] < 0) number[root] = MergedCount++;
            Merged[i] = number[root];
        }
        // Merged nodes that only exact values join to the rest: their balances cannot be adjusted, one of each island depends on the others.
        var islands = new UnionFind(MergedCount);
        for (var j = 0; j < model.FlowCount; j++) if (model.Known[j] == Knowledge.Inexact) islands.Join(Merged[model.From[j]], Merged[model.To[j]]);
        Island = [.. Enumerable.Range(0, MergedCount).Select(islands.Find)];
        Row = new int[MergedCount];
        var ground = Merged[model.Outside];
        var dropped = new HashSet<int> { Island[ground] };
        for (var c = 0; c < MergedCount; c++)
            Row[c] = c == ground || (Island[c] != Island[ground] && dropped.Add(Island[c])) ? -1 : Rows++;
    }

    /// <summary>Forest over the unmeasured streams; its bridges are the observable ones.</summary>
    public SpanningForest Unmeasured { get; }

    /// <summary>Merged node of each node, the surroundings last.</summary>
    public int[] Merged { get; }

    public int MergedCount { get; }

    /// <summary>Island of each merged node.</summary>
    public int[] Island { get; }

    /// <summary>Balance of each merged node among the independent ones, or −1.</summary>
    public int[] Row { get; }

    /// <summary>How many balances are independent: the degrees of freedom.</summary>
    public int Rows { get; }

    /// <summary>Measured streams that alone join two parts of the merged network: what is exact determines them wholly.</summary>
    public bool[] Determined(BalanceModel model)
    {
        int[] from = [.. model.From.Select(i => Merged[i])];
        int[] to = [.. model.To.Select(i => Merged[i])];
        return new SpanningForest(from, to, MergedCount, Merged[model.Outside], j => model.Known[j] == Knowledge.Inexact).Bridge;
    }

    public bool IsRedundant(BalanceModel model, int flow) => Merged[model.From[flow]] != Merged[model.To[flow]];

    /// <summary>Islands whose exact values do not add up, each as one reason.</summary>
    public List<string> Contradictions(BalanceModel model)
    {
        var net = new double[MergedCount];
        var size = new double[MergedCount];
        var some = new string?[MergedCount];
        for (var j = 0; j < model.FlowCount; j++)
        {
            var (a, b) = (Island[Merged[model.From[j]]], Island[Merged[model.To[j]]]);
            if (model.Known[j] != Knowledge.Exact || a == b) continue;
            net[a] -= model.Measured[j];
            net[b] += model.Measured[j];
            foreach (var i in (ReadOnlySpan<int>)[a, b])
            {
                size[i] = Math.Max(size[i], Math.Abs(model.Measured[j]));
                some[i] = some[i] is null ? model.Ids[j] : some[i]!.Length > 200 ? some[i] : $"{some[i]}, {model.Ids[j]}";
            }
        }
        var ground = Island[Merged[model.Outside]];
        return [.. Enumerable.Range(0, MergedCount).Where(i => i != ground && Math.Abs(net[i]) > 1e-9 * size[i])
            .Select(i => $"exact values contradict a balance: {some[i]} leave {net[i]:R} over")];
    }
}
