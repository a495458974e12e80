using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Regression;

/// <summary>A fitted regression. What is undefined is null.</summary>
public sealed class Fit
{
    private readonly FitGeometry geometry;

    internal Fit(FitGeometry geometry) => this.geometry = geometry;

    /// <summary>Coefficients: intercept first, then the drivers in the order given.</summary>
    public required IReadOnlyList<Coefficient> Coefficients { get; init; }
    /// <summary>1 − rss/tss, tss about the mean (about 0 without intercept); null where y has no spread.</summary>
    public double? R2 { get; init; }
    /// <summary>1 − (1 − r²)(n − 1)/dof (n without intercept).</summary>
    public double? AdjustedR2 { get; init; }
    /// <summary>√(rss/dof), unit of y.</summary>
    public double S { get; init; }
    /// <summary>Σ w (y − ŷ)², unit of y squared.</summary>
    public double Rss { get; init; }
    /// <summary>F statistic over the drivers; null where s = 0 or there is no driver.</summary>
    public double? F { get; init; }
    /// <summary>Probability of such an F if no driver mattered.</summary>
    public double? FP { get; init; }
    /// <summary>n − p, p coefficients with the intercept.</summary>
    public int Dof { get; init; }
    /// <summary>Number of observations.</summary>
    public int N { get; init; }
    /// <summary>s over the mean of y, a fraction; null where that mean is 0.</summary>
    public double? Cvrmse { get; init; }
    /// <summary>Σ(ŷ − y)/Σy, a fraction; null where Σy is 0.</summary>
    public double? Nmbe { get; init; }
    /// <summary>Pearson correlation of residuals 2…n with 1…n−1, each about its own mean; null where one has no spread.</summary>
    public double? Lag1 { get; init; }
    /// <summary>y − ŷ, unit of y.</summary>
    public required IReadOnlyList<double> Residuals { get; init; }
    /// <summary>Σy, unit of y.</summary>
    public double SumY { get; init; }

    /// <summary>The drivers' names.</summary>
    public IReadOnlyList<string> Drivers => geometry.Names;

    /// <summary>The modelled y.</summary>
    /// <param name="drivers">One value per driver, in the order of <see cref="Drivers"/>.</param>
    public double Predict(IReadOnlyList<double> drivers) => geometry.Predict(drivers).ToDouble();

    /// <summary>Half-width of the interval in which a new observation falls: t · s · √(1 + x₀ᵀ(XᵀX)⁻¹x₀), weight 1.</summary>
    /// <param name="drivers">One value per driver.</param>
    /// <param name="confidence">Probability between 0 and 1.</param>
    public double PredictionHalfWidth(IReadOnlyList<double> drivers, double confidence) => TotalPredictionHalfWidth([drivers], confidence);

    /// <summary>Half-width for the sum of m new observations: t · s · √(x₁ᵀ(XᵀX)⁻¹x₁ + m), x₁ the column sums of their rows.</summary>
    /// <param name="rows">m rows of one value per driver.</param>
    /// <param name="confidence">Probability between 0 and 1.</param>
    public double TotalPredictionHalfWidth(IReadOnlyList<IReadOnlyList<double>> rows, double confidence)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return StudentT.TwoSided(confidence, Dof) * S * Math.Sqrt(geometry.Leverage(rows).ToDouble() + rows.Count);
    }

    /// <summary>Half-width of the interval of the line itself (mean response): t · s · √(x₀ᵀ(XᵀX)⁻¹x₀).</summary>
    /// <param name="drivers">One value per driver.</param>
    /// <param name="confidence">Probability between 0 and 1.</param>
    public double MeanHalfWidth(IReadOnlyList<double> drivers, double confidence) =>
        StudentT.TwoSided(confidence, Dof) * S * Math.Sqrt(geometry.Leverage([drivers]).ToDouble());
}

/// <summary>Coefficients and (XᵀWX)⁻¹ as the fit keeps them: about the means, columns scaled by powers of two, 31 digits.</summary>
/// <param name="Names">Drivers.</param>
/// <param name="Intercept">Whether there is a constant term.</param>
/// <param name="Constant">Intercept, or 0, in units of y.</param>
/// <param name="Slopes">Per driver, in units of y per unit of x.</param>
/// <param name="Means">Weighted mean per driver (0 without intercept), in its unit.</param>
/// <param name="Scales">Power of two per driver.</param>
/// <param name="InverseR">R⁻¹ of the scaled columns, upper triangle.</param>
/// <param name="SumOfWeights">Σw.</param>
/// <param name="WeightScale">Weights were divided by this.</param>
internal sealed record FitGeometry(
    IReadOnlyList<string> Names, bool Intercept, DoubleDouble Constant, DoubleDouble[] Slopes, DoubleDouble[] Means, int[] Scales, DoubleDouble[][] InverseR,
    DoubleDouble SumOfWeights, int WeightScale)
{
    public DoubleDouble Predict(IReadOnlyList<double> drivers)
    {
        if (drivers.Count != Slopes.Length) throw new ArgumentException("One value per driver is needed.", nameof(drivers));
        var sum = Constant;
        for (var j = 0; j < Slopes.Length; j++) sum += Slopes[j] * DoubleDouble.OfDecimal(drivers[j]);
        return sum;
    }

    /// <summary>x₁ᵀ(XᵀWX)⁻¹x₁ with x₁ the column sums of the rows, the intercept's column included.</summary>
    public DoubleDouble Leverage(IReadOnlyList<IReadOnlyList<double>> rows)
    {
        var k = Slopes.Length;
        var about = new DoubleDouble[k];
        foreach (var row in rows)
            for (var j = 0; j < k; j++) about[j] += (DoubleDouble.OfDecimal(row[j]) - Means[j]).Scale(-Scales[j]);
        var sum = DoubleDouble.Zero;
        if (Intercept) sum += (DoubleDouble)rows.Count * rows.Count / SumOfWeights;
        for (var j = 0; j < k; j++)
        {
            // (R⁻ᵀ about) by columns of R⁻¹
            var z = DoubleDouble.Zero;
            for (var i = 0; i <= j; i++) z += InverseR[i][j] * about[i];
            sum += z * z;
        }
        return sum.Scale(-WeightScale);
    }
}
