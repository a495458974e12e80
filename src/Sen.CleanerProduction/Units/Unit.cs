using System.Numerics;
using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Units;

/// <summary>Powers of the base quantities: kilogram, metre, second, kelvin, money.</summary>
/// <param name="Mass">Power of mass.</param>
/// <param name="Length">Power of length.</param>
/// <param name="Time">Power of time.</param>
/// <param name="Temperature">Power of temperature difference.</param>
/// <param name="Money">Power of money.</param>
public readonly record struct Dimension(int Mass, int Length, int Time, int Temperature, int Money)
{
    /// <summary>What such a quantity is called.</summary>
    public string Name => this switch
    {
        (0, 0, 0, 0, 0) => "a pure number",
        (1, 0, 0, 0, 0) => "mass",
        (0, 1, 0, 0, 0) => "length",
        (0, 2, 0, 0, 0) => "area",
        (0, 3, 0, 0, 0) => "volume",
        (0, 0, 1, 0, 0) => "time",
        (0, 0, 0, 1, 0) => "temperature difference",
        (0, 0, 0, 0, 1) => "money",
        (1, 2, -2, 0, 0) => "energy",
        (1, 2, -3, 0, 0) => "power",
        (1, -1, -2, 0, 0) => "pressure",
        (1, -3, 0, 0, 0) => "density",
        (1, 0, -1, 0, 0) => "mass per time",
        (0, 3, -1, 0, 0) => "volume per time",
        (0, 2, -2, 0, 0) => "energy per mass",
        (-1, 0, 0, 0, 1) => "money per mass",
        (0, -3, 0, 0, 1) => "money per volume",
        (-1, -2, 2, 0, 1) => "money per energy",
        (0, 0, -1, 0, 1) => "money per time",
        _ => $"kg^{Mass} m^{Length} s^{Time} K^{Temperature} money^{Money}",
    };

    internal Dimension Times(Dimension other, int power = 1) =>
        new(Mass + power * other.Mass, Length + power * other.Length, Time + power * other.Time, Temperature + power * other.Temperature, Money + power * other.Money);
}

/// <summary>A unit of measure, with its exact size in base units.</summary>
/// <remarks>
/// Codes are UCUM's (ucum.org, 2.1, case sensitive): kg, t, l, m3, kW.h, GJ, Cel (as a difference), {VND}/kg. Money stands in braces with its ISO 4217 code,
/// which UCUM reads as a note. kWh, MWh, GWh and TWh are taken for kW.h and so on.
/// </remarks>
public sealed class Unit : IEquatable<Unit>
{
    private Unit(string code, Rational size, Dimension dimension, string? currency) =>
        (Code, Size, Dimension, Currency) = (code, size, dimension, currency);

    internal Rational Size { get; }

    /// <summary>UCUM code.</summary>
    public string Code { get; }

    /// <summary>What it measures.</summary>
    public Dimension Dimension { get; }

    /// <summary>Currency, where money is in it.</summary>
    public string? Currency { get; }

    /// <summary>The unit of a code.</summary>
    /// <param name="code">Such as «kg», «kW.h», «m3/h», «{VND}/(kW.h)».</param>
    /// <exception cref="UnitException">Not a code, or not one that is known here.</exception>
    public static Unit Of(string code) => UnitCode.Parse(code);

    /// <summary>Whether amounts can be converted from one to the other.</summary>
    /// <param name="other">The other unit.</param>
    public bool Fits(Unit other) => other is not null && Dimension == other.Dimension && Currency == other.Currency;

    /// <summary>Product of two units.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static Unit operator *(Unit a, Unit b) => a.Joined(b, 1);

    /// <summary>Quotient of two units.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static Unit operator /(Unit a, Unit b) => a.Joined(b, -1);

    /// <inheritdoc cref="op_Multiply"/>
    public static Unit Multiply(Unit a, Unit b) => a * b;

    /// <inheritdoc cref="op_Division"/>
    public static Unit Divide(Unit a, Unit b) => a / b;

    /// <inheritdoc/>
    public bool Equals(Unit? other) => other is not null && Fits(other) && Size == other.Size;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Unit);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Dimension, Currency);

    /// <inheritdoc/>
    public override string ToString() => Code;

    internal static Unit Base(string code, Rational size, Dimension dimension, string? currency = null) => new(code, size.Reduced(), dimension, currency);

    internal Unit Called(string code) => new(code, Size, Dimension, Currency);

    internal Unit Power(int power)
    {
        var size = new Rational(BigInteger.Pow(Size.Numerator, Math.Abs(power)), BigInteger.Pow(Size.Denominator, Math.Abs(power)));
        return new Unit($"({Code}){power}", power < 0 ? new Rational(1, 1) / size : size, default(Dimension).Times(Dimension, power), power == 0 ? null : Currency);
    }

    private Unit Joined(Unit other, int power)
    {
        if (Currency is { } mine && other.Currency is { } theirs && mine != theirs) throw new UnitException($"{Code} and {other.Code} are in different currencies; an exchange rate is needed");
        var dimension = Dimension.Times(other.Dimension, power);
        var code = power > 0 ? $"{Code}.{other.Code}" : Code == "1" ? $"/{Bracketed(other.Code)}" : $"{Code}/{Bracketed(other.Code)}";
        return new Unit(code, (power > 0 ? Size * other.Size : Size / other.Size).Reduced(), dimension, dimension.Money == 0 ? null : Currency ?? other.Currency);
    }

    private static string Bracketed(string code) => code.AsSpan().IndexOfAny('.', '/') >= 0 ? $"({code})" : code;
}

/// <summary>Thrown where units do not fit: litres added to kilograms, đồng to dollars, an unknown code.</summary>
public sealed class UnitException : InvalidOperationException
{
    /// <summary>Without a message, for serializers.</summary>
    public UnitException()
    {
    }

    /// <summary>With a message.</summary>
    /// <param name="message">What does not fit, and what would be needed.</param>
    public UnitException(string message) : base(message)
    {
    }

    /// <summary>With a message and its cause.</summary>
    /// <param name="message">What does not fit.</param>
    /// <param name="innerException">The cause.</param>
    public UnitException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
