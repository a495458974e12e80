namespace Sen.CleanerProduction.Balancing.Sparse;

/// <summary>A number of about 31 digits as the sum of two doubles.</summary>
/// <remarks>Dekker, Numer. Math. 18 (1971) 224; products by fused multiply-add.</remarks>
internal readonly record struct DoubleDouble(double High, double Low)
{
    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var s = a.High + b.High;
        var v = s - a.High;
        var e = (a.High - (s - v)) + (b.High - v) + a.Low + b.Low;
        return Sum(s, e);
    }

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.High, -a.Low);

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + (-b);

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var p = a.High * b.High;
        var e = Math.FusedMultiplyAdd(a.High, b.High, -p) + (a.High * b.Low) + (a.Low * b.High);
        return Sum(p, e);
    }

    private static DoubleDouble Sum(double high, double low)
    {
        var s = high + low;
        return new(s, low - (s - high));
    }
}
