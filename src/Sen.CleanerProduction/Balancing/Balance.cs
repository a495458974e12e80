namespace Sen.CleanerProduction.Balancing;

/// <summary>What the global test says.</summary>
public enum BalanceStatus
{
    /// <summary>The adjustments are as large as the stated uncertainties allow.</summary>
    Accepted,

    /// <summary>They are larger: a measurement, an uncertainty or the model is wrong.</summary>
    Rejected,

    /// <summary>There is nothing to test: no redundancy.</summary>
    Untested,
}

/// <summary>What the measurements and constraints can say about a quantity, by structure alone.</summary>
public enum QuantityClass
{
    /// <summary>Measured, and constraints would tell its value without the measurement.</summary>
    Redundant,

    /// <summary>Measured, and nothing checks it.</summary>
    NonRedundant,

    /// <summary>Not measured, but determined by what is.</summary>
    Observable,

    /// <summary>Not measured and not determined: no value is given.</summary>
    Unobservable,

    /// <summary>Stated without uncertainty.</summary>
    Exact,
}

/// <summary>A reconciled quantity.</summary>
public sealed record BalancedQuantity
{
    /// <summary>Its name.</summary>
    public required string Id { get; init; }

    /// <summary>Reconciled value in the quantity's unit; null where unobservable.</summary>
    public double? Value { get; init; }

    /// <summary>Standard uncertainty after reconciling; null where unobservable.</summary>
    public double? StandardUncertainty { get; init; }

    /// <summary>1.96 times the standard uncertainty; null where unobservable.</summary>
    public double? HalfWidth95 => StandardUncertainty * Variable.HalfWidthFactor;

    /// <summary>What the data can say about it.</summary>
    public required QuantityClass Class { get; init; }

    /// <summary>Reconciled − measured; null where not measured.</summary>
    public double? Adjustment { get; init; }

    /// <summary>|adjustment| over its standard uncertainty; redundant quantities only.</summary>
    public double? Z { get; init; }

    /// <summary>Whether z is above the critical value.</summary>
    public bool Suspect { get; init; }

    /// <summary>Smallest bias of this measurement that its test finds with 95 % power; redundant quantities only.</summary>
    public double? DetectableBias { get; init; }

    /// <summary>Whether the value is held at its minimum or maximum.</summary>
    public bool AtBound { get; init; }
}

/// <summary>One step of serial elimination: the measurement taken out, and what its balance looked like.</summary>
/// <param name="Id">The measurement with the largest z, taken out at this step.</param>
/// <param name="Z">Its z before.</param>
/// <param name="CriticalZ">Critical value it was held against.</param>
/// <param name="EstimatedBias">What the remaining data say it is wrong by (measured − true).</param>
/// <param name="AlsoPossible">Other measurements with the same z: the data cannot tell them apart.</param>
/// <param name="Objective">Objective without it.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom without it.</param>
/// <param name="Status">Global test without it.</param>
public sealed record EliminationStep(string Id, double Z, double CriticalZ, double EstimatedBias, IReadOnlyList<string> AlsoPossible, double Objective, int DegreesOfFreedom, BalanceStatus Status);

/// <summary>A reconciled balance with its tests.</summary>
public sealed record Balance
{
    /// <summary>Global test. A rejected balance is still calculated.</summary>
    public required BalanceStatus Status { get; init; }

    /// <summary>aᵀΣ⁻¹a with the total adjustment from the measurements.</summary>
    public required double Objective { get; init; }

    /// <summary>Rank of the constraints freed of unknowns.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>χ² at the plant's confidence; null without degrees of freedom.</summary>
    public double? ChiSquareCritical { get; init; }

    /// <summary>Linearisations done; 1 where everything is linear.</summary>
    public required int Iterations { get; init; }

    /// <summary>Every quantity, flows first, in the order of the plant.</summary>
    public required IReadOnlyList<BalancedQuantity> Quantities { get; init; }

    /// <summary>Every node's test on the measurements alone.</summary>
    public required IReadOnlyList<NodeTest> Nodes { get; init; }

    /// <summary>Šidák's critical value for the z of all redundant quantities; null without any.</summary>
    public double? CriticalZ { get; init; }

    /// <summary>Quantities whose z is above it, largest first.</summary>
    public required IReadOnlyList<string> Suspects { get; init; }

    /// <summary>Serial elimination of the suspects, one at a time; empty where there is none, null where quantities are held at bounds.</summary>
    public IReadOnlyList<EliminationStep>? SerialElimination { get; init; }

    /// <summary>Part of the largest pivot below which a column of the unknowns' Jacobian counts as dependent; null for pure networks, which need none.</summary>
    public double? RankTolerance { get; init; }
}
