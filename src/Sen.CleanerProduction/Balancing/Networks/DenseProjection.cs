using Sen.CleanerProduction.Balancing.Algebra;

namespace Sen.CleanerProduction.Balancing.Networks;

/// <summary>The projection by orthogonal transformation: LᵀGᵀ = QR, never the normal equations, so that variances are sums of squares and keep their digits.</summary>
/// <remarks>With Q = (Q₁ Q₂): sd(a) = row norms of L Q₁, sd after reconciling = row norms of L Q₂, K = TᵀT with T = R⁻ᵀG.</remarks>
internal sealed class DenseProjection : Projection
{
    private readonly HouseholderQr qr;
    private readonly double[] g;
    private readonly int count;
    private readonly int[] rows;
    private double[]? scaled;

    /// <param name="g">G, one constraint after the other, each over all inexact measurements.</param>
    /// <param name="constraints">Number of constraints.</param>
    /// <param name="covariance">Σ.</param>
    /// <param name="tolerance">Constraints that depend on others to this part are left out; 0 where they are known to be independent.</param>
    public DenseProjection(double[] g, int constraints, Covariance covariance, double tolerance) : base(covariance)
    {
        this.g = g;
        count = covariance.Sd.Length;
        var weighed = (double[])g.Clone();
        for (var i = 0; i < constraints; i++) covariance.Weigh(weighed.AsSpan(i * count, count));
        qr = new HouseholderQr(weighed, count, constraints, tolerance);
        rows = qr.Pivots[..qr.Rank];
    }

    public override int Rank => qr.Rank;

    /// <summary>G a, all constraints.</summary>
    public double[] Image(ReadOnlySpan<double> a)
    {
        var result = new double[qr.Columns];
        for (var i = 0; i < result.Length; i++) result[i] = Vectors.Dot(g.AsSpan(i * count, count), a);
        return result;
    }

    /// <summary>(GΣGᵀ)⁻¹ r, over all constraints; 0 for those left out.</summary>
    public double[] Multipliers(ReadOnlySpan<double> residual)
    {
        var result = new double[qr.Columns];
        var kept = qr.SolveR(qr.SolveRt(Chosen(residual)));
        for (var i = 0; i < Rank; i++) result[rows[i]] = kept[i];
        return result;
    }

    /// <summary>The columns of L Q₂: directions (with unit normal weight) that keep all constraints.</summary>
    public double[][] Directions()
    {
        var result = new double[count - Rank][];
        var unit = new double[count];
        for (var k = Rank; k < count; k++)
        {
            Array.Clear(unit);
            unit[k] = 1;
            result[k - Rank] = Covariance.Colour(qr.Back(unit));
        }
        return result;
    }

    public override double[] Pull(ReadOnlySpan<double> residual, out double objective)
    {
        var y = qr.SolveRt(Chosen(residual));
        objective = Vectors.Dot(y, y);
        return FromMultipliers(qr.SolveR(y));
    }

    public override double[] KernelColumn(int place)
    {
        var t = T();
        var result = new double[count];
        for (var j = 0; j < count; j++) result[j] = Vectors.Dot(t.AsSpan(j * Rank, Rank), t.AsSpan(place * Rank, Rank));
        return result;
    }

    public override Spread[] Spreads()
    {
        var within = new double[count];
        var left = new double[count];
        var response = new double[count];
        var t = T();
        var unit = new double[count];
        for (var k = 0; k < count; k++)
        {
            Array.Clear(unit);
            unit[k] = 1;
            var column = Covariance.Colour(qr.Back(unit));
            var into = k < Rank ? within : left;
            for (var j = 0; j < count; j++) into[j] = Math.FusedMultiplyAdd(column[j], column[j], into[j]);
            if (k < Rank) for (var j = 0; j < count; j++) response[j] = Math.FusedMultiplyAdd(column[j], t[(j * Rank) + k], response[j]);
        }
        var result = new Spread[count];
        for (var j = 0; j < count; j++) result[j] = new(Math.Sqrt(within[j]), Math.Sqrt(left[j]), Math.Abs(response[j]));
        return result;
    }

    public override double SdOf(Combination t) => Vectors.Norm(qr.Forward(Weighed(t)).AsSpan(Rank));

    public override double[] Covary(Combination t)
    {
        var y = qr.Forward(Weighed(t));
        Array.Clear(y, 0, Rank);
        return Covariance.Colour(qr.Back(y));
    }

    private double[] Weighed(Combination t)
    {
        var x = new double[count];
        for (var i = 0; i < t.Places.Length; i++) x[t.Places[i]] += t.Weights[i];
        Covariance.Weigh(x);
        return x;
    }

    private double[] Chosen(ReadOnlySpan<double> residual)
    {
        var chosen = new double[Rank];
        for (var i = 0; i < Rank; i++) chosen[i] = residual[rows[i]];
        return chosen;
    }

    private double[] FromMultipliers(double[] multipliers)
    {
        var result = new double[count];
        for (var i = 0; i < Rank; i++) Vectors.Add(multipliers[i], g.AsSpan(rows[i] * count, count), result);
        return result;
    }

    /// <summary>T = R⁻ᵀG, one measurement's column after the other.</summary>
    private double[] T()
    {
        if (scaled is not null) return scaled;
        scaled = new double[count * Rank];
        var column = new double[Rank];
        for (var j = 0; j < count; j++)
        {
            for (var i = 0; i < Rank; i++) column[i] = g[(rows[i] * count) + j];
            qr.SolveRt(column).CopyTo(scaled, j * Rank);
        }
        return scaled;
    }
}
