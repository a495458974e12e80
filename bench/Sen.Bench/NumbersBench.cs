using System.Diagnostics;
using System.Globalization;
using Sen.CleanerProduction;
using Sen.CleanerProduction.Balancing;
using Sen.CleanerProduction.Balancing.Networks;
using Sen.CleanerProduction.Sampling;

namespace Sen.Bench;

/// <summary>«numbers FILE…»: networks written by bench/numbers/compare.py, reconciled as often as two seconds allow; the median in milliseconds, one line each.</summary>
internal static class NumbersBench
{
    public static void Run(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            var plant = Read(file);
            var model = new BalanceModel(plant);
            // Values, objective and every stream's variances; the plant is read and checked before, as the matrices are for SciPy.
            Tell(file, "solve", Median(() => NetworkSolver.Solve(model).Require().Projection.Spreads()));
            Tell(file, "whole", Median(() => Reconciliation.Solve(plant).Require()));
            if (plant.Flows.Count == 50) Tell(file, "draws", Median(() => BalanceSampling.Draw(plant, 100_000, 1).Require()));
        }
    }

    private static void Tell(string file, string what, double ms) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)} {what} {ms:F4}"));

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
