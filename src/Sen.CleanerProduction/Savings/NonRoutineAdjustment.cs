using Sen.CleanerProduction.Regression;

namespace Sen.CleanerProduction.Savings;

/// <summary>What a person says has changed for another reason than the measure: a new building, a strike (IPMVP, non-routine adjustment).</summary>
/// <param name="Start">First day it acts.</param>
/// <param name="End">Last day it acts, counted.</param>
/// <param name="Amount">Energy it adds to what would have been used, in the meter's unit, over all its days evenly; negative = takes away.</param>
/// <param name="StandardUncertainty">Standard uncertainty of the amount, at least 0.</param>
/// <param name="Reason">Why.</param>
/// <param name="StatedBy">Who says so.</param>
public sealed record NonRoutineAdjustment(DateOnly Start, DateOnly End, double Amount, double StandardUncertainty, string Reason, string StatedBy)
{
    /// <summary>The part of the amount that falls on days of these periods, and of its uncertainty.</summary>
    internal (double Amount, double Uncertainty) Within(IReadOnlyList<EnergyPeriod> periods)
    {
        var days = End.DayNumber - Start.DayNumber + 1;
        var inside = periods.Sum(p => Math.Max(0, Math.Min(p.End.DayNumber, End.DayNumber) - Math.Max(p.Start.DayNumber, Start.DayNumber) + 1));
        return (Amount * inside / days, StandardUncertainty * inside / days);
    }
}

/// <summary>A saving with non-routine adjustments, which stay visible beside it.</summary>
/// <param name="Saving">Saving plus adjustments, in the meter's unit.</param>
/// <param name="AdjustedBy">What the adjustments add.</param>
/// <param name="PredictionBand">Half-width: the model's prediction band and t times the adjustments' uncertainty, in quadrature.</param>
/// <param name="Adjustments">Each with who stated it and why.</param>
public sealed record AdjustedSaving(double Saving, double AdjustedBy, double PredictionBand, IReadOnlyList<NonRoutineAdjustment> Adjustments)
{
    /// <summary>Adjusts a saving.</summary>
    /// <param name="baseline">The model.</param>
    /// <param name="report">Its saving.</param>
    /// <param name="adjustments">What people stated; each needs a reason and a name.</param>
    /// <exception cref="InputException">An adjustment that ends before it starts, has a negative uncertainty, or neither reason nor name.</exception>
    public static AdjustedSaving Of(FittedBaseline baseline, SavingsReport report, IReadOnlyList<NonRoutineAdjustment> adjustments)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(adjustments);
        if (adjustments.Any(a => a.End < a.Start || !(a.StandardUncertainty >= 0) || !double.IsFinite(a.Amount) || string.IsNullOrWhiteSpace(a.Reason) || string.IsNullOrWhiteSpace(a.StatedBy)))
            throw new InputException([new InputProblem("/adjustments", "has one without period, uncertainty, reason or name", "start, end, amount, uncertainty of at least 0, reason and who states it")]);
        var parts = adjustments.Select(a => a.Within(baseline.Input.Reporting)).ToList();
        var by = parts.Sum(p => p.Amount);
        var t = StudentT.TwoSided(baseline.Input.Confidence, baseline.Fit.Dof);
        return new AdjustedSaving(report.Saving + by, by, Math.Sqrt(report.PredictionBand * report.PredictionBand + parts.Sum(p => t * t * p.Uncertainty * p.Uncertainty)), adjustments);
    }
}
