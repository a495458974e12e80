using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Options;

/// <summary>The root in an interval at whose ends the signs differ.</summary>
internal static class RootBetween
{
    /// <param name="p">The polynomial.</param>
    /// <param name="low">Left end.</param>
    /// <param name="high">Right end.</param>
    /// <param name="signAtLow">Its sign at the left end; the other sign rules at the right.</param>
    public static Wide Find(FlowPolynomial p, Wide low, Wide high, int signAtLow)
    {
        // Far apart first by powers of two, or a root near 1e-300 would take a thousand halvings.
        while (high.Exponent - low.Exponent > 2)
        {
            var middle = Wide.Of(1, low.Exponent + (high.Exponent - low.Exponent) / 2);
            if (p.Balance(middle).Sign == signAtLow) low = middle; else high = middle;
        }
        var unit = low.Exponent;
        double a = (low * Wide.Of(1, -unit)).ToDouble(), b = (high * Wide.Of(1, -unit)).ToDouble();
        if (!(a < b)) return low;
        return Narrow(x => p.Balance(Wide.Of(x, unit)), a, b, signAtLow) is var root ? Wide.Of(root, unit) : low;
    }

    /// <summary>ITP (Oliveira and Takahashi 2020) down to neighbouring doubles, then one secant step between them for the digits behind.</summary>
    private static DoubleDouble Narrow(Func<DoubleDouble, DoubleDouble> f, double a, double b, int signAtLow)
    {
        var width = b - a;
        double fa = signAtLow * Math.Abs(f(a).ToDouble()), fb = -signAtLow * Math.Abs(f(b).ToDouble());
        var most = Math.Max(0, (int)Math.Ceiling(Math.Log2(width / Spacing(b)))) + 1;
        for (var step = 0; step <= most + 60 && b - a > Spacing(b); step++)
        {
            var half = (a + b) / 2;
            var x = half;
            if (fa != fb && fa != 0 && fb != 0)
            {
                var falsi = (fb * a - fa * b) / (fb - fa);
                var toHalf = Math.Sign(half - falsi);
                var delta = 0.2 / width * (b - a) * (b - a);
                var truncated = delta <= Math.Abs(half - falsi) ? falsi + toHalf * delta : half;
                var radius = Math.Max(0, Spacing(b) / 2 * Math.Pow(2, Math.Max(0, most - step)) - (b - a) / 2);
                x = Math.Abs(truncated - half) <= radius ? truncated : half - toHalf * radius;
            }
            // A projection that lands on an end gains nothing.
            if (!(x > a && x < b)) x = half;
            if (!(x > a && x < b)) break;
            var fx = f(x).ToDouble();
            if (fx == 0) return x;
            if (Math.Sign(fx) == signAtLow) (a, fa) = (x, fx); else (b, fb) = (x, fx);
        }
        DoubleDouble ya = f(a), yb = f(b);
        var rise = yb - ya;
        if (rise.Sign == 0) return a;
        var fraction = -ya / rise;
        if (fraction.Hi is < 0 or > 1 || double.IsNaN(fraction.Hi)) return Math.Abs(ya.Hi) < Math.Abs(yb.Hi) ? a : b;
        return (DoubleDouble)a + fraction * ((DoubleDouble)b - a);
    }

    private static double Spacing(double x) => Math.BitIncrement(x) - x;
}
