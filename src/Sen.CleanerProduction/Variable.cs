namespace Sen.CleanerProduction;

/// <summary>A quantity of a plant: a temperature, a concentration, a transfer coefficient, or (as <see cref="Flow"/>) a stream between nodes.</summary>
/// <param name="Id">Its name, unique among flows and variables; equations call it so.</param>
/// <remarks>Units are the caller's: everything in one equation or one balance must be in one system of units. Nothing is converted.</remarks>
public record Variable(string Id)
{
    /// <summary>Half-width of a 95 % interval in standard uncertainties, exactly 1.96 both ways (VDI 2048 part 1, section 4).</summary>
    public const double HalfWidthFactor = 1.96;

    /// <summary>The measured value, in <see cref="Unit"/>; null = not measured.</summary>
    public double? Measured { get; init; }

    /// <summary>Standard uncertainty of the measurement, in <see cref="Unit"/>, 0 or more; 0 = exact. Needed where <see cref="Measured"/> is given.</summary>
    public double? StandardUncertainty { get; init; }

    /// <summary>Where the nonlinear solver begins for a quantity that is not measured; null = the program finds one.</summary>
    public double? Start { get; init; }

    /// <summary>Smallest value allowed; null = no bound.</summary>
    public double? Minimum { get; init; }

    /// <summary>Largest value allowed; null = no bound.</summary>
    public double? Maximum { get; init; }

    /// <summary>The unit, for the reader only.</summary>
    public string? Unit { get; init; }
}

/// <summary>A stream from one node to another; it enters the balances of both.</summary>
/// <param name="Id">Its name.</param>
/// <param name="From">The node it leaves; null = the surroundings.</param>
/// <param name="To">The node it enters; null = the surroundings.</param>
public sealed record Flow(string Id, string? From, string? To) : Variable(Id);

/// <summary>The correlation of two measurements, as VDI 2048 asks for where two values share an instrument or a calibration.</summary>
/// <param name="A">Id of one measured quantity.</param>
/// <param name="B">Id of another.</param>
/// <param name="R">Coefficient of correlation, between −1 and 1.</param>
public sealed record Correlation(string A, string B, double R);
