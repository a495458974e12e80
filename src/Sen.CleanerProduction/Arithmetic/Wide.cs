namespace Sen.CleanerProduction.Arithmetic;

/// <summary>31 digits and an exponent without practical limit: a flow of 1e300 in year 5,000 at 90 % neither overflows nor vanishes.</summary>
internal readonly struct Wide
{
    private Wide(DoubleDouble mantissa, long exponent) => (Mantissa, Exponent) = (mantissa, exponent);

    /// <summary>Between 1 and 2 in magnitude, or 0.</summary>
    public DoubleDouble Mantissa { get; }
    public long Exponent { get; }
    public int Sign => Mantissa.Sign;
    public static Wide Zero => default;

    public static Wide Of(DoubleDouble value, long exponent = 0)
    {
        if (value.Hi == 0) return default;
        var shift = Math.ILogB(value.Hi);
        return shift == 0 ? new Wide(value, exponent) : new Wide(value.Scale(-shift), exponent + shift);
    }

    /// <summary>As typed: the shortest decimal that means this double.</summary>
    public static Wide OfDecimal(double number) => Of(DoubleDouble.OfDecimal(number));

    public static Wide operator -(Wide a) => new(-a.Mantissa, a.Exponent);
    public static Wide operator *(Wide a, Wide b) => Of(a.Mantissa * b.Mantissa, a.Exponent + b.Exponent);
    public static Wide operator /(Wide a, Wide b) => Of(a.Mantissa / b.Mantissa, a.Exponent - b.Exponent);

    public static Wide operator +(Wide a, Wide b)
    {
        if (a.Sign == 0) return b;
        if (b.Sign == 0) return a;
        if (a.Exponent < b.Exponent) (a, b) = (b, a);
        var apart = a.Exponent - b.Exponent;
        // Beyond 2^-220 the smaller one cannot touch the last digit.
        return apart > 220 ? a : Of(a.Mantissa + b.Mantissa.Scale((int)-apart), a.Exponent);
    }

    public static Wide operator -(Wide a, Wide b) => a + -b;

    public Wide Abs() => Sign < 0 ? -this : this;

    /// <summary>Whether its magnitude is below this power of two.</summary>
    public bool IsBelow(int exponent) => Sign == 0 || Exponent < exponent;

    /// <summary>The nearest double; infinity or 0 beyond its range.</summary>
    public double ToDouble() => Sign == 0 ? 0 : Math.ScaleB(Mantissa.ToDouble(), (int)Math.Clamp(Exponent, -3000, 3000));

    /// <summary>Logarithm to base 2; the value must be positive.</summary>
    public double Log2() => Math.Log2(Mantissa.ToDouble()) + Exponent;
}
