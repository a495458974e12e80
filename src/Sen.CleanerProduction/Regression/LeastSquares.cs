using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Regression;

/// <summary>Ordinary and weighted least squares by QR of centred, scaled columns.</summary>
/// <remarks>
/// β minimises Σ w (y − Xβ)². With X = QR: β = R⁻¹Qᵀy, cov β = s²(RᵀR)⁻¹. Centring takes the intercept out of the columns, scaling the units, so that
/// what is left to lose is only the drivers' own likeness. Numbers mean the decimal as typed, to 31 digits; a driver that is
/// another one to a whole power, to within rounding, means that power. (Björck, Numerical Methods for Least
/// Squares Problems, 1996, ch. 2; certified cases: NIST StRD.)
/// </remarks>
public static class LeastSquares
{
    /// <summary>n · p² beyond which the work is not done (about 3 s).</summary>
    private const double MostWork = 1e8;

    /// <summary>A residual below this part of y is the rounding of y: 2⁻⁵⁰.</summary>
    private const double ExactFit = 8.9e-16;

    /// <summary>Fits.</summary>
    /// <param name="input">n observations of y and of each driver.</param>
    /// <returns>The fit; refused with fewer observations than coefficients + 1, or collinear drivers.</returns>
    /// <exception cref="InputException">Lists of unequal length, a name used twice, weights not above 0, neither intercept nor driver, numbers not finite.</exception>
    public static Outcome<Fit> Fit(RegressionInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var problems = RegressionRules.Check(input);
        if (problems.Count > 0) throw new InputException(problems);
        var (n, p) = (input.Y.Count, input.X.Count + (input.Intercept ? 1 : 0));
        if (n - p < 1) return Outcome<Fit>.Refused(RegressionRules.TooFew(n, p));
        if ((double)n * p * p > MostWork) return Outcome<Fit>.Refused("too many observations and drivers for one fit");
        var columns = ScaledColumns.Of(input);
        if (Orthogonalised.Of(columns) is not { } qr) return Outcome<Fit>.Refused("drivers are collinear");
        return Outcome<Fit>.Of(Report(input, columns, qr, n - p));
    }

    private static Fit Report(RegressionInput input, ScaledColumns columns, Orthogonalised qr, int dof)
    {
        var (n, k) = (input.Y.Count, input.X.Count);
        var slopes = qr.Slopes();
        var residuals = new DoubleDouble[n];
        for (var i = 0; i < n; i++)
        {
            residuals[i] = columns.Y[i] - columns.YMean;
            for (var j = 0; j < k; j++) residuals[i] -= slopes[j] * (columns.X[j][i] - columns.XMeans[j]);
        }
        var weighted = columns.About(residuals, DoubleDouble.Zero);
        var rss = ScaledColumns.Dot(weighted, weighted);
        var raw = columns.About(columns.Y, DoubleDouble.Zero);
        var size = ScaledColumns.Dot(raw, raw);
        var exact = !(rss.Hi > ExactFit * ExactFit * size.Hi);
        if (exact) (rss, residuals) = (DoubleDouble.Zero, new DoubleDouble[n]);
        var about = columns.About(columns.Y, columns.YMean);
        var tss = ScaledColumns.Dot(about, about);
        if (!(tss.Hi > ExactFit * ExactFit * size.Hi)) tss = DoubleDouble.Zero;
        var (s2, inverse) = (rss / dof, qr.InverseR());

        var unit = columns.YScale;
        var real = slopes.Select((b, j) => b.Scale(unit - columns.XScales[j])).ToArray();
        var constant = columns.YMean;
        for (var j = 0; j < k; j++) constant -= slopes[j] * columns.XMeans[j];
        var geometry = new FitGeometry(
            [.. input.X.Select(x => x.Name)], input.Intercept, constant.Scale(unit), real, [.. columns.XMeans.Select((m, j) => m.Scale(columns.XScales[j]))],
            columns.XScales, inverse, columns.SumOfWeights, columns.WeightScale);
        double? r2 = tss.Sign == 0 ? null : ((DoubleDouble)1 - rss / tss).ToDouble();
        double? f = rss.Sign == 0 || k == 0 ? null : (ScaledColumns.Sum(qr.Z.Select(z => z * z)) / k / s2).ToDouble();
        var (sumY, mean) = (ScaledColumns.Sum(columns.Y), ScaledColumns.Sum(columns.Y) / n);
        var spread = ScaledColumns.Sum(columns.Y.Select(y => y.Abs()));
        var noMean = !(sumY.Abs().Hi > ExactFit * spread.Hi);
        var s = s2.Sqrt();
        return new Fit(geometry)
        {
            Coefficients = CoefficientTable.Of(input, columns, slopes, constant, inverse, s, dof),
            R2 = r2,
            AdjustedR2 = r2 is null ? null : ((DoubleDouble)1 - rss / tss * (input.Intercept ? n - 1 : n) / dof).ToDouble(),
            S = Math.ScaleB(s.ToDouble(), unit) * Math.Sqrt(Math.ScaleB(1, columns.WeightScale)),
            Rss = Math.ScaleB(rss.ToDouble(), 2 * unit + columns.WeightScale),
            F = f,
            FP = f is { } statistic ? FisherF.Tail(statistic, k, dof) : null,
            Dof = dof,
            N = n,
            Cvrmse = noMean ? null : (s / mean).ToDouble() * Math.Sqrt(Math.ScaleB(1, columns.WeightScale)),
            Nmbe = noMean ? null : (-ScaledColumns.Sum(residuals) / sumY).ToDouble(),
            Lag1 = exact ? null : Neighbours.Correlation(residuals),
            Residuals = [.. residuals.Select(e => e.Scale(unit).ToDouble())],
            SumY = sumY.Scale(unit).ToDouble(),
        };
    }
}
