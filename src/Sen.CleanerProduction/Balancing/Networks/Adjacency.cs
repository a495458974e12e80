namespace Sen.CleanerProduction.Balancing.Networks;

/// <summary>The streams at each node, the surroundings included, as one array with offsets.</summary>
internal sealed class Adjacency
{
    public Adjacency(BalanceModel model, Func<int, bool> counts)
    {
        Offsets = new int[model.NodeCount + 2];
        for (var j = 0; j < model.FlowCount; j++)
        {
            if (model.From[j] == model.To[j] || !counts(j)) continue;
            Offsets[model.From[j] + 1]++;
            Offsets[model.To[j] + 1]++;
        }
        for (var i = 0; i <= model.NodeCount; i++) Offsets[i + 1] += Offsets[i];
        Streams = new int[Offsets[^1]];
        var next = Offsets[..^1];
        for (var j = 0; j < model.FlowCount; j++)
        {
            if (model.From[j] == model.To[j] || !counts(j)) continue;
            Streams[next[model.From[j]]++] = j;
            Streams[next[model.To[j]]++] = j;
        }
    }

    public int[] Offsets { get; }

    public int[] Streams { get; }

    public ReadOnlySpan<int> At(int node) => Streams.AsSpan(Offsets[node], Offsets[node + 1] - Offsets[node]);
}
