using System.Diagnostics;
using System.Globalization;
using Sen.CleanerProduction;
using Sen.CleanerProduction.Balancing;
using Sen.CleanerProduction.Balancing.Networks;
using Sen.CleanerProduction.Sampling;
using Sen.CleanerProduction.Savings;

namespace Sen.Bench;

/// <summary>«numbers FILE…»: networks written by bench/numbers/compare.py, reconciled as often as two seconds allow; the median in milliseconds, one line each.</summary>
internal static class NumbersBench
{
    public static void Run(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            if (file.EndsWith(".days", StringComparison.Ordinal))
            {
                Days(file);
                continue;
            }
            var plant = Read(file);
            var model = new BalanceModel(plant);
            // Values, objective and every stream's variances; the plant is read and checked before, as the matrices are for SciPy.
            Tell(file, "solve", Median(() => NetworkSolver.Solve(model).Require().Projection.Spreads()));
            Tell(file, "whole", Median(() => Reconciliation.Solve(plant).Require()));
            if (plant.Flows.Count == 50) Tell(file, "draws", Median(() => BalanceSampling.Draw(plant, 100_000, 1).Require()));
        }
    }

    /// <summary>One day per line: temperature, use. The grid of balance temperatures alone; reading and the final fit are not in it.</summary>
    private static void Days(string file)
    {
        double[][] rows = [.. File.ReadLines(file).Select(l => l.Split(' ').Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray())];
        EnergyPeriod[] days = [.. rows.Select((r, i) => BenchNetwork.Day(i, r[0], r[1]))];
        double[] use = [.. rows.Select(r => r[1])];
        var grid = new DegreeDayModel(new BalanceRange(30, 90), new BalanceRange(30, 90), 1);
        var best = DegreeDayGrid.Best(grid, days, use).Require();
        Tell(file, "heating", best.Heating ?? double.NaN);
        Tell(file, "cooling", best.Cooling ?? double.NaN);
        Tell(file, "grid", Median(() => DegreeDayGrid.Best(grid, days, use).Require()));
    }

    private static void Tell(string file, string what, double figure) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)} {what} {figure:F4}"));

    private static double Median(Action work)
    {
        var all = Stopwatch.StartNew();
        var times = new List<double>();
        while (times.Count < 5 || (all.Elapsed.TotalSeconds < 2 && times.Count < 20_000))
        {
            var one = Stopwatch.StartNew();
            work();
            times.Add(one.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        return times[times.Count / 2];
    }

    /// <summary>One stream per line: from, to (−1 = the surroundings), measured, sd.</summary>
    private static Plant Read(string file)
    {
        string[][] rows = [.. File.ReadLines(file).Select(l => l.Split(' '))];
        double At(string[] r, int k) => double.Parse(r[k], CultureInfo.InvariantCulture);
        string? Node(string s) => s == "-1" ? null : "n" + s;
        var nodes = rows.SelectMany(r => r.Take(2)).Where(s => s != "-1").Distinct(StringComparer.Ordinal).Select(s => "n" + s);
        return new Plant { Nodes = [.. nodes], Flows = [.. rows.Select((r, j) => new Flow("s" + j, Node(r[0]), Node(r[1])) { Measured = At(r, 2), StandardUncertainty = At(r, 3) })] };
    }
}
