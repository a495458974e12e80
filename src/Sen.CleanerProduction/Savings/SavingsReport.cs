using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Savings;

/// <summary>One reporting period.</summary>
/// <param name="Start">First day.</param>
/// <param name="Modelled">What the baseline model says would have been used.</param>
/// <param name="Actual">What was used.</param>
/// <param name="Saving">Modelled − actual; negative = more used.</param>
public sealed record PeriodSaving(DateOnly Start, double Modelled, double Actual, double Saving);

/// <summary>A value of the reporting period outside what the baseline has seen: a warning, no refusal.</summary>
/// <param name="Start">First day of its period.</param>
/// <param name="Driver">The driver, or «temperature».</param>
/// <param name="Value">Its value there.</param>
/// <param name="Min">The least of the baseline.</param>
/// <param name="Max">The most of the baseline.</param>
public sealed record OutsideRange(DateOnly Start, string Driver, double Value, double Min, double Max);

/// <summary>A half-width and where it comes from.</summary>
/// <param name="Method">Which of the three.</param>
/// <param name="HalfWidth">Half-width at the confidence asked for, in the meter's unit.</param>
public sealed record SavingsBand(string Method, double HalfWidth);

/// <summary>The saving of a reporting period against its baseline, with bands.</summary>
public sealed record SavingsReport
{
    /// <summary>Name of the method of <see cref="Band"/>.</summary>
    public const string BandMethod = "caltrack-eemeter-2.9.2";

    /// <summary>The reporting periods, in the order given.</summary>
    public required IReadOnlyList<PeriodSaving> Periods { get; init; }
    /// <summary>Σ modelled − Σ actual, in the meter's unit; negative = more used.</summary>
    public required double Saving { get; init; }
    /// <summary>100 · saving / Σ modelled; null where that sum is 0.</summary>
    public double? SavingPercent { get; init; }
    /// <summary>Half-width as CalTRACK's eemeter has it, E = Σ use of the whole baseline; null where the correlation of neighbours is ±1 or undefined.</summary>
    public double? Band { get; init; }
    /// <summary>The same with E = Σ modelled use of the reporting period (ASHRAE Guideline 14).</summary>
    public double? BandReporting { get; init; }
    /// <summary>Half-width of the least-squares prediction of the sum: t(n − p) · s · √(x₁ᵀ(XᵀX)⁻¹x₁ + m).</summary>
    public required double PredictionBand { get; init; }
    /// <summary>Values the baseline has not seen.</summary>
    public required IReadOnlyList<OutsideRange> OutsideRange { get; init; }

    /// <summary>The bands there are, the widest first: that is the one to show first.</summary>
    public IReadOnlyList<SavingsBand> BandsWidestFirst =>
        [.. new[] { (BandMethod, Band), ("ashrae-14-reporting", BandReporting), ("prediction", PredictionBand) }
            .Where(b => b.Item2 is not null).Select(b => new SavingsBand(b.Item1, b.Item2!.Value)).OrderByDescending(b => b.HalfWidth)];

    /// <summary>The saving under a baseline model; look at <see cref="FittedBaseline.IsValid"/> before showing it.</summary>
    /// <param name="baseline">The fitted model.</param>
    public static SavingsReport Of(FittedBaseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var (input, fit) = (baseline.Input, baseline.Fit);
        var periods = new List<PeriodSaving>();
        DoubleDouble modelled = default, actual = default;
        for (var i = 0; i < input.Reporting.Count; i++)
        {
            var (model, use) = (fit.Predict(baseline.ReportingRows[i]), baseline.ReportingUse[i]);
            periods.Add(new PeriodSaving(input.Reporting[i].Start, model, use, model - use));
            modelled += model;
            actual += use;
        }
        var saving = (modelled - actual).ToDouble();
        return new SavingsReport
        {
            Periods = periods,
            Saving = saving,
            SavingPercent = modelled.Sign == 0 ? null : 100 * saving / modelled.ToDouble(),
            Band = UncertaintyBand.HalfWidth(fit, fit.SumY, input.Reporting.Count, input.Frequency, input.Confidence),
            BandReporting = UncertaintyBand.HalfWidth(fit, modelled.ToDouble(), input.Reporting.Count, input.Frequency, input.Confidence),
            PredictionBand = fit.TotalPredictionHalfWidth(baseline.ReportingRows, input.Confidence),
            OutsideRange = RangeCheck.Of(baseline),
        };
    }
}
