namespace Sen.CleanerProduction.Balancing.Networks;

/// <summary>What the tests ask of one measurement.</summary>
/// <param name="AdjustmentSd">sd(a), the root of (Σ K Σ)ⱼⱼ with K = Gᵀ(GΣGᵀ)⁻¹G.</param>
/// <param name="Sd">Uncertainty after reconciling, the root of (Σ − ΣKΣ)ⱼⱼ.</param>
/// <param name="Response">|(ΣK)ⱼⱼ|: how much of a bias of the measurement shows in its own adjustment.</param>
internal readonly record struct Spread(double AdjustmentSd, double Sd, double Response);

/// <summary>A weighted sum of inexact measurements.</summary>
internal readonly record struct Combination(int[] Places, double[] Weights);

/// <summary>Least squares under G x = c with covariance Σ: one factorisation, asked many times.</summary>
internal abstract class Projection(Covariance covariance)
{
    public Covariance Covariance { get; } = covariance;

    /// <summary>Rank of G.</summary>
    public abstract int Rank { get; }

    /// <summary>Gᵀ(GΣGᵀ)⁻¹ r; the adjustment is −Σ times it, the objective rᵀ(GΣGᵀ)⁻¹r.</summary>
    public abstract double[] Pull(ReadOnlySpan<double> residual, out double objective);

    /// <summary>Column of K = Gᵀ(GΣGᵀ)⁻¹G.</summary>
    public abstract double[] KernelColumn(int place);

    /// <summary>Every measurement's spread.</summary>
    public abstract Spread[] Spreads();

    /// <summary>sd of a combination after reconciling.</summary>
    public abstract double SdOf(Combination t);

    /// <summary>Σ̂ t, Σ̂ = Σ − ΣKΣ: how all measurements move together with a combination.</summary>
    public abstract double[] Covary(Combination t);
}
