namespace Sen.CleanerProduction.Balancing.Networks;

/// <summary>Observable unmeasured streams: each is the net of the measured ones that cross the cut it bridges.</summary>
internal sealed class UnmeasuredFlows(BalanceModel model, NetworkStructure structure)
{
    private Adjacency? all;

    public bool IsObservable(int flow) => structure.Unmeasured.Bridge[flow];

    /// <summary>Writes the values of observable streams into x, where the measured ones stand already.</summary>
    public void Fill(Span<double> x)
    {
        var forest = structure.Unmeasured;
        var net = new double[model.NodeCount + 1];
        for (var j = 0; j < model.FlowCount; j++)
        {
            if (model.Known[j] == Knowledge.Unknown || model.From[j] == model.To[j]) continue;
            net[model.From[j]] -= x[j];
            net[model.To[j]] += x[j];
        }
        for (var i = forest.Order.Length - 1; i >= 0; i--)
        {
            var node = forest.Order[i];
            if (forest.Parent[node] is not (>= 0 and var stream)) continue;
            var above = model.From[stream] == node ? model.To[stream] : model.From[stream];
            // What the subtree has over must leave by the one stream that joins it to the rest.
            var flow = model.From[stream] == node ? net[node] : -net[node];
            if (forest.Bridge[stream]) x[stream] = flow;
            net[above] += net[node];
        }
    }

    /// <summary>An observable stream as a sum of inexact measurements (exact ones only shift it).</summary>
    public Combination Of(int flow)
    {
        all ??= new Adjacency(model.From, model.To, model.NodeCount + 1, static _ => true);
        var forest = structure.Unmeasured;
        var below = forest.Below(flow);
        var (first, last) = (forest.At[below], forest.At[below] + forest.Subtree[below]);
        var places = new List<int>();
        var weights = new List<double>();
        var outward = model.From[flow] == below ? 1.0 : -1.0;
        for (var i = first; i < last; i++)
        {
            var node = forest.Order[i];
            foreach (var j in all.At(node))
            {
                if (model.Known[j] != Knowledge.Inexact) continue;
                var other = forest.At[model.From[j] == node ? model.To[j] : model.From[j]];
                if (other >= first && other < last) continue;
                places.Add(model.Place[j]);
                weights.Add(model.To[j] == node ? outward : -outward);
            }
        }
        return new([.. places], [.. weights]);
    }
}
