using BenchmarkDotNet.Attributes;
using Sen.CleanerProduction;
using Sen.CleanerProduction.Balancing;
using Sen.CleanerProduction.Balancing.Networks;
using Sen.CleanerProduction.Sampling;
using Sen.CleanerProduction.Savings;

namespace Sen.Bench;

/// <summary>Reconciliation by size and kind. Solve: values, objective, all variances of a plant that is read. Whole: with checks, tests and report.</summary>
[MemoryDiagnoser]
public class ReconciliationBenchmarks
{
    private Plant plant = new();
    private BalanceModel model = null!;

    [Params("28x11-plant", "1000x400-plant", "1000x400-random", "10000x5000-plant", "10000x5000-random", "100000x50000-plant")]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Prepare()
    {
        plant = BenchNetwork.Make(Network);
        model = new BalanceModel(plant);
    }

    [Benchmark]
    public object Solve() => NetworkSolver.Solve(model).Require().Projection.Spreads();

    [Benchmark]
    public object Whole() => Reconciliation.Solve(plant).Require();
}

/// <summary>100,000 draws of 50 streams through one factorisation, and 10,000.</summary>
[MemoryDiagnoser]
public class SamplingBenchmarks
{
    private readonly Plant plant = BenchNetwork.Make("50x25-plant");

    [Params(10_000, 100_000)]
    public int Draws { get; set; }

    [Benchmark]
    public object Sample() => BalanceSampling.Draw(plant, Draws, 1).Require();
}

/// <summary>The degree-day grid on 365 days, 30 to 90 by 1 for heating and cooling, and the whole fitted baseline.</summary>
[MemoryDiagnoser]
public class DegreeDayBenchmarks
{
    private static readonly DegreeDayModel Grid = new(new BalanceRange(30, 90), new BalanceRange(30, 90), 1);
    private readonly EnergyPeriod[] days = BenchNetwork.Year();
    private double[] use = [];

    [GlobalSetup]
    public void Prepare() => use = [.. days.Select(d => d.Use!.Value)];

    [Benchmark]
    public object Search() => DegreeDayGrid.Best(Grid, days, use).Require();

    [Benchmark]
    public object Baseline() => FittedBaseline.Of(new SavingsInput { Frequency = MeterFrequency.Daily, Model = Grid, Baseline = days, Reporting = days }).Require();
}
