using Sen.CleanerProduction.Balancing;
using Sen.CleanerProduction.Balancing.Networks;
using Sen.CleanerProduction.Balancing.Sparse;

namespace Sen.CleanerProduction.Sampling;

/// <summary>What the draws say about one quantity.</summary>
/// <param name="Id">The quantity.</param>
/// <param name="Mean">Mean of the draws; null where unobservable.</param>
/// <param name="StandardUncertainty">Standard deviation of the draws; null where unobservable.</param>
/// <param name="Low">2.5 % quantile, where intervals were asked for.</param>
/// <param name="High">97.5 % quantile, where intervals were asked for.</param>
public sealed record SampledQuantity(string Id, double? Mean, double? StandardUncertainty, double? Low, double? High);

/// <summary>A Monte Carlo sample of a balance.</summary>
/// <param name="Seed">The seed: with it and the number of draws the sample can be made again, bit for bit.</param>
/// <param name="Draws">Number of draws.</param>
/// <param name="Balance">The balance whose uncertainty was sampled.</param>
/// <param name="Quantities">In the order of the plant.</param>
public sealed record BalanceSample(ulong Seed, int Draws, Balance Balance, IReadOnlyList<SampledQuantity> Quantities);

/// <summary>Monte Carlo that keeps the balance: errors of all measurements are drawn together from N(0, Σ) and every draw is reconciled through one factorisation.</summary>
/// <remarks>
/// A draw is x = x̂ + (I − ΣGᵀ(GΣGᵀ)⁻¹G) e with e from N(0, Σ), so each closes every balance. Equations enter by their linearisation at the solution, and bounds are
/// not redrawn: where either matters, the draws show the uncertainty of the linearised problem (JCGM 101:2008, 5.9, on its own validation). docs/methods/montecarlo.md.
/// </remarks>
public static class BalanceSampling
{
    /// <summary>Draws made side by side; part of the definition of the sample, not a setting.</summary>
    internal const int Block = 256;

