using MathNet.Numerics;

namespace Sen.CleanerProduction.Statistics;

/// <summary>Quantiles the tests of a balance need, to about 14 digits.</summary>
public static class CriticalValues
{
    /// <summary>Power at which <see cref="DetectableShift"/> is stated.</summary>
    public const double Power = 0.95;

    /// <summary>Distribution function of the standard normal.</summary>
    /// <param name="z">Where.</param>
    /// <returns>Φ(z).</returns>
    public static double Normal(double z) => 0.5 * SpecialFunctions.Erfc(-z / Constants.Sqrt2);

    /// <summary>The z that a standard normal exceeds in absolute value with a given probability.</summary>
    /// <param name="probability">Both tails together, above 0, at most 1.</param>
    /// <returns>z with P(|Z| &gt; z) = probability.</returns>
    public static double TwoSided(double probability)
    {
        if (!(probability > 0 && probability <= 1)) throw new ArgumentOutOfRangeException(nameof(probability));
        if (probability == 1) return 0;
        var z = Constants.Sqrt2 * SpecialFunctions.ErfcInv(probability);
        for (var i = 0; i < 2; i++)
        {
            var slope = 2 * Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
            if (slope > 0) z += (SpecialFunctions.Erfc(z / Constants.Sqrt2) - probability) / slope;
        }
        return z;
    }

    /// <summary>Two-sided Šidák critical value for several tests at one joint confidence: Φ⁻¹((1 + confidence^(1/k)) / 2).</summary>
    /// <param name="confidence">Joint confidence, between 0 and 1.</param>
    /// <param name="tests">How many tests, at least 1.</param>
    /// <returns>The z that one of the tests exceeds with probability 1 − confidence, were they independent.</returns>
    /// <remarks>Šidák, JASA 62 (1967) 626; in data reconciliation Mah and Tamhane, AIChE J. 28 (1982) 828.</remarks>
    public static double Sidak(double confidence, int tests)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(tests, 1);
        if (!(confidence > 0 && confidence < 1)) throw new ArgumentOutOfRangeException(nameof(confidence));
        return TwoSided(-Expm1(Math.Log(confidence) / tests));
    }

    /// <summary>The shift δ of a unit normal that a two-sided test finds with 95 % power: Φ(δ − critical) + Φ(−δ − critical) = 0.95.</summary>
    /// <param name="critical">Critical value of the test, 0 or more.</param>
    /// <returns>δ, 0 where the test rejects that often without any shift.</returns>
    public static double DetectableShift(double critical)
    {
        if (2 * Normal(-critical) >= Power) return 0;
        double low = 0, high = critical + 10, shift = critical + 1.6448536269514722;
        for (var i = 0; i < 100; i++)
        {
            var miss = Normal(shift - critical) + Normal(-shift - critical) - Power;
            if (miss > 0) high = shift;
            else low = shift;
            var slope = (Math.Exp(-0.5 * (shift - critical) * (shift - critical)) - Math.Exp(-0.5 * (shift + critical) * (shift + critical))) / Math.Sqrt(2 * Math.PI);
            var next = shift - (miss / slope);
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            if (Math.Abs(next - shift) <= 1e-15 * shift) return next;
            shift = next;
        }
        return shift;
    }

    /// <summary>Quantile of the χ² distribution.</summary>
    /// <param name="confidence">Probability below the quantile, between 0 and 1.</param>
    /// <param name="degreesOfFreedom">Degrees of freedom, at least 1.</param>
    /// <returns>x with P(χ² ≤ x) = confidence.</returns>
    public static double ChiSquare(double confidence, int degreesOfFreedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degreesOfFreedom, 1);
        if (!(confidence > 0 && confidence < 1)) throw new ArgumentOutOfRangeException(nameof(confidence));
        var a = degreesOfFreedom / 2.0;
        var upper = confidence > 0.5;
        var target = upper ? 1 - confidence : confidence;
        double Miss(double t) => upper ? target - SpecialFunctions.GammaUpperRegularized(a, t) : SpecialFunctions.GammaLowerRegularized(a, t) - target;
        // Wilson and Hilferty's cube root is within a few percent; from there Newton, kept in a bracket.
        double low = 0, high = Math.Max(1, 2 * a);
        while (Miss(high) < 0) (low, high) = (high, 2 * high);
        var tails = 2 * Math.Min(confidence, 1 - confidence);
        var z = tails is > 0 and < 1 ? (upper ? 1 : -1) * TwoSided(tails) : 0;
        var x = a * Math.Pow(1 - (1 / (9 * a)) + (z * Math.Sqrt(1 / (9 * a))), 3);
        if (!(x > low && x < high)) x = 0.5 * (low + high);
        for (var i = 0; i < 200; i++)
        {
            var miss = Miss(x);
            if (miss > 0) high = x;
            else low = x;
            var density = Math.Exp(((a - 1) * Math.Log(x)) - x - SpecialFunctions.GammaLn(a));
            var next = x - (miss / density);
            if (!(next > low && next < high)) next = low > 0 ? Math.Sqrt(low * high) : high / 1024;
            if (Math.Abs(next - x) <= 4e-16 * x) return 2 * next;
            x = next;
        }
        return 2 * x;
    }

    /// <summary>e^x − 1 without loss for small x.</summary>
    private static double Expm1(double x)
    {
        var t = Math.Tanh(x / 2);
        return 2 * t / (1 - t);
    }
}
