using System.Globalization;
using System.Numerics;
using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Units;

/// <summary>Reads UCUM codes: atoms with prefixes and exponents, joined by points and solidi from left to right, parentheses, notes in braces.</summary>
internal sealed class UnitCode
{
    private const int Longest = 100;
    private readonly string text;
    private int at;

    private UnitCode(string text) => this.text = text;

    public static Unit Parse(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        if (code.Length is 0 or > Longest) throw new UnitException($"«{code}» is no unit; allowed: a UCUM code of 1 to {Longest} letters");
        var reader = new UnitCode(code);
        var unit = reader.Term(0);
        if (reader.at < code.Length) throw reader.Wrong();
        return unit.Called(code);
    }

    private Unit Term(int depth)
    {
        if (depth > 20) throw Wrong();
        Unit unit;
        if (Take('/')) unit = UnitAtoms.One / Component(depth);
        else unit = Component(depth);
        while (at < text.Length)
        {
            if (Take('.')) unit *= Component(depth);
            else if (Take('/')) unit /= Component(depth);
            else break;
        }
        return unit;
    }

    private Unit Component(int depth)
    {
        Unit unit;
        if (Take('('))
        {
            unit = Term(depth + 1);
            if (!Take(')')) throw Wrong();
        }
        else if (at < text.Length && text[at] == '{') return Note();
        else
        {
            var start = at;
            var bracket = false;
            while (at < text.Length && (bracket || !".()/{".Contains(text[at], StringComparison.Ordinal))) bracket = text[at++] is var c && (c == '[' || (bracket && c != ']'));
            unit = Simple(text[start..at]);
        }
        // A note after a unit changes nothing: «kg{dry}».
        if (at < text.Length && text[at] == '{') SkipNote();
        return unit;
    }

    private Unit Note()
    {
        var note = SkipNote();
        return note.Length == 3 && note.All(char.IsAsciiLetterUpper) ? UnitAtoms.Money(note) : UnitAtoms.One;
    }

    private string SkipNote()
    {
        var end = text.IndexOf('}', at);
        if (end < 0) throw Wrong();
        var note = text[(at + 1)..end];
        at = end + 1;
        return note;
    }

    private Unit Simple(string symbol)
    {
        if (symbol.Length == 0) throw Wrong();
        if (symbol.All(char.IsAsciiDigit) && symbol.Trim('0').Length > 0) return Unit.Base(symbol, new Rational(BigInteger.Parse(symbol, CultureInfo.InvariantCulture), 1), default);
        // The whole symbol first: «10*» and «[in_i]» have their own signs.
        if (UnitAtoms.Find(symbol) is { } whole) return whole;
        var digits = symbol.Length;
        while (digits > 0 && char.IsAsciiDigit(symbol[digits - 1])) digits--;
        if (digits > 0 && symbol[digits - 1] is '-' or '+') digits--;
        if (digits is 0 || digits == symbol.Length || !int.TryParse(symbol[digits..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var power) || Math.Abs(power) > 30) throw Wrong();
        return UnitAtoms.Find(symbol[..digits])?.Power(power) ?? throw Wrong();
    }

    private bool Take(char c)
    {
        if (at >= text.Length || text[at] != c) return false;
        at++;
        return true;
    }

    private UnitException Wrong() => new($"«{text}» is no unit known here; allowed: UCUM codes such as kg, t, l, m3, kW.h, GJ, Cel, m3/h, {{VND}}/kg");
}
