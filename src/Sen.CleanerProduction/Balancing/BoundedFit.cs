using Sen.CleanerProduction.Balancing.Algebra;

namespace Sen.CleanerProduction.Balancing;

/// <summary>Bounds on a least-squares fit by the dual active-set method: begin without bounds, take in the worst violated one, let go what no longer pushes.</summary>
/// <remarks>Goldfarb and Idnani, Math. Programming 27 (1983) 1, with the inverse Hessian given column by column as Σ̂. Ends after finitely many steps.</remarks>
internal static class BoundedFit
{
    private readonly record struct Held(int Quantity, double Sign, double[] Column);

    /// <summary>Moves x to the nearest point (in Σ̂'s metric) within all bounds. Null, or why there is none.</summary>
    /// <param name="model">The bounds.</param>
    /// <param name="x">Best values without bounds; changed in place.</param>
    /// <param name="atBound">Set where a quantity is held.</param>
    /// <param name="counts">Which quantities' bounds count.</param>
    /// <param name="direction">Column of Σ̂ over all quantities.</param>
    public static string? Hold(BalanceModel model, double[] x, bool[] atBound, Func<int, bool> counts, Func<int, double[]> direction)
    {
        int[] bounded = [.. Enumerable.Range(0, model.Count).Where(j => counts(j) && !(double.IsInfinity(model.Lower[j]) && double.IsInfinity(model.Upper[j])))];
        var held = new List<Held>();
        var push = new List<double>();
        var columns = new Dictionary<int, double[]>();
        for (var steps = 0; steps < 50 + (20 * bounded.Length); steps++)
        {
            var (worst, sign) = Worst(model, x, bounded, held);
            if (worst < 0)
            {
                // Rounding may leave a value a hair outside; whoever gave a minimum of 0 wants no -1e-16.
                foreach (var j in bounded) x[j] = Math.Min(Math.Max(x[j], model.Lower[j]), model.Upper[j]);
                foreach (var h in held) (atBound[h.Quantity], x[h.Quantity]) = (true, h.Sign > 0 ? model.Lower[h.Quantity] : model.Upper[h.Quantity]);
                return null;
            }
            if (!columns.TryGetValue(worst, out var column)) columns[worst] = column = direction(worst);
            if (!TakeIn(model, x, new Held(worst, sign, column), held, push)) return $"no values within the bounds obey all constraints ({model.Ids[worst]} cannot keep its bound)";
        }
        return "no convergence: the bounds take too many steps";
    }

    /// <summary>aᵀΣ⁻¹a of the values as they stand.</summary>
    public static double Objective(BalanceModel model, ReadOnlySpan<double> x)
    {
        var a = new double[model.Inexact.Length];
        for (var i = 0; i < a.Length; i++) a[i] = x[model.Inexact[i]] - model.Measured[model.Inexact[i]];
        var white = model.Covariance.Whiten(a);
        return Vectors.Dot(white, white);
    }

    private static (int Quantity, double Sign) Worst(BalanceModel model, double[] x, int[] bounded, List<Held> held)
    {
        var (worst, sign, most) = (-1, 0.0, 0.0);
        foreach (var j in bounded)
        {
            if (held.Exists(h => h.Quantity == j)) continue;
            var below = model.Lower[j] - x[j];
            var above = x[j] - model.Upper[j];
            var by = Math.Max(below, above);
            var small = 1e-11 * Math.Max(Math.Abs(x[j]), double.IsNaN(model.Sd[j]) ? 0 : model.Sd[j]);
            if (by > small && by > most) (worst, sign, most) = (j, below > above ? 1 : -1, by);
        }
        return (worst, sign);
    }

    private static bool TakeIn(BalanceModel model, double[] x, Held one, List<Held> held, List<double> push)
    {
        var own = 0.0;
        while (true)
        {
            var c = new double[held.Count];
            for (var i = 0; i < c.Length; i++) c[i] = one.Sign * held[i].Sign * held[i].Column[one.Quantity];
            var r = Solve(held, c);
            var variance = one.Column[one.Quantity];
            var free = variance - Vectors.Dot(r, c);
            var missing = one.Sign > 0 ? model.Lower[one.Quantity] - x[one.Quantity] : x[one.Quantity] - model.Upper[one.Quantity];
            var full = free > 1e-12 * Math.Abs(variance) && variance > 0 ? missing / free : double.PositiveInfinity;
            var (leaves, part) = (-1, double.PositiveInfinity);
            for (var i = 0; i < r.Length; i++) if (r[i] > 1e-14 && push[i] / r[i] < part) (leaves, part) = (i, push[i] / r[i]);
            var step = Math.Min(full, part);
            if (double.IsInfinity(step) || double.IsNaN(step)) return false;
            if (!double.IsInfinity(full))
            {
                Vectors.Add(step * one.Sign, one.Column, x);
                for (var i = 0; i < r.Length; i++) Vectors.Add(-step * r[i] * held[i].Sign, held[i].Column, x);
            }
            for (var i = 0; i < r.Length; i++) push[i] -= step * r[i];
            own += step;
            if (full <= part)
            {
                held.Add(one);
                push.Add(own);
                return true;
            }
            held.RemoveAt(leaves);
            push.RemoveAt(leaves);
        }
    }

    /// <summary>Σ̂ over the held quantities, solved for c (Cholesky; it is positive definite because only independent ones are taken in).</summary>
    private static double[] Solve(List<Held> held, double[] c)
    {
        var n = c.Length;
        var l = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var s = (held[i].Sign * held[j].Sign * held[j].Column[held[i].Quantity]) - Vectors.Dot(l.AsSpan(i * n, j), l.AsSpan(j * n, j));
                l[(i * n) + j] = i == j ? Math.Sqrt(Math.Max(s, double.Epsilon)) : s / l[(j * n) + j];
            }
        }
        var x = (double[])c.Clone();
        for (var i = 0; i < n; i++) x[i] = (x[i] - Vectors.Dot(l.AsSpan(i * n, i), x.AsSpan(0, i))) / l[(i * n) + i];
        for (var i = n - 1; i >= 0; i--)
        {
            x[i] /= l[(i * n) + i];
            for (var j = 0; j < i; j++) x[j] -= l[(i * n) + j] * x[i];
        }
        return x;
    }
}
