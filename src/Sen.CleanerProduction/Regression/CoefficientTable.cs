using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Regression;

/// <summary>Estimates with their standard errors and tests.</summary>
internal static class CoefficientTable
{
    public static IReadOnlyList<Coefficient> Of(
        RegressionInput input, ScaledColumns columns, DoubleDouble[] slopes, DoubleDouble constant, DoubleDouble[][] inverse, DoubleDouble s, int dof)
    {
        var table = new List<Coefficient>();
        var k = slopes.Length;
        if (input.Intercept)
        {
            // var β₀ = s² (1/Σw + x̄ᵀ (RᵀR)⁻¹ x̄)
            var sum = (DoubleDouble)1 / columns.SumOfWeights;
            for (var j = 0; j < k; j++)
            {
                var z = DoubleDouble.Zero;
                for (var i = 0; i <= j; i++) z += inverse[i][j] * columns.XMeans[i];
                sum += z * z;
            }
            table.Add(Row("intercept", constant, s * sum.Sqrt(), columns.YScale, dof));
        }
        for (var i = 0; i < k; i++)
        {
            var sum = DoubleDouble.Zero;
            for (var j = i; j < k; j++) sum += inverse[i][j] * inverse[i][j];
            table.Add(Row(input.X[i].Name, slopes[i], s * sum.Sqrt(), columns.YScale - columns.XScales[i], dof));
        }
        return table;
    }

    private static Coefficient Row(string name, DoubleDouble value, DoubleDouble se, int scale, int dof)
    {
        double? t = se.Sign == 0 ? null : (value / se).ToDouble();
        return new Coefficient(name, value.Scale(scale).ToDouble(), se.Scale(scale).ToDouble(), t, t is { } statistic ? StudentT.TailBoth(statistic, dof) : null);
    }
}

/// <summary>Correlation of each residual with the one before.</summary>
internal static class Neighbours
{
    public static double? Correlation(DoubleDouble[] e)
    {
        var m = e.Length - 1;
        if (m < 2) return null;
        var (late, early) = (ScaledColumns.Sum(e.Skip(1)) / m, ScaledColumns.Sum(e.Take(m)) / m);
        DoubleDouble cross = default, ofLate = default, ofEarly = default, size = default;
        for (var i = 1; i <= m; i++)
        {
            var (a, b) = (e[i] - late, e[i - 1] - early);
            cross += a * b;
            ofLate += a * a;
            ofEarly += b * b;
            size += e[i] * e[i] + e[i - 1] * e[i - 1];
        }
        // What 31-digit arithmetic leaves of no spread at all.
        if (!(ofLate.Hi > 1e-40 * size.Hi && ofEarly.Hi > 1e-40 * size.Hi)) return null;
        var r = (cross / (ofLate.Sqrt() * ofEarly.Sqrt())).ToDouble();
        return Math.Abs(r) > 1 - 1e-15 ? Math.Sign(r) : r;
    }
}
