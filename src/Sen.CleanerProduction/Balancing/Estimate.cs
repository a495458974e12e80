using Sen.CleanerProduction.Balancing.Networks;

namespace Sen.CleanerProduction.Balancing;

/// <summary>A solver's answer, before it is tested and told.</summary>
internal sealed class Estimate(BalanceModel model)
{
    public BalanceModel Model { get; } = model;

    /// <summary>All quantities; those that are unobservable hold whatever the solver left there.</summary>
    public required double[] X { get; init; }

    public required QuantityClass[] Class { get; init; }

    /// <summary>An observable unmeasured quantity as a sum of measurements.</summary>
    public required Func<int, Combination> Combine { get; init; }

    public required Projection Projection { get; init; }

    public required double Objective { get; init; }

    public int Iterations { get; init; } = 1;

    public bool[]? AtBound { get; init; }

    /// <summary>Streams that exact values determine wholly, known from the graph; null where there is none.</summary>
    public Lazy<bool[]>? Determined { get; init; }

    public double? RankTolerance { get; init; }
}
