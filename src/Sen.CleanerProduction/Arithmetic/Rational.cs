using System.Globalization;
using System.Numerics;

namespace Sen.CleanerProduction.Arithmetic;

/// <summary>An exact fraction, for the places where rounding half up decides. Never reduced: the sums here are short.</summary>
internal readonly struct Rational : IComparable<Rational>, IEquatable<Rational>
{
    private readonly BigInteger denominator;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException();
        (Numerator, this.denominator) = denominator.Sign < 0 ? (-numerator, -denominator) : (numerator, denominator);
    }

    public BigInteger Numerator { get; }
    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;
    public int Sign => Numerator.Sign;
    public static Rational Zero => default;

    /// <summary>The shortest decimal that means this double: 0.15 is fifteen hundredths, as it was typed.</summary>
    public static Rational Of(double number)
    {
        if (!double.IsFinite(number)) throw new ArgumentOutOfRangeException(nameof(number), number, "Only finite numbers are fractions.");
        if (number == Math.Floor(number) && Math.Abs(number) < 9e15) return new Rational((long)number, BigInteger.One);
        var (digits, exponent) = Decimal(number);
        return exponent >= 0
            ? new Rational(digits * BigInteger.Pow(10, exponent), BigInteger.One)
            : new Rational(digits, BigInteger.Pow(10, -exponent));
    }

    /// <summary>Digits and power of ten of the shortest decimal of a double.</summary>
    internal static (long Digits, int Exponent) Decimal(double number)
    {
        var shortest = number.ToString("R", CultureInfo.InvariantCulture).AsSpan();
        var exponent = 0;
        var e = shortest.IndexOf('E');
        if (e >= 0)
        {
            exponent = int.Parse(shortest[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            shortest = shortest[..e];
        }
        long digits = 0;
        var (negative, point) = (false, false);
        foreach (var c in shortest)
        {
            if (c == '-') negative = true;
            else if (c == '.') point = true;
            else
            {
                // Whole numbers beyond 17 digits are written out with zeros at their end.
                if (digits > 99_999_999_999_999_999) exponent++;
                else digits = digits * 10 + (c - '0');
                if (point) exponent--;
            }
        }
        return (negative ? -digits : digits, exponent);
    }

    public static Rational operator +(Rational a, Rational b)
    {
        var (least, most) = a.Denominator <= b.Denominator ? (a, b) : (b, a);
        // Decimals share powers of ten, so their sums need no wider denominator.
        var times = BigInteger.DivRem(most.Denominator, least.Denominator, out var rest);
        return rest.IsZero
            ? new Rational(least.Numerator * times + most.Numerator, most.Denominator)
            : new Rational(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);
    }

    public static Rational operator -(Rational a, Rational b) => a + new Rational(-b.Numerator, b.Denominator);
    public static Rational operator *(Rational a, Rational b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);
    public static Rational operator /(Rational a, Rational b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>The nearest whole number, a half upwards.</summary>
    public BigInteger RoundHalfUp() => FloorOf(2 * Numerator + Denominator, 2 * Denominator);

    public BigInteger Floor() => FloorOf(Numerator, Denominator);

    /// <summary>The same value in lowest terms.</summary>
    public Rational Reduced()
    {
        var common = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
        return new Rational(Numerator / common, Denominator / common);
    }

    /// <summary>The nearest double, a tie to even; infinity beyond the range.</summary>
    public double ToDouble()
    {
        if (Numerator.IsZero) return 0;
        // A quotient of 62 or 63 bits; what is cut off is kept as one sticky bit, so the conversion of the long rounds right.
        var shift = 62 - (int)(BigInteger.Abs(Numerator).GetBitLength() - Denominator.GetBitLength());
        var quotient = BigInteger.DivRem(BigInteger.Abs(Numerator) << Math.Max(0, shift), Denominator << Math.Max(0, -shift), out var rest);
        var bits = (long)quotient | (rest.IsZero ? 0 : 1L);
        return Math.ScaleB(Numerator.Sign * (double)bits, -shift);
    }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
    public bool Equals(Rational other) => CompareTo(other) == 0;
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);
    public override int GetHashCode() => ToDouble().GetHashCode();
    public static bool operator ==(Rational a, Rational b) => a.Equals(b);
    public static bool operator !=(Rational a, Rational b) => !a.Equals(b);
    public static bool operator <(Rational a, Rational b) => a.CompareTo(b) < 0;
    public static bool operator >(Rational a, Rational b) => a.CompareTo(b) > 0;
    public static bool operator <=(Rational a, Rational b) => a.CompareTo(b) <= 0;
    public static bool operator >=(Rational a, Rational b) => a.CompareTo(b) >= 0;

    private static BigInteger FloorOf(BigInteger numerator, BigInteger denominator)
    {
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }
}
