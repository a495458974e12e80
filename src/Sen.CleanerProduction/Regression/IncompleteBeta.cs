using MathNet.Numerics;

namespace Sen.CleanerProduction.Regression;

/// <summary>The regularised incomplete beta function, by its continued fraction (DLMF 8.17.22, modified Lentz), with 1 − x given so that neither tail loses digits.</summary>
internal static class IncompleteBeta
{
    public static double Regularized(double a, double b, double x, double oneMinusX)
    {
        if (x <= 0) return 0;
        if (oneMinusX <= 0) return 1;
        return x < (a + 1) / (a + b + 2) ? Front(a, b, x, oneMinusX) : 1 - Front(b, a, oneMinusX, x);
    }

    private static double Front(double a, double b, double x, double oneMinusX)
    {
        // Of two logarithms the one near 1 is taken by its complement.
        var logX = x > 0.5 ? LogOnePlus(-oneMinusX) : Math.Log(x);
        var logRest = oneMinusX > 0.5 ? LogOnePlus(-x) : Math.Log(oneMinusX);
        return Math.Exp(a * logX + b * logRest - LogBeta(a, b)) / a * Fraction(a, b, x);
    }

    private static double Fraction(double a, double b, double x)
    {
        const double tiny = 1e-300;
        double c = 1, d = 1 - (a + b) * x / (a + 1);
        d = 1 / (Math.Abs(d) < tiny ? tiny : d);
        var h = d;
        for (var m = 1; m <= 100_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            Step(even);
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            if (Math.Abs(Step(odd) - 1) < 3e-16) break;
        }
        return h;

        double Step(double numerator)
        {
            d = 1 + numerator * d;
            d = 1 / (Math.Abs(d) < tiny ? tiny : d);
            c = 1 + numerator / c;
            if (Math.Abs(c) < tiny) c = tiny;
            h *= d * c;
            return d * c;
        }
    }

    /// <summary>ln B(a, b); for b = ½ and large a by the ratio Γ(a + ½)/Γ(a), where the difference of logarithms would lose digits (DLMF 5.11.13).</summary>
    public static double LogBeta(double a, double b)
    {
        if (b > a) (a, b) = (b, a);
        if (b == 0.5 && a > 200)
        {
            var r = 1 / a;
            return 0.5 * Math.Log(Math.PI) - 0.5 * Math.Log(a) - LogOnePlus(r * (-1.0 / 8 + r * (1.0 / 128 + r * (5.0 / 1024 + r * (-21.0 / 32768)))));
        }
        return SpecialFunctions.GammaLn(a) + SpecialFunctions.GammaLn(b) - SpecialFunctions.GammaLn(a + b);
    }

    /// <summary>ln(1 + x) that keeps its digits near 0 (Kahan).</summary>
    private static double LogOnePlus(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }
}
