using Sen.CleanerProduction.Balancing.Equations;

namespace Sen.CleanerProduction.Balancing;

/// <summary>What is known of a quantity before reconciling.</summary>
internal enum Knowledge : byte
{
    Unknown,
    Exact,
    Inexact,
}

/// <summary>A plant as arrays: quantities in document order, flows first.</summary>
internal sealed class BalanceModel
{
    public BalanceModel(Plant plant)
    {
        Plant = plant;
        Variable[] all = [.. plant.Flows, .. plant.Variables];
        Count = all.Length;
        FlowCount = plant.Flows.Count;
        NodeCount = plant.Nodes.Count;
        (Ids, Known, Measured, Sd, Lower, Upper, Start, From, To) = (new string[Count], new Knowledge[Count], new double[Count], new double[Count], new double[Count], new double[Count], new double[Count], new int[FlowCount], new int[FlowCount]);
        var nodes = new Dictionary<string, int>(NodeCount, StringComparer.Ordinal);
        for (var i = 0; i < NodeCount; i++) nodes[plant.Nodes[i]] = i;
        for (var j = 0; j < Count; j++)
        {
            var v = all[j];
            Ids[j] = v.Id;
            Known[j] = v.Measured is null ? Knowledge.Unknown : v.StandardUncertainty > 0 ? Knowledge.Inexact : Knowledge.Exact;
            Measured[j] = v.Measured ?? double.NaN;
            Sd[j] = v.Measured is null ? double.NaN : v.StandardUncertainty ?? 0;
            Lower[j] = v.Minimum ?? double.NegativeInfinity;
            Upper[j] = v.Maximum ?? double.PositiveInfinity;
            Start[j] = v.Start ?? double.NaN;
            HasBounds |= v.Minimum is not null || v.Maximum is not null;
            if (j >= FlowCount) continue;
            From[j] = plant.Flows[j].From is { } from ? nodes[from] : Outside;
            To[j] = plant.Flows[j].To is { } to ? nodes[to] : Outside;
        }
        Inexact = [.. Enumerable.Range(0, Count).Where(j => Known[j] == Knowledge.Inexact)];
        Place = new int[Count];
        Array.Fill(Place, -1);
        for (var i = 0; i < Inexact.Length; i++) Place[Inexact[i]] = i;
        Covariance = new Covariance([.. Inexact.Select(j => Sd[j])],
            plant.Correlations.Count == 0 ? [] : CorrelationGroup.Of(plant.Correlations, [.. Inexact.Select(j => Ids[j])]));
        if (plant.Equations.Count == 0) return;
        var indices = new Dictionary<string, int>(Count, StringComparer.Ordinal);
        for (var j = 0; j < Count; j++) indices[Ids[j]] = j;
        Equations = [.. plant.Equations.Select(e => EquationParser.Parse(e, indices).Expression!)];
    }

    public Plant Plant { get; }

    public int Count { get; }

    public int FlowCount { get; }

    public int NodeCount { get; }

    /// <summary>The surroundings, as the node after the last.</summary>
    public int Outside => NodeCount;

    public string[] Ids { get; }

    public Knowledge[] Known { get; }

    /// <summary>NaN where not measured.</summary>
    public double[] Measured { get; }

    public double[] Sd { get; }

    public double[] Lower { get; }

    public double[] Upper { get; }

    public double[] Start { get; }

    public bool HasBounds { get; }

    /// <summary>Node each flow leaves and enters.</summary>
    public int[] From { get; }

    public int[] To { get; }

    /// <summary>The measured, inexact quantities: the order of Σ.</summary>
    public int[] Inexact { get; }

    /// <summary>Place of a quantity in <see cref="Inexact"/>, or −1.</summary>
    public int[] Place { get; }

    public Covariance Covariance { get; }

    public Expression[] Equations { get; } = [];
}
