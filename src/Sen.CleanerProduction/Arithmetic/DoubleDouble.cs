namespace Sen.CleanerProduction.Arithmetic;

/// <summary>An unevaluated sum of two doubles, about 31 digits (Dekker 1971; Hida, Li and Bailey 2001). One order of operations, so the same bits everywhere.</summary>
internal readonly struct DoubleDouble(double hi, double lo)
{
    public double Hi { get; } = hi;
    public double Lo { get; } = lo;

    public static DoubleDouble Zero => default;
    public int Sign => Hi > 0 ? 1 : Hi < 0 ? -1 : 0;

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    /// <summary>
    /// A number of up to 15 digits is the decimal that was typed, to 31 digits: 1.1 is eleven tenths. One with more was computed, and is the double it is.
    /// </summary>
    public static DoubleDouble OfDecimal(double number)
    {
        if (number == Math.Floor(number) && Math.Abs(number) < 9e15) return number;
        var (digits, exponent) = Rational.Decimal(number);
        // 10^22 is the last power of ten that is a double; the remainder of the division is exact.
        if (Math.Abs(digits) >= 1_000_000_000_000_000 || exponent is >= 0 or < -22) return number;
        var power = Powers[-exponent];
        return new DoubleDouble(number, -Math.FusedMultiplyAdd(number, power, -digits) / power);
    }

    private static readonly double[] Powers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    public static DoubleDouble operator -(DoubleDouble a) => new(-a.Hi, -a.Lo);

    public static DoubleDouble operator +(DoubleDouble a, DoubleDouble b)
    {
        var (s, e) = TwoSum(a.Hi, b.Hi);
        var (t, f) = TwoSum(a.Lo, b.Lo);
        (s, e) = QuickTwoSum(s, e + t);
        (s, e) = QuickTwoSum(s, e + f);
        return new DoubleDouble(s, e);
    }

    public static DoubleDouble operator -(DoubleDouble a, DoubleDouble b) => a + -b;

    public static DoubleDouble operator *(DoubleDouble a, DoubleDouble b)
    {
        var p = a.Hi * b.Hi;
        var e = Math.FusedMultiplyAdd(a.Hi, b.Hi, -p);
        e += a.Hi * b.Lo + a.Lo * b.Hi;
        (p, e) = QuickTwoSum(p, e);
        return new DoubleDouble(p, e);
    }

    public static DoubleDouble operator /(DoubleDouble a, DoubleDouble b)
    {
        var q1 = a.Hi / b.Hi;
        var rest = a - b * q1;
        var q2 = rest.Hi / b.Hi;
        rest -= b * q2;
        var q3 = rest.Hi / b.Hi;
        var (s, e) = QuickTwoSum(q1, q2);
        return new DoubleDouble(s, e) + q3;
    }

    public static bool operator <(DoubleDouble a, DoubleDouble b) => a.Hi < b.Hi || (a.Hi == b.Hi && a.Lo < b.Lo);
    public static bool operator >(DoubleDouble a, DoubleDouble b) => b < a;

    /// <summary>One Newton step from the double root (Karp); 0 for what is not positive.</summary>
    public DoubleDouble Sqrt()
    {
        if (!(Hi > 0)) return Zero;
        var near = Math.Sqrt(Hi);
        return new DoubleDouble(near, 0) + (this - (DoubleDouble)near * near).Hi / (2 * near);
    }

    /// <summary>Times a power of two, exactly (but for underflow).</summary>
    public DoubleDouble Scale(int exponent) => new(Math.ScaleB(Hi, exponent), Math.ScaleB(Lo, exponent));

    public DoubleDouble Abs() => Hi < 0 ? -this : this;

    public double ToDouble() => Hi + Lo;

    private static (double Sum, double Error) TwoSum(double a, double b)
    {
        var s = a + b;
        var v = s - a;
        return (s, a - (s - v) + (b - v));
    }

    private static (double Sum, double Error) QuickTwoSum(double a, double b)
    {
        var s = a + b;
        return (s, b - (s - a));
    }
}
