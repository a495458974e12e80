using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Options;

/// <summary>The flows as a polynomial Σ cₜ xᵗ in x = 1/(1 + r): every rate above −1 is one x above 0.</summary>
internal sealed class FlowPolynomial
{
    private readonly Wide[] terms;

    private FlowPolynomial(Wide[] terms) => this.terms = terms;

    public static FlowPolynomial Of(IReadOnlyList<double> flows) => new([.. flows.Select(Wide.OfDecimal)]);

    public int Count => terms.Length;

    /// <summary>How often the sign changes from one flow that is not 0 to the next: at least as many as positive roots (Descartes).</summary>
    public int SignChanges()
    {
        var (changes, last) = (0, 0);
        foreach (var term in terms)
        {
            if (term.Sign == 0) continue;
            if (last != 0 && term.Sign != last) changes++;
            last = term.Sign;
        }
        return changes;
    }

    /// <summary>
    /// Σ (2t − k) cₜ xᵗ with k odd, between the flows of the first sign change. It is 2 x^(k/2 + 1) · d/dx (p / x^(k/2)), so between two of its roots
    /// p / x^(k/2) is monotone; and it has one sign change less.
    /// </summary>
    public FlowPolynomial Derived()
    {
        var (at, last) = (0, 0);
        for (var t = 0; t < terms.Length; t++)
        {
            if (terms[t].Sign == 0) continue;
            if (last != 0 && terms[t].Sign != last) break;
            (at, last) = (t, terms[t].Sign);
        }
        return new([.. terms.Select((c, t) => c * Wide.Of(2.0 * t - (2.0 * at + 1)))]);
    }

    /// <summary>The value at x, and the sum of the magnitudes of its terms: their quotient says how much of it is left after cancellation.</summary>
    public (Wide Value, Wide Magnitude) At(Wide x)
    {
        var (value, magnitude) = (Wide.Zero, Wide.Zero);
        for (var t = terms.Length - 1; t >= 0; t--)
        {
            value = value * x + terms[t];
            magnitude = magnitude * x + terms[t].Abs();
        }
        return (value, magnitude);
    }

    /// <summary>Value over magnitude, between −1 and 1; the same roots as the polynomial, and no units.</summary>
    public DoubleDouble Balance(Wide x)
    {
        var (value, magnitude) = At(x);
        return magnitude.Sign == 0 ? DoubleDouble.Zero : Scaled(value / magnitude);

        static DoubleDouble Scaled(Wide w) => w.Exponent < -1000 ? DoubleDouble.Zero : w.Mantissa.Scale((int)w.Exponent);
    }

    public int SignAtZero => terms.FirstOrDefault(t => t.Sign != 0).Sign;
    public int SignAtInfinity => terms.LastOrDefault(t => t.Sign != 0).Sign;

    /// <summary>Exponents of 2 between which every positive root lies (Fujiwara 1916, for p and for its reverse).</summary>
    public (long Low, long High) Bounds()
    {
        var first = Array.FindIndex(terms, t => t.Sign != 0);
        var last = Array.FindLastIndex(terms, t => t.Sign != 0);
        double low = double.NegativeInfinity, high = double.NegativeInfinity;
        for (var t = first; t <= last; t++)
        {
            if (terms[t].Sign == 0) continue;
            var size = terms[t].Abs().Log2();
            if (t > first) low = Math.Max(low, (size - terms[first].Abs().Log2()) / (t - first));
            if (t < last) high = Math.Max(high, (size - terms[last].Abs().Log2()) / (last - t));
        }
        return ((long)Math.Floor(-low) - 2, (long)Math.Ceiling(high) + 2);
    }
}
