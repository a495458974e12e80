namespace Sen.CleanerProduction.Balancing;

/// <summary>Nodal tests: what the measurements alone say about each balance, before anything is reconciled.</summary>
/// <remarks>Reilly and Carpani 1963; Mah, Stanley and Downing, Ind. Eng. Chem. Proc. Des. Dev. 15 (1976) 175.</remarks>
public static class NodeTests
{
    /// <summary>Residual and test of every node.</summary>
    /// <param name="plant">A plant without problems.</param>
    /// <returns>In the order of the nodes. Residual and z are null where a stream of the node is unmeasured, z where all are exact.</returns>
    /// <exception cref="InputException">The plant has problems.</exception>
    public static IReadOnlyList<NodeTest> Of(Plant plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        return plant.Problems() is { Count: > 0 } problems ? throw new InputException(problems) : Of(new BalanceModel(plant));
    }

    internal static NodeTest[] Of(BalanceModel model)
    {
        var residual = new double[model.NodeCount + 1];
        var variance = new double[model.NodeCount + 1];
        for (var j = 0; j < model.FlowCount; j++)
        {
            var (from, to) = (model.From[j], model.To[j]);
            if (from == to)
            {
                // In and out at once: it says nothing about the node unless it is unmeasured.
                residual[from] += model.Known[j] == Knowledge.Unknown ? double.NaN : 0;
                continue;
            }
            residual[from] -= model.Measured[j];
            residual[to] += model.Measured[j];
            if (model.Known[j] != Knowledge.Inexact) continue;
            variance[from] += model.Sd[j] * model.Sd[j];
            variance[to] += model.Sd[j] * model.Sd[j];
        }
        foreach (var group in model.Covariance.Groups) AddCovariances(model, group, variance);
        return [.. Enumerable.Range(0, model.NodeCount).Select(i => new NodeTest(model.Plant.Nodes[i],
            double.IsNaN(residual[i]) ? null : residual[i],
            double.IsNaN(residual[i]) || !(variance[i] > 0) ? null : Math.Abs(residual[i]) / Math.Sqrt(variance[i])))];
    }

    private static void AddCovariances(BalanceModel model, CorrelationGroup group, double[] variance)
    {
        var n = group.Members.Length;
        for (var a = 0; a < n; a++)
        {
            var i = model.Inexact[group.Members[a]];
            if (i >= model.FlowCount || model.From[i] == model.To[i]) continue;
            for (var b = 0; b < n; b++)
            {
                var j = model.Inexact[group.Members[b]];
                if (a == b || group.R[(a * n) + b] == 0 || j >= model.FlowCount || model.From[j] == model.To[j]) continue;
                var c = group.R[(a * n) + b] * model.Sd[i] * model.Sd[j];
                if (model.From[i] == model.From[j] || model.From[i] == model.To[j]) variance[model.From[i]] += model.From[i] == model.From[j] ? c : -c;
                if (model.To[i] == model.To[j] || model.To[i] == model.From[j]) variance[model.To[i]] += model.To[i] == model.To[j] ? c : -c;
            }
        }
    }
}

/// <summary>A node's test.</summary>
/// <param name="Id">The node.</param>
/// <param name="Residual">In − out of the measured values, in the flows' unit; null where a stream is unmeasured.</param>
/// <param name="Z">|residual| over its standard uncertainty; null where the residual is, or where all streams are exact.</param>
public sealed record NodeTest(string Id, double? Residual, double? Z);
