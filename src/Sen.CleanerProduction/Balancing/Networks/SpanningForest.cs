namespace Sen.CleanerProduction.Balancing.Networks;

/// <summary>Depth-first forest over some of the streams, rooted at the surroundings first; finds the bridges: streams whose removal parts the graph.</summary>
/// <remarks>Tarjan, Inf. Proc. Letters 2 (1974) 160. Without recursion, so a line of 50,000 nodes is as good as a star.</remarks>
internal sealed class SpanningForest
{
    private readonly int[] from;
    private readonly int[] to;

    /// <param name="from">Node each stream leaves.</param>
    /// <param name="to">Node it enters.</param>
    /// <param name="nodes">Number of nodes.</param>
    /// <param name="ground">The surroundings: the first root, so that no subtree holds them and every subtree's balance is known.</param>
    /// <param name="counts">Which streams count.</param>
    public SpanningForest(int[] from, int[] to, int nodes, int ground, Func<int, bool> counts)
    {
        (this.from, this.to) = (from, to);
        (Order, At, Subtree, Parent) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        Bridge = new bool[from.Length];
        Array.Fill(Parent, -1);
        Array.Fill(At, -1);
        Walk(new Adjacency(from, to, nodes, counts), nodes, ground);
    }

    /// <summary>Nodes in the order they were met: a subtree is a stretch of it.</summary>
    public int[] Order { get; }

    /// <summary>Place of each node in <see cref="Order"/>.</summary>
    public int[] At { get; }

    /// <summary>Nodes below and including each.</summary>
    public int[] Subtree { get; }

    /// <summary>Stream by which each node was met; −1 for a root.</summary>
    public int[] Parent { get; }

    public bool[] Bridge { get; }

    /// <summary>The node a tree stream hangs from below.</summary>
    public int Below(int stream) => Parent[to[stream]] == stream ? to[stream] : from[stream];

    private void Walk(Adjacency adjacency, int size, int ground)
    {
        var low = new int[size];
        var next = adjacency.Offsets[..^1];
        var stack = new int[size];
        var met = 0;
        for (var r = -1; r < size; r++)
        {
            var root = r < 0 ? ground : r;
            if (At[root] >= 0) continue;
            var depth = 0;
            stack[0] = root;
            (At[root], Order[met], low[root]) = (met, root, met);
            met++;
            while (depth >= 0)
            {
                var node = stack[depth];
                if (next[node] < adjacency.Offsets[node + 1])
                {
                    var stream = adjacency.Streams[next[node]++];
                    if (stream == Parent[node]) continue;
                    var other = from[stream] == node ? to[stream] : from[stream];
                    if (At[other] >= 0) { low[node] = Math.Min(low[node], At[other]); continue; }
                    Parent[other] = stream;
                    (At[other], Order[met], low[other]) = (met, other, met);
                    met++;
                    stack[++depth] = other;
                    continue;
                }
                Subtree[node] = met - At[node];
                depth--;
                if (depth < 0) continue;
                low[stack[depth]] = Math.Min(low[stack[depth]], low[node]);
                if (low[node] == At[node]) Bridge[Parent[node]] = true;
            }
        }
    }
}
