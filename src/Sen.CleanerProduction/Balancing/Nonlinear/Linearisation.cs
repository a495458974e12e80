using Sen.CleanerProduction.Balancing.Algebra;
using Sen.CleanerProduction.Balancing.Networks;

namespace Sen.CleanerProduction.Balancing.Nonlinear;

/// <summary>The constraints linearised at a point and freed of the unknowns: QR of the unknowns' Jacobian, its left null space applied to the measurements'.</summary>
/// <remarks>Crowe, AIChE J. 32 (1986) 616; Swartz 1989; Sánchez and Romagnoli 1996: orthogonal factorisation in place of a projection matrix.</remarks>
internal sealed class Linearisation
{
    /// <summary>Below this part of the largest, after scaling rows and columns, a pivot or an entry is rounding.</summary>
    public const double Tolerance = 1e-9;

    private readonly BalanceModel model;
    private readonly int[] unknowns;
    private readonly HouseholderQr qr;
    private readonly double[] rowNorm;
    private readonly int[] keptRows;
    private readonly double[] scale;
    private readonly double[] size;

    /// <param name="model">The plant.</param>
    /// <param name="constraints">Number of constraints.</param>
    /// <param name="jacobian">Jacobian, one constraint after the other.</param>
    /// <param name="size">Typical size of each quantity.</param>
    public Linearisation(BalanceModel model, int constraints, double[] jacobian, double[] size)
    {
        this.model = model;
        this.size = size;
        unknowns = [.. Enumerable.Range(0, model.Count).Where(j => model.Known[j] == Knowledge.Unknown)];
        scale = Scales(jacobian, constraints, size);
        var ju = new double[constraints * unknowns.Length];
        for (var k = 0; k < unknowns.Length; k++)
            for (var i = 0; i < constraints; i++) ju[(k * constraints) + i] = jacobian[(i * model.Count) + unknowns[k]] * size[unknowns[k]] / scale[i];
        qr = new HouseholderQr(ju, constraints, unknowns.Length, Tolerance);
        var left = constraints - qr.Rank;
        var count = model.Inexact.Length;
        var g = new double[left * count];
        IsRedundant = new bool[count];
        Moves = new double[qr.Rank * count];
        var column = new double[constraints];
        for (var p = 0; p < count; p++)
        {
            var largest = 0.0;
            for (var i = 0; i < constraints; i++) largest = Math.Max(largest, Math.Abs(column[i] = jacobian[(i * model.Count) + model.Inexact[p]] / scale[i]));
            if (largest == 0) continue;
            var turned = qr.Forward(column);
            for (var i = 0; i < left; i++) IsRedundant[p] |= Math.Abs(turned[qr.Rank + i]) > Tolerance * largest;
            for (var i = 0; i < left && IsRedundant[p]; i++) g[(i * count) + p] = Math.Abs(turned[qr.Rank + i]) > 1e-14 * largest ? turned[qr.Rank + i] : 0;
            var moves = qr.SolveR(turned);
            for (var i = 0; i < qr.Rank; i++) Moves[(i * count) + p] = -moves[i];
        }
        (keptRows, rowNorm, var kept) = Normalise(g, left, count);
        Projection = new DenseProjection(kept, keptRows.Length, model.Covariance, Tolerance);
    }

    public DenseProjection Projection { get; }

    /// <summary>Whether a measurement's column of G is not zero, held against its own column of the Jacobian.</summary>
    public bool[] IsRedundant { get; }

    /// <summary>How the pivoted unknowns (scaled) move with the measurements, one unknown after the other.</summary>
    public double[] Moves { get; }

    public int UnknownRank => qr.Rank;

    public double Scale(int constraint) => scale[constraint];

    /// <summary>f in the rows of G.</summary>
    public double[] Reduce(ReadOnlySpan<double> f)
    {
        var turned = qr.Forward(Scaled(f));
        var reduced = new double[keptRows.Length];
        for (var i = 0; i < reduced.Length; i++) reduced[i] = turned[qr.Rank + keptRows[i]] / rowNorm[i];
        return reduced;
    }

    /// <summary>G a.</summary>
    public double[] Image(ReadOnlySpan<double> a) => Projection.Image(a);

