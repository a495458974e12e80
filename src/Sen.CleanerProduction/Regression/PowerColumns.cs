using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Regression;

/// <summary>
/// A driver that is another one to a whole power, but for the rounding of its doubles, is that power: a polynomial's columns come rounded to 16 digits, and where
/// they nearly agree that rounding alone would cost half of the answer's digits (NIST StRD, Filip).
/// </summary>
internal static class PowerColumns
{
    private const int Highest = 30;

    /// <summary>2⁻⁵², the last place of 1.</summary>
    private const double LastPlace = 2.220446049250313e-16;

    /// <summary>Below this the low half of a product is lost.</summary>
    private const double Smallest = 1e-270;

    /// <summary>The column's values to 31 digits: the power it is of another driver, of the highest exponent if of several, or else as typed.</summary>
    public static DoubleDouble[] Of(IReadOnlyList<Driver> drivers, int column)
    {
        var values = drivers[column].Values;
        var best = (Exponent: 1, Values: (DoubleDouble[]?)null);
        for (var other = 0; other < drivers.Count; other++)
        {
            var root = drivers[other].Values;
            if (other == column || ExponentOf(root, values) is not { } k || k <= best.Exponent) continue;
            if (Powers(root, values, k) is { } powers) best = (k, powers);
        }
        return best.Values ?? [.. values.Select(DoubleDouble.OfDecimal)];
    }

    /// <summary>What the first telling row makes of it; the other rows have to agree.</summary>
    private static int? ExponentOf(IReadOnlyList<double> root, IReadOnlyList<double> values)
    {
        for (var i = 0; i < root.Count; i++)
        {
            var size = Math.Abs(root[i]);
            if (size is 0 or 1) continue;
            var k = Math.Round(Math.Log(Math.Abs(values[i])) / Math.Log(size));
            return k is >= 2 and <= Highest && Power(root[i], values[i], (int)k) is not null ? (int)k : null;
        }
        return null;
    }

    private static DoubleDouble[]? Powers(IReadOnlyList<double> root, IReadOnlyList<double> values, int k)
    {
        var powers = new DoubleDouble[values.Count];
        for (var i = 0; i < powers.Length; i++)
        {
            if (Power(root[i], values[i], k) is not { } power) return null;
            powers[i] = power;
        }
        return powers;
    }

    /// <summary>Null where the value is another number: further off than k − 1 roundings and that of the root explain.</summary>
    private static DoubleDouble? Power(double root, double value, int k)
    {
        var x = DoubleDouble.OfDecimal(root);
        var power = x;
        for (var n = 1; n < k; n++) power *= x;
        if (!double.IsFinite(power.Hi) || !double.IsFinite(power.Lo) || (power.Hi != 0 && Math.Abs(power.Hi) < Smallest)) return null;
        return Math.Abs((power - value).Hi) <= k * LastPlace * Math.Abs(power.Hi) ? power : null;
    }
}
