using System.Globalization;
using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Units;

/// <summary>A number with its unit. Sums need one dimension (and one currency); products and quotients make the unit they make.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
public readonly record struct Quantity(double Value, Unit Unit)
{
    /// <summary>A quantity by its UCUM code.</summary>
    /// <param name="value">The number.</param>
    /// <param name="code">The code, such as «kW.h».</param>
    /// <exception cref="UnitException">An unknown code.</exception>
    public static Quantity Of(double value, string code) => new(value, Unit.Of(code));

    /// <summary>The same in another unit; exact where the definitions are, rounded once.</summary>
    /// <param name="unit">The unit.</param>
    /// <exception cref="UnitException">Another dimension or currency; says what would be needed.</exception>
    public Quantity In(Unit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        if (!Unit.Fits(unit)) throw new UnitException(Mismatch("be written in", Unit, unit));
        if (Unit.Size == unit.Size) return new Quantity(Value, unit);
        return double.IsFinite(Value) ? new Quantity((Rational.Of(Value) * Unit.Size / unit.Size).ToDouble(), unit) : new Quantity(Value, unit);
    }

    /// <summary>The same in another unit.</summary>
    /// <param name="code">Its UCUM code.</param>
    /// <exception cref="UnitException">An unknown code, or another dimension.</exception>
    public Quantity In(string code) => In(Unit.Of(code));

    /// <summary>Sum, in the first one's unit.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <exception cref="UnitException">Litres and kilograms.</exception>
    public static Quantity operator +(Quantity a, Quantity b) =>
        a.Unit.Fits(b.Unit) ? new(a.Value + b.In(a.Unit).Value, a.Unit) : throw new UnitException(Mismatch("be added to", b.Unit, a.Unit));

    /// <summary>Difference, in the first one's unit.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    /// <exception cref="UnitException">Litres and kilograms.</exception>
    public static Quantity operator -(Quantity a, Quantity b) =>
        a.Unit.Fits(b.Unit) ? new(a.Value - b.In(a.Unit).Value, a.Unit) : throw new UnitException(Mismatch("be taken from", b.Unit, a.Unit));

    /// <summary>Product.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static Quantity operator *(Quantity a, Quantity b) => new(a.Value * b.Value, a.Unit * b.Unit);

    /// <summary>Quotient.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static Quantity operator /(Quantity a, Quantity b) => new(a.Value / b.Value, a.Unit / b.Unit);

    /// <inheritdoc cref="op_Addition"/>
    public static Quantity Add(Quantity a, Quantity b) => a + b;

    /// <inheritdoc cref="op_Subtraction"/>
    public static Quantity Subtract(Quantity a, Quantity b) => a - b;

    /// <inheritdoc cref="op_Multiply"/>
    public static Quantity Multiply(Quantity a, Quantity b) => a * b;

    /// <inheritdoc cref="op_Division"/>
    public static Quantity Divide(Quantity a, Quantity b) => a / b;

    /// <summary>Number and code.</summary>
    public override string ToString() => Value.ToString("R", CultureInfo.InvariantCulture) + " " + Unit.Code;

    private static string Mismatch(string what, Unit a, Unit b)
    {
        var (of, to) = (a.Dimension.Name, b.Dimension.Name);
        if (a.Dimension == b.Dimension) return $"{a.Code} cannot {what} {b.Code}: different currencies; an exchange rate is needed";
        var need = (of, to) is ("volume", "mass") or ("mass", "volume") ? "; a density is needed" : "";
        return $"{a.Code} ({of}) cannot {what} {b.Code} ({to}){need}";
    }
}
