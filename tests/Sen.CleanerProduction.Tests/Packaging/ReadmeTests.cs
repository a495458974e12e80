using Sen.CleanerProduction.Balancing;
using Sen.CleanerProduction.Costing;
using Sen.CleanerProduction.Emissions;
using Sen.CleanerProduction.Indicators;
using Sen.CleanerProduction.Options;
using Sen.CleanerProduction.Regression;
using Sen.CleanerProduction.Sampling;
using Sen.CleanerProduction.Sankey;
using Sen.CleanerProduction.Savings;
using Sen.CleanerProduction.Units;

namespace Sen.CleanerProduction.Tests.Packaging;

/// <summary>The readme's examples, run; each stands in the readme word for word.</summary>
public sealed class ReadmeTests
{
    public static readonly string Readme = Path.Combine(SourceTree.Root, "src", "Sen.CleanerProduction", "README.md");

    [Fact]
    public void Every_line_of_the_examples_is_run_here()
    {
        var here = File.ReadAllLines(Path.Combine(SourceTree.Root, "tests", "Sen.CleanerProduction.Tests", "Packaging", "ReadmeTests.cs")).Select(l => l.Trim()).ToHashSet(StringComparer.Ordinal);
        var isCode = false;
        var lines = new List<string>();
        foreach (var line in File.ReadLines(Readme))
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isCode = line == "```csharp";
            else if (isCode && line.Trim().Length > 0) lines.Add(line);
        }
        Assert.True(lines.Count > 40);
        // What an example gives stands behind it as a comment; the assertion here holds it.
        Assert.All(lines, line => Assert.Contains(line.Split("  // ")[0].Trim(), here));
    }

    [Fact]
    public void A_splitter_is_reconciled_and_sampled()
    {
        var plant = new Plant
        {
            Nodes = ["splitter"],
            Flows =
            [
                new Flow("in", null, "splitter") { Measured = 9.22, StandardUncertainty = 0.2766 },
                new Flow("a", "splitter", null) { Measured = 4.83, StandardUncertainty = 0.1449 },
                new Flow("b", "splitter", null) { Measured = 3.22, StandardUncertainty = 0.0966 },
            ],
        };
        var balance = Reconciliation.Solve(plant).Require();
        var status = balance.Status;
        var values = balance.Quantities.Select(q => q.Value);
        Assert.Equal(BalanceStatus.Rejected, status);
        Assert.Equal([8.38213, 5.05994, 3.32219], values.Select(v => Math.Round(v!.Value, 5)));

        var sample = BalanceSampling.Draw(plant, draws: 10_000, seed: 2026, withIntervals: true).Require();
        var (low, high) = (sample.Quantities[0].Low, sample.Quantities[0].High);
        Assert.True(low < 8.1 && high > 8.6);
    }

    [Fact]
    public void Waste_costs_more_than_its_disposal()
    {
        var costs = MaterialFlowCosting.Calculate(new CostedLine
        {
            Currency = "VND",
            Centres = [new QuantityCentre("cutting") { Materials = [new("steel", Price: 10, Product: 75, Loss: 25)], EnergyCost = 100, WasteManagementCost = 20 }],
        }).Require();
        var loss = costs.Line.Loss.Total;
        var conventional = costs.Line.Conventional.Loss;
        Assert.Equal((295, 20), (loss, conventional));

        var loops = LoopedCosting.Calculate(
        [
            new(new QuantityCentre("mix") { Materials = [new("resin", 10, 85, 0)] }) { Recycles = [new("press", 15, 0)] },
            new(new QuantityCentre("press") { Receives = [new("mix", 80, 20)] }) { Finished = 80, Discarded = 5 },
        ]).Require();
        var gone = loops.Lost.Material;
        Near.Same(50, gone, 1e-12);
    }

    [Fact]
    public void An_option_with_two_rates_says_so()
    {
        var appraisal = Appraisal.Of([-1000, 2300, -1320], discountRate: 0.15).Require();
        var rates = appraisal.Irr;
        Assert.Equal(RateStatus.Multiple, rates.Status);
        Assert.Equal([0.1, 0.2], rates.Roots.Select(r => Math.Round(r, 12)));

        var option = new OptionCase(Investment: 5.2e9, AnnualSaving: 3.1e9, Years: 10, DiscountRate: 0.1);
        var bars = Sensitivity.Tornado(option, [new(OptionInput.Investment, 4.7e9, 5.7e9), new(OptionInput.AnnualSaving, 2.5e9, 3.7e9)]);
        var gain = GainProbability.Of(option, [(OptionInput.AnnualSaving, new NormalSpread(1e9, 3e8))], draws: 10_000, seed: 7);
        Assert.Equal(OptionInput.AnnualSaving, bars[0].Input);
        Assert.InRange(gain.Probability, 0.65, 0.75);
    }

    [Fact]
    public void A_line_is_fitted_and_predicts()
    {
        var fit = LeastSquares.Fit(new RegressionInput { Y = [2, 4, 5], X = [new("production", [1, 2, 3])] }).Require();
        var slope = fit.Coefficients[1];
        var next = fit.Predict([4]);
        var margin = fit.PredictionHalfWidth([4], confidence: 0.9);
        Near.Same(1.5, slope.Value, 1e-12);
        Near.Same(6 + (2 / 3.0), next, 1e-12);
        Assert.True(margin > 1);
    }

    [Fact]
    public void A_saving_comes_with_its_bands_or_not_at_all()
    {
        EnergyPeriod Month(int year, int month, double tonnes, double use) =>
            new(new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month))) { Use = use, Drivers = new Dictionary<string, double> { ["tonnes"] = tonnes } };
        var baseline = FittedBaseline.Of(new SavingsInput
        {
            Frequency = MeterFrequency.Monthly,
            Model = new DriverModel(["tonnes"]),
            Baseline = [.. Enumerable.Range(1, 12).Select(m => Month(2024, m, 100 + (10 * m), 500 + (30 * m) + (m % 3)))],
            Reporting = [Month(2025, 1, 150, 600), Month(2025, 2, 160, 640)],
        }).Require();
        var report = SavingsReport.Of(baseline);
        var saving = report.Saving;
        var bands = report.BandsWidestFirst;
        Assert.True(baseline.IsValid);
        Near.Same(92.05594405594411, saving, 1e-9);
        Assert.Equal(3, bands.Count);
    }

    [Fact]
    public void Fuel_and_electricity_become_tonnes()
    {
        var gases = GreenhouseGases.Calculate(2023, "AR5", [new("anthracite", 10, "TJ"), new("electricity", 1000, "MWh")]).Require();
        var toe = OilEquivalent.Of("electricity", 1000, "MWh").Toe;
        Near.Same(1648.975, gases.TCo2e, 1e-12);
        Near.Same(154.3, toe, 1e-12);
    }

    [Fact]
    public void Growth_with_less_energy_is_absolute_decoupling()
    {
        var indicators = PlantIndicators.Of(outputBaseline: 100, outputReporting: 120, [("energy", 50, 48), ("waste", 20, 21)]);
        var verdicts = indicators.Items.Select(i => i.Decoupling);
        Assert.Equal([Decoupling.Absolute, Decoupling.Relative], verdicts);
    }

    [Fact]
    public void Bands_are_as_wide_as_their_flows()
    {
        var diagram = SankeyLayout.Of([new("steam", null, "dryer", 100), new("product", "dryer", null, 70), new("heat", "dryer", null, 30, Uncertainty: 4, Kind: BandKind.Loss)]);
        var widths = diagram.Bands.Select(b => b.Width);
        Assert.Equal([526, 368.2, 157.8], widths.Select(w => Math.Round(w, 9)));
    }

    [Fact]
    public void Units_convert_exactly_and_refuse_what_does_not_fit()
    {
        var energy = Quantity.Of(1, "kW.h").In("MJ");
        var bill = Quantity.Of(2_000, "{VND}/(kW.h)") * Quantity.Of(3, "MW.h");
        Assert.Equal(3.6, energy.Value);
        Assert.Equal(6_000_000, bill.In("{VND}").Value);
        Assert.Throws<UnitException>(() => Quantity.Of(1, "l") + Quantity.Of(1, "kg"));
    }
}
