using System.Numerics;
using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Units;

/// <summary>The atoms of UCUM that a plant needs, each with its exact definition.</summary>
internal static class UnitAtoms
{
    private static readonly Dimension Mass = new(1, 0, 0, 0, 0);
    private static readonly Dimension Length = new(0, 1, 0, 0, 0);
    private static readonly Dimension Time = new(0, 0, 1, 0, 0);
    private static readonly Dimension Kelvin = new(0, 0, 0, 1, 0);
    private static readonly Dimension Volume = new(0, 3, 0, 0, 0);
    private static readonly Dimension Energy = new(1, 2, -2, 0, 0);
    private static readonly Dimension Pressure = new(1, -1, -2, 0, 0);

    public static readonly Unit One = Unit.Base("1", new Rational(1, 1), default);

    /// <summary>Metric atoms, which take prefixes.</summary>
    private static readonly Dictionary<string, Unit> Metric = Table(
        ("g", "0.001", Mass), ("t", "1000", Mass), ("m", "1", Length), ("s", "1", Time), ("K", "1", Kelvin),
        // As a difference only: 20 °C more is 20 K more. A temperature on the scale is not a quantity to be added.
        ("Cel", "1", Kelvin),
        ("l", "0.001", Volume), ("L", "0.001", Volume), ("J", "1", Energy), ("W", "1", new(1, 2, -3, 0, 0)), ("N", "1", new(1, 1, -2, 0, 0)),
        ("Pa", "1", Pressure), ("bar", "100000", Pressure),
        // Thermochemical and International Table calories (ISO 80000-5).
        ("cal", "4.184", Energy), ("cal_th", "4.184", Energy), ("cal_IT", "4.1868", Energy),
        ("Wh", "3600", Energy));

    /// <summary>Atoms without prefixes.</summary>
    private static readonly Dictionary<string, Unit> Plain = Table(
        ("min", "60", Time), ("h", "3600", Time), ("d", "86400", Time), ("wk", "604800", Time), ("a", "31557600", Time), ("mo", "2629800", Time), // the Julian year and its twelfth
        ("ar", "100", new(0, 2, 0, 0, 0)), ("har", "10000", new(0, 2, 0, 0, 0)),
        ("[lb_av]", "0.45359237", Mass), ("[in_i]", "0.0254", Length), ("[ft_i]", "0.3048", Length), ("[gal_us]", "0.003785411784", Volume),
        ("[Btu_IT]", "1055.05585262", Energy), ("%", "0.01", default), ("[ppth]", "0.001", default), ("[ppm]", "0.000001", default), ("1", "1", default), ("10*", "10", default), ("10^", "10", default));

    private static readonly Dictionary<string, int> Prefixes = new (string Prefix, int Power)[]
    {
        ("Y", 24), ("Z", 21), ("E", 18), ("P", 15), ("T", 12), ("G", 9), ("M", 6), ("k", 3), ("h", 2), ("da", 1), ("d", -1), ("c", -2), ("m", -3), ("u", -6), ("n", -9), ("p", -12), ("f", -15),
    }.ToDictionary(p => p.Prefix, p => p.Power, StringComparer.Ordinal);

    public static Unit Money(string currency) => Unit.Base("{" + currency + "}", new Rational(1, 1), new Dimension(0, 0, 0, 0, 1), currency);

    /// <summary>An atom with or without a prefix; the atom itself goes before a prefix: «min» is a minute, «Pa» a pascal.</summary>
    public static Unit? Find(string symbol)
    {
        if (symbol == "[degF]") return Unit.Base(symbol, new Rational(5, 9), Kelvin);
        if (Plain.TryGetValue(symbol, out var plain) || Metric.TryGetValue(symbol, out plain)) return plain;
        foreach (var length in (ReadOnlySpan<int>)[1, 2])
        {
            if (symbol.Length <= length || !Prefixes.TryGetValue(symbol[..length], out var power) || !Metric.TryGetValue(symbol[length..], out var metric)) continue;
            var ten = BigInteger.Pow(10, Math.Abs(power));
            return Unit.Base(symbol, metric.Size * (power > 0 ? new Rational(ten, 1) : new Rational(1, ten)), metric.Dimension);
        }
        return null;
    }

    private static Dictionary<string, Unit> Table(params (string Code, string Size, Dimension Dimension)[] rows) =>
        rows.ToDictionary(r => r.Code, r => Unit.Base(r.Code, Exactly(r.Size), r.Dimension), StringComparer.Ordinal);

    private static Rational Exactly(string number)
    {
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Parse(number.Replace(".", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture);
        return new Rational(digits, BigInteger.Pow(10, point < 0 ? 0 : number.Length - point - 1));
    }
}
