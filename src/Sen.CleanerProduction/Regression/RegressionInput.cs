namespace Sen.CleanerProduction.Regression;

/// <summary>An explaining variable: production, degree days, …</summary>
/// <param name="Name">Its name, used once.</param>
/// <param name="Values">One value per observation, in its unit.</param>
public sealed record Driver(string Name, IReadOnlyList<double> Values);

/// <summary>What is to be fitted: y = β₀ + Σ βⱼ xⱼ + error.</summary>
public sealed record RegressionInput
{
    /// <summary>n observations, in their unit.</summary>
    public required IReadOnlyList<double> Y { get; init; }

    /// <summary>k drivers of n values each, in the order of the report.</summary>
    public required IReadOnlyList<Driver> X { get; init; }

    /// <summary>Whether there is a constant term.</summary>
    public bool Intercept { get; init; } = true;

    /// <summary>n weights above 0 (1/variance up to one factor); null = all alike.</summary>
    public IReadOnlyList<double>? Weights { get; init; }
}

/// <summary>One coefficient of a fit.</summary>
/// <param name="Name">«intercept» or the driver.</param>
/// <param name="Value">Estimate, unit of y per unit of x.</param>
/// <param name="Se">Standard error, same unit.</param>
/// <param name="T">Value over standard error; null where that is 0.</param>
/// <param name="P">Two-sided probability of such a t if the true coefficient were 0; null with t.</param>
public sealed record Coefficient(string Name, double Value, double Se, double? T, double? P);
