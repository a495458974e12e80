namespace Sen.CleanerProduction.Sankey;

/// <summary>Nodes in layers: flows that close a loop turned around, layers by longest path, long flows cut into pieces of one layer each.</summary>
/// <remarks>Sugiyama, Tagawa and Toda 1981; Eades, Lin and Smyth 1993 for the order that turns little around; Gansner et al. 1993 for transposition.</remarks>
internal sealed class LayeredGraph
{
    public LayeredGraph(int nodes, int[] from, int[] to, double[] weight)
    {
        (From, To) = (from, to);
        Back = new bool[from.Length];
        FindLoops(nodes, weight);
        Layer = Layers(nodes);
        Cut(nodes);
    }

    public int[] From { get; }

    public int[] To { get; }

    /// <summary>Flows that go against the layers.</summary>
    public bool[] Back { get; }

    /// <summary>Layer of each node, then of each stand-in on a long flow.</summary>
    public List<int> Layer { get; }

    /// <summary>For each flow the places it passes: its ends and, between them, its stand-ins.</summary>
    public int[][] Path { get; private set; } = [];

    /// <summary>Depth-first from the nodes that give most and take least; what meets a node still open closes a loop.</summary>
    private void FindLoops(int nodes, double[] weight)
    {
        var balance = new double[nodes];
        var leaving = new List<int>[nodes];
        for (var i = 0; i < nodes; i++) leaving[i] = [];
        for (var e = 0; e < From.Length; e++)
        {
            if (From[e] == To[e]) { Back[e] = true; continue; }
            balance[From[e]] += weight[e];
            balance[To[e]] -= weight[e];
            leaving[From[e]].Add(e);
        }
        // The greatest flow is followed first, so that what closes a loop is the smaller part.
        foreach (var list in leaving) list.Sort((a, b) => weight[a] != weight[b] ? weight[b].CompareTo(weight[a]) : a.CompareTo(b));
        var state = new byte[nodes];
        var next = new int[nodes];
        var stack = new Stack<int>();
        foreach (var root in Enumerable.Range(0, nodes).OrderByDescending(i => balance[i]))
        {
            if (state[root] != 0) continue;
            stack.Push(root);
            state[root] = 1;
            while (stack.TryPeek(out var node))
            {
                if (next[node] == leaving[node].Count)
                {
                    state[node] = 2;
                    stack.Pop();
                    continue;
                }
                var e = leaving[node][next[node]++];
                if (state[To[e]] == 1) Back[e] = true;
                else if (state[To[e]] == 0)
                {
                    state[To[e]] = 1;
                    stack.Push(To[e]);
                }
            }
        }
    }

    private List<int> Layers(int nodes)
    {
        var waits = new int[nodes];
        for (var e = 0; e < From.Length; e++) if (!Back[e]) waits[To[e]]++;
        var layer = new int[nodes];
        var leaving = Enumerable.Range(0, From.Length).Where(e => !Back[e]).ToLookup(e => From[e]);
        var ready = new Queue<int>(Enumerable.Range(0, nodes).Where(i => waits[i] == 0));
        while (ready.TryDequeue(out var node))
        {
            foreach (var e in leaving[node])
            {
                layer[To[e]] = Math.Max(layer[To[e]], layer[node] + 1);
                if (--waits[To[e]] == 0) ready.Enqueue(To[e]);
            }
        }
        // What only gives stands right before what it first gives to, not at the far left.
        for (var i = 0; i < nodes; i++)
            if (leaving[i].Any() && !Enumerable.Range(0, From.Length).Any(e => !Back[e] && To[e] == i)) layer[i] = leaving[i].Min(e => layer[To[e]]) - 1;
        return [.. layer];
    }

    private void Cut(int nodes)
    {
        var count = nodes;
        Path = new int[From.Length][];
        for (var e = 0; e < From.Length; e++)
        {
            if (Back[e]) { Path[e] = [From[e], To[e]]; continue; }
            var path = new List<int> { From[e] };
            for (var l = Layer[From[e]] + 1; l < Layer[To[e]]; l++)
            {
                path.Add(count++);
                Layer.Add(l);
            }
            path.Add(To[e]);
            Path[e] = [.. path];
        }
    }
}
