using Sen.CleanerProduction.Regression;

namespace Sen.CleanerProduction.Savings;

/// <summary>Fractional savings uncertainty for use that follows itself from period to period.</summary>
/// <remarks>
/// E · t · F(M) · (s′/ȳ) · √((n/n′)(1 + 2/n′)/m), s′ = √(rss/(n − k)), k slopes, t two-sided with n − k degrees of freedom (CalTRACK's count),
/// n′ = n(1 − ρ)/(1 + ρ). Sources: ASHRAE Guideline 14-2014 annex B; Sun and Baltazar 2013 for F; CalTRACK 4.3 and eemeter 2.9.2 for the counts.
/// </remarks>
internal static class UncertaintyBand
{
    /// <summary>Null where n′ or the mean is undefined or not positive, or F has left the range it was fitted for.</summary>
    public static double? HalfWidth(Fit fit, double energy, int m, MeterFrequency frequency, double confidence)
    {
        if (fit.Lag1 is not { } rho || Math.Abs(rho) >= 1) return null;
        double n = fit.N;
        var dof = fit.N - (fit.Coefficients.Count - 1);
        var mean = fit.SumY / n;
        if (mean == 0 || fit.Cvrmse is null) return null;
        var effective = n * (1 - rho) / (1 + rho);
        var months = frequency == MeterFrequency.Daily ? m / 30.0 : m;
        var growth = frequency == MeterFrequency.Daily
            ? -0.00024 * months * months + 0.03535 * months + 1.00286
            : -0.00022 * months * months + 0.03306 * months + 0.94054;
        if (growth <= 0) return null;
        var width = energy * StudentT.TwoSided(confidence, dof) * growth * (Math.Sqrt(fit.Rss / dof) / mean) * Math.Sqrt(n / effective * (1 + 2 / effective) / m);
        return double.IsFinite(width) ? Math.Abs(width) : null;
    }
}

/// <summary>Drivers, or temperatures, of the reporting period that the baseline has not seen.</summary>
internal static class RangeCheck
{
    public static IReadOnlyList<OutsideRange> Of(FittedBaseline baseline)
    {
        var found = new List<OutsideRange>();
        var input = baseline.Input;
        if (input.Model is DriverModel drivers)
        {
            var ranges = drivers.Names.Select((_, j) => (Min: baseline.BaselineRows.Min(r => r[j]), Max: baseline.BaselineRows.Max(r => r[j]))).ToList();
            for (var i = 0; i < input.Reporting.Count; i++)
                for (var j = 0; j < ranges.Count; j++)
                    Add(input.Reporting[i].Start, drivers.Names[j], baseline.ReportingRows[i][j], ranges[j].Min, ranges[j].Max);
            return found;
        }
        var (min, max) = (input.Baseline.Min(p => p.Temperatures!.Min()), input.Baseline.Max(p => p.Temperatures!.Max()));
        foreach (var period in input.Reporting)
        {
            var (lowest, highest) = (period.Temperatures!.Min(), period.Temperatures!.Max());
            Add(period.Start, "temperature", lowest, min, max);
            if (highest != lowest) Add(period.Start, "temperature", highest, min, max);
        }
        return found;

        void Add(DateOnly start, string driver, double value, double least, double most)
        {
            if (value < least || value > most) found.Add(new OutsideRange(start, driver, value, least, most));
        }
    }
}
