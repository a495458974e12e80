using Sen.CleanerProduction.Savings;

namespace Sen.CleanerProduction.Tests.Savings;

/// <summary>Published figures of VERIFI's roasting plant, and those computed from them.</summary>
public sealed class RoastingPlantTests
{
    private static FittedBaseline Baseline(int year) => FittedBaseline.Of(RoastingPlant.Reporting(year)).Require();

    [Fact]
    public void Readings_spread_over_the_calendar_as_published()
    {
        var use = Baseline(2023).Use;
        Near.Same(6096.0 * 3 / 31 + 12337.0 * 28 / 33, use[0], 1e-14);
        for (var i = 0; i < 12; i++) Near.Within(5e-9, RoastingPlant.PublishedUse2022[i], use[i]);
    }

    [Fact]
    public void The_fit_of_2022_as_published()
    {
        var fit = Baseline(2023).Fit;
        double[] expected = [1561.3792255131643, 2.0517230225519656, 1.8877949479918437];
        for (var i = 0; i < 3; i++) Near.Same(expected[i], fit.Coefficients[i].Value);
        Near.Within(5e-11, 0.9872496159, fit.R2!.Value);
        Near.Within(5e-11, 0.9844161972, fit.AdjustedR2!.Value);
        Near.Within(5e-11, 202.9858250401, fit.S);
        Near.Within(5e-9, 3.7298e-4, fit.Coefficients[0].P!.Value);
        Near.Within(5e-14, 3.5131e-9, fit.Coefficients[1].P!.Value);
        Near.Within(5e-12, 8.4755e-7, fit.Coefficients[2].P!.Value);
        Near.Within(5e-14, 2.98438e-9, fit.FP!.Value);
        Near.Within(5e-10, -0.203073852, fit.Lag1!.Value);
    }

    [Theory]
    [InlineData(2023, -27.344953, 1.00026521)]
    [InlineData(2024, 1425.329921, 0.98650605)]
    [InlineData(2025, 3595.020010, 0.96759216)]
    public void Savings_as_published(int year, double saving, double ratio)
    {
        var report = SavingsReport.Of(Baseline(year));
        Near.Within(5e-7, saving, report.Saving);
        Near.Within(5e-9, ratio, report.Periods.Sum(p => p.Actual) / report.Periods.Sum(p => p.Modelled));
        Near.Within(5e-7, 1353.794265, report.Band!.Value);
    }

    [Fact]
    public void The_three_bands_of_2023_told_apart_the_widest_first()
    {
        var report = SavingsReport.Of(Baseline(2023));
        Near.Within(5e-7, 1368.176729, report.BandReporting!.Value);
        Near.Within(5e-7, 1847.341942, report.PredictionBand);
        Assert.Equal(["prediction", "ashrae-14-reporting", SavingsReport.BandMethod], report.BandsWidestFirst.Select(b => b.Method));
    }

    [Fact]
    public void The_whole_document_of_2025() => DoorCases.Holds("savings-roasting-2025");

    [Fact]
    public void A_saving_somebody_adjusts_keeps_the_adjustment_visible()
    {
        var baseline = Baseline(2025);
        var report = SavingsReport.Of(baseline);
        var roaster = new NonRoutineAdjustment(new DateOnly(2025, 12, 1), new DateOnly(2026, 1, 31), 620, 31, "Second roaster", "N. Q. A");
        var adjusted = AdjustedSaving.Of(baseline, report, [roaster]);
        Near.Same(310, adjusted.AdjustedBy); // 31 of its 62 days are in the reporting period
        Near.Same(report.Saving + 310, adjusted.Saving);
        Assert.True(adjusted.PredictionBand > report.PredictionBand);
        Assert.Throws<InputException>(() => AdjustedSaving.Of(baseline, report, [roaster with { StatedBy = " " }]));
    }
}