    /// <summary>Draws a sample of a reconciled plant.</summary>
    /// <param name="plant">A plant without problems.</param>
    /// <param name="draws">How many, 1 to 10,000,000; rounded up to whole blocks of 256.</param>
    /// <param name="seed">Any number; it comes back in the result.</param>
    /// <param name="withIntervals">Whether to keep all draws for 95 % intervals (8 bytes for each draw and quantity).</param>
    /// <param name="threads">Threads used at most; the bits do not depend on it.</param>
    /// <returns>The sample, or why the plant has no balance.</returns>
    /// <exception cref="InputException">The plant has problems.</exception>
    public static Outcome<BalanceSample> Draw(Plant plant, int draws, ulong seed, bool withIntervals = false, int? threads = null)
    {
        ArgumentNullException.ThrowIfNull(plant);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(draws, 10_000_000);
        if (plant.Problems() is { Count: > 0 } problems) throw new InputException(problems);
        var model = new BalanceModel(plant);
        var estimate = Reconciliation.Estimate(model);
        if (estimate.IsRefused) return Outcome<BalanceSample>.Refused(estimate.Reasons);
        var balance = BalanceReport.Of(estimate.Value);
        if (balance.IsRefused) return Outcome<BalanceSample>.Refused(balance.Reasons);
        int[] told = [.. Enumerable.Range(0, model.Count).Where(j => estimate.Value.Class[j] is not (QuantityClass.Unobservable or QuantityClass.Exact))];
        var map = Map(estimate.Value, told);
        var blocks = (draws + Block - 1) / Block;
        var (sums, squares) = (new double[blocks * told.Length], new double[blocks * told.Length]);
        var kept = withIntervals ? new double[told.Length][] : [];
        for (var t = 0; t < kept.Length; t++) kept[t] = new double[blocks * Block];
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount }, () => new Bench(model.Inexact.Length, told.Length), (b, _, bench) =>
        {
            bench.Fill(seed, b, map);
            bench.Sum(sums.AsSpan(b * told.Length, told.Length), squares.AsSpan(b * told.Length, told.Length));
            for (var t = 0; t < kept.Length; t++) bench.Row(t).CopyTo(kept[t].AsSpan(b * Block));
            return bench;
        }, static _ => { });
        return Outcome<BalanceSample>.Of(new(seed, blocks * Block, balance.Value, Told(estimate.Value, told, sums, squares, kept)));
    }

    /// <summary>Deviations of the told quantities from unit normals: −(rows of the map), for the tile that subtracts.</summary>
    private static double[] Map(Estimate estimate, int[] told)
    {
        var model = estimate.Model;
        var count = model.Inexact.Length;
        var map = new double[told.Length * count];
        for (var t = 0; t < told.Length; t++)
        {
            var combination = model.Place[told[t]] is >= 0 and var place ? new Combination([place], [1]) : estimate.Combine(told[t]);
            // A quantity moves with measurement errors by tᵀ(I − ΣK); in unit normals that is Lᵀ Σ⁻¹ Σ̂ t.
            var row = model.Covariance.Weaken(estimate.Projection.Covary(combination));
            model.Covariance.Weigh(row);
            for (var i = 0; i < count; i++) map[(t * count) + i] = -row[i];
        }
        return map;
    }

    private static SampledQuantity[] Told(Estimate estimate, int[] told, double[] sums, double[] squares, double[][] kept)
    {
        var model = estimate.Model;
        var result = new SampledQuantity[model.Count];
        for (var j = 0; j < model.Count; j++)
        {
            double? exact = estimate.Class[j] == QuantityClass.Exact ? model.Measured[j] : null;
            result[j] = new(model.Ids[j], exact, exact is null ? null : 0, exact, exact);
        }
        var blocks = told.Length == 0 ? 0 : sums.Length / told.Length;
        var n = (double)blocks * Block;
        for (var t = 0; t < told.Length; t++)
        {
            var (sum, square, centre) = (0.0, 0.0, estimate.X[told[t]]);
            for (var b = 0; b < blocks; b++)
            {
                sum += sums[(b * told.Length) + t];
                square += squares[(b * told.Length) + t];
            }
            double? low = null, high = null;
            if (kept.Length > 0)
            {
                Array.Sort(kept[t]);
                (low, high) = (centre + Quantile(kept[t], 0.025), centre + Quantile(kept[t], 0.975));
            }
            var mean = sum / n;
            result[told[t]] = new(model.Ids[told[t]], centre + mean, Math.Sqrt(Math.Max(0, (square - (n * mean * mean)) / (n - 1))), low, high);
        }
        return result;
    }

    /// <summary>Between the two nearest order statistics, linearly (Hyndman and Fan's type 7).</summary>
    private static double Quantile(double[] sorted, double p)
    {
        var at = p * (sorted.Length - 1);
        var below = (int)at;
        return sorted[below] + ((at - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }

    /// <summary>One thread's place: normals in, deviations out, draws side by side.</summary>
    private sealed class Bench(int count, int told)
    {
        private readonly double[] normals = new double[count * Block];
        private readonly double[] deviations = new double[told * Block];

        public ReadOnlySpan<double> Row(int t) => deviations.AsSpan(t * Block, Block);

        public void Fill(ulong seed, int block, double[] map)
        {
            for (var i = 0; i < count; i++) Philox.Normals(seed, (ulong)block, (uint)i, normals.AsSpan(i * Block, Block));
            DenseBlock.Product(map, told, count, normals, Block, deviations);
        }

        public void Sum(Span<double> sums, Span<double> squares)
        {
            for (var t = 0; t < told; t++)
            {
                var row = Row(t);
                sums[t] = Balancing.Algebra.Vectors.Sum(row);
                squares[t] = Balancing.Algebra.Vectors.Dot(row, row);
            }
        }
    }
}
