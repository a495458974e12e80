namespace Sen.CleanerProduction.Balancing.Networks;

/// <summary>The streams at each node as one array with offsets; what begins and ends at one node is left out.</summary>
internal sealed class Adjacency
{
    public Adjacency(int[] from, int[] to, int nodes, Func<int, bool> counts)
    {
        Offsets = new int[nodes + 1];
        for (var j = 0; j < from.Length; j++)
        {
            if (from[j] == to[j] || !counts(j)) continue;
            Offsets[from[j] + 1]++;
            Offsets[to[j] + 1]++;
        }
        for (var i = 0; i < nodes; i++) Offsets[i + 1] += Offsets[i];
        Streams = new int[Offsets[^1]];
        var next = Offsets[..^1];
        for (var j = 0; j < from.Length; j++)
        {
            if (from[j] == to[j] || !counts(j)) continue;
            Streams[next[from[j]]++] = j;
            Streams[next[to[j]]++] = j;
        }
    }

    public int[] Offsets { get; }

    public int[] Streams { get; }

    public ReadOnlySpan<int> At(int node) => Streams.AsSpan(Offsets[node], Offsets[node + 1] - Offsets[node]);
}