    /// <summary>Change of all unknowns that undoes f after the measurements changed by ds.</summary>
    public void Unknowns(ReadOnlySpan<double> f, ReadOnlySpan<double> ds, Span<double> step)
    {
        var own = f.Length == 0 ? new double[qr.Rank] : qr.SolveR(qr.Forward(Scaled(f)));
        for (var i = 0; i < qr.Rank; i++)
        {
            var j = unknowns[qr.Pivots[i]];
            step[j] = size[j] * (Vectors.Dot(Moves.AsSpan(i * ds.Length, ds.Length), ds) - own[i]);
        }
    }

    /// <summary>Multipliers of the constraints from those of the rows of G.</summary>
    public double[] Multipliers(ReadOnlySpan<double> reduced)
    {
        var turned = new double[scale.Length];
        for (var i = 0; i < keptRows.Length; i++) turned[qr.Rank + keptRows[i]] = reduced[i] / rowNorm[i];
        var result = qr.Back(turned);
        for (var i = 0; i < result.Length; i++) result[i] /= scale[i];
        return result;
    }

    /// <summary>An unknown as a sum of measurements, as far as they determine it.</summary>
    public Combination Of(int unknown)
    {
        var count = model.Inexact.Length;
        var i = Array.IndexOf(qr.Pivots, Array.IndexOf(unknowns, unknown), 0, qr.Rank);
        if (i < 0) return new([], []);
        int[] places = [.. Enumerable.Range(0, count).Where(p => Moves[(i * count) + p] != 0)];
        return new(places, [.. places.Select(p => size[unknown] * Moves[(i * count) + p])]);
    }

    /// <summary>Directions in which unknowns move without any constraint noticing, one over all quantities for each unknown that is not pivoted.</summary>
    public List<double[]> Free()
    {
        var result = new List<double[]>();
        var column = new double[qr.Rank];
        for (var k = qr.Rank; k < unknowns.Length; k++)
        {
            for (var i = 0; i < qr.Rank; i++) column[i] = qr.R(i, k);
            var moves = qr.SolveR(column);
            var direction = new double[model.Count];
            direction[unknowns[qr.Pivots[k]]] = size[unknowns[qr.Pivots[k]]];
            for (var i = 0; i < qr.Rank; i++)
                if (Math.Abs(moves[i]) > Tolerance) direction[unknowns[qr.Pivots[i]]] = -moves[i] * size[unknowns[qr.Pivots[i]]];
            result.Add(direction);
        }
        return result;
    }

    private double[] Scaled(ReadOnlySpan<double> f)
    {
        var scaled = new double[f.Length];
        for (var i = 0; i < f.Length; i++) scaled[i] = f[i] / scale[i];
        return scaled;
    }

    /// <summary>Size of the largest term of each constraint, so that f over it is a relative miss.</summary>
    private double[] Scales(double[] jacobian, int constraints, double[] size)
    {
        var result = new double[constraints];
        for (var i = 0; i < constraints; i++)
        {
            for (var j = 0; j < model.Count; j++) result[i] = Math.Max(result[i], Math.Abs(jacobian[(i * model.Count) + j]) * size[j]);
            if (!(result[i] > 1e-290)) result[i] = 1;
        }
        return result;
    }

    /// <summary>Rows to unit length in the metric of Σ; rows of nothing but rounding are left out.</summary>
    private (int[] Rows, double[] Norms, double[] Kept) Normalise(double[] g, int left, int count)
    {
        var norms = new double[left];
        for (var i = 0; i < left; i++)
        {
            var row = g[(i * count)..((i + 1) * count)];
            model.Covariance.Weigh(row);
            norms[i] = Vectors.Norm(row);
        }
        int[] rows = [.. Enumerable.Range(0, left).Where(i => norms[i] > 0)];
        var kept = new double[rows.Length * count];
        for (var i = 0; i < rows.Length; i++)
            for (var p = 0; p < count; p++) kept[(i * count) + p] = g[(rows[i] * count) + p] / norms[rows[i]];
        return (rows, [.. rows.Select(i => norms[i])], kept);
    }
}
