namespace Sen.CleanerProduction.Arithmetic;

/// <summary>Gaussian elimination with row exchange, for the small systems of a plant.</summary>
internal static class Elimination
{
    /// <summary>x with A x = b, both overwritten; null where A is singular to working precision.</summary>
    public static double[]? Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var k = 0; k < n; k++)
        {
            var best = k;
            for (var i = k + 1; i < n; i++)
                if (Math.Abs(a[i, k]) > Math.Abs(a[best, k])) best = i;
            // Entries are parts of 1, so this is far below any loop that lets something out.
            if (!(Math.Abs(a[best, k]) > 1e-13)) return null;
            if (best != k)
            {
                for (var j = k; j < n; j++) (a[k, j], a[best, j]) = (a[best, j], a[k, j]);
                (b[k], b[best]) = (b[best], b[k]);
            }
            for (var i = k + 1; i < n; i++)
            {
                var times = a[i, k] / a[k, k];
                if (times == 0) continue;
                for (var j = k; j < n; j++) a[i, j] -= times * a[k, j];
                b[i] -= times * b[k];
            }
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++) b[i] -= a[i, j] * b[j];
            b[i] /= a[i, i];
        }
        return b;
    }
}
