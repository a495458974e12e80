using Sen.CleanerProduction.Balancing.Algebra;

namespace Sen.CleanerProduction.Balancing.Nonlinear;

/// <summary>One quadratic subproblem: nearest point to the measurements on the linearised constraints, with the constraints' curvature where that helps.</summary>
internal sealed class SqpStep
{
    /// <summary>Above this many free directions the Hessian costs more than it saves.</summary>
    private const int MostDirections = 200;

    private readonly BalanceModel model;
    private readonly ConstraintSystem system;
    private readonly Linearisation line;

    public SqpStep(BalanceModel model, ConstraintSystem system, Linearisation line, ReadOnlySpan<double> x, ReadOnlySpan<double> f)
    {
        (this.model, this.system, this.line) = (model, system, line);
        var a = new double[model.Inexact.Length];
        for (var i = 0; i < a.Length; i++) a[i] = x[model.Inexact[i]] - model.Measured[model.Inexact[i]];
        Adjustment = a;
        var missing = line.Reduce(f);
        var residual = line.Image(a);
        for (var i = 0; i < residual.Length; i++) residual[i] = missing[i] - residual[i];
        // Gauss–Newton: a_new = −ΣGᵀ(GΣGᵀ)⁻¹(f − G a).
        var target = model.Covariance.Apply(line.Projection.Pull(residual, out _));
        Multipliers = line.Multipliers(line.Projection.Multipliers(residual));
        var ds = new double[a.Length];
        for (var i = 0; i < ds.Length; i++) ds[i] = -target[i] - a[i];
        Step = Whole(f, ds);
        GaussNewton = Step;
        if (!system.IsLinear && Curved(f, missing, ds) is { } better) Step = better;
    }

    /// <summary>Adjustment of the measurements where the step begins.</summary>
    public double[] Adjustment { get; }

    public double[] Multipliers { get; }

    public double[] Step { get; }

    public double[] GaussNewton { get; }

    /// <summary>All quantities' change from the measurements' change, so that the linearised constraints hold.</summary>
    private double[] Whole(ReadOnlySpan<double> f, ReadOnlySpan<double> ds)
    {
        var step = new double[model.Count];
        for (var i = 0; i < ds.Length; i++) step[model.Inexact[i]] = ds[i];
        line.Unknowns(f, ds, step);
        return step;
    }

    /// <summary>Newton's step in the directions that keep the linearised constraints; null where the Hessian is no bowl there.</summary>
    private double[]? Curved(ReadOnlySpan<double> f, double[] missing, double[] gaussNewton)
    {
        var count = model.Inexact.Length;
        var dims = count - line.Projection.Rank;
        if (dims is 0 or > MostDirections || system.CurvatureWork > 5_000_000) return null;
        if (system.Curvature(Multipliers) is not { } c) return null;
        var n = system.Curved.Length;
        // The shortest way onto the constraints, from which the directions lead on.
        var across = model.Covariance.Apply(line.Projection.Pull(missing, out _));
        for (var i = 0; i < count; i++) across[i] = -across[i];
        var particular = Whole(f, across);
        var start = Picked(particular);
        var directions = line.Projection.Directions();
        var lifted = new double[dims][];
        for (var k = 0; k < dims; k++) lifted[k] = Picked(Whole([], directions[k]));
        // Gauss–Newton's own step in the same directions: q = −Z'ξ.
        var shift = model.Covariance.Whiten(Difference(gaussNewton, across));
        var hessian = new double[dims * dims];
        var right = new double[dims];
        var bent = new double[n];
        for (var k = 0; k < dims; k++)
        {
            for (var i = 0; i < n; i++) bent[i] = Vectors.Dot(c.AsSpan(i * n, n), lifted[k]);
            for (var l = 0; l <= k; l++) hessian[(k * dims) + l] = hessian[(l * dims) + k] = Vectors.Dot(bent, lifted[l]) + (l == k ? 1 : 0);
            right[k] = Vectors.Dot(model.Covariance.Whiten(directions[k]), shift) - Vectors.Dot(bent, start);
        }
        if (!Cholesky(hessian, dims, right)) return null;
        var ds = (double[])across.Clone();
        for (var k = 0; k < dims; k++) Vectors.Add(right[k], directions[k], ds);
        foreach (var v in ds) if (!double.IsFinite(v)) return null;
        return Whole(f, ds);
    }

    private double[] Picked(double[] whole)
    {
        var picked = new double[system.Curved.Length];
        for (var i = 0; i < picked.Length; i++) picked[i] = whole[system.Curved[i]];
        return picked;
    }

    private static double[] Difference(double[] a, double[] b)
    {
        var result = new double[a.Length];
        for (var i = 0; i < a.Length; i++) result[i] = a[i] - b[i];
        return result;
    }

    /// <summary>Solves in place; false where the matrix is not safely positive definite.</summary>
    private static bool Cholesky(double[] h, int n, double[] b)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var s = h[(i * n) + j] - Vectors.Dot(h.AsSpan(i * n, j), h.AsSpan(j * n, j));
                if (i == j && !(s > 1e-3)) return false;
                h[(i * n) + j] = i == j ? Math.Sqrt(s) : s / h[(j * n) + j];
            }
        }
        for (var i = 0; i < n; i++) b[i] = (b[i] - Vectors.Dot(h.AsSpan(i * n, i), b.AsSpan(0, i))) / h[(i * n) + i];
        for (var i = n - 1; i >= 0; i--)
        {
            b[i] /= h[(i * n) + i];
            for (var j = 0; j < i; j++) b[j] -= h[(i * n) + j] * b[i];
        }
        return true;
    }
}
