using System.Globalization;

namespace Sen.CleanerProduction.Emissions;

/// <summary>One factor with where it is from.</summary>
/// <param name="Kind">grid, stationary combustion, mobile combustion, net calorific value, density, GWP100, wastewater, oil equivalent.</param>
/// <param name="Item">What it is for.</param>
/// <param name="Year">Year it holds for; null = until replaced.</param>
/// <param name="Unit">Unit of the value or of the three gases.</param>
/// <param name="Co2">Carbon dioxide; null = none given.</param>
/// <param name="Ch4">Methane.</param>
/// <param name="N2o">Nitrous oxide.</param>
/// <param name="Value">The value, where it is a single one.</param>
/// <param name="Source">Document.</param>
/// <param name="Status">«verified», or what to check before relying on it.</param>
public sealed record Factor(string Kind, string Item, int? Year, string Unit, double? Co2, double? Ch4, double? N2o, double? Value, string Source, string Status);

/// <summary>Dated factors with their sources. The default travels inside the library.</summary>
/// <param name="Factors">The rows, in the order of their file.</param>
public sealed record FactorBook(IReadOnlyList<Factor> Factors)
{
    private static readonly Lazy<FactorBook> Book = new(() =>
    {
        using var stream = typeof(FactorBook).Assembly.GetManifestResourceStream("emission_factors.csv")
            ?? throw new InvalidOperationException("The library was built without data/emission_factors.csv.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    });

    /// <summary>The factors of data/emission_factors.csv: Việt Nam's grid by year, QĐ 2626/QĐ-BTNMT, IPCC.</summary>
    public static FactorBook Default => Book.Value;

    /// <summary>Reads a book: CSV with the header kind,item,year,unit,co2,ch4,n2o,value,source,status.</summary>
    /// <param name="csv">The text.</param>
    /// <exception cref="FormatException">A row that does not have ten fields, or a number that is none.</exception>
    public static FactorBook Parse(string csv)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return new FactorBook([.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(Row)]);
    }

    /// <summary>A factor by kind and item; names are the same whatever their case.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="item">The item.</param>
    /// <param name="year">Year, for kinds that have one.</param>
    public Factor? Find(string kind, string item, int? year = null) =>
        Factors.FirstOrDefault(f => f.Kind == kind && string.Equals(f.Item, item, StringComparison.OrdinalIgnoreCase) && f.Year == year);

    /// <summary>Items for which emissions can be calculated.</summary>
    public IReadOnlyList<string> Items => [.. Factors.Where(f => f.Kind is "grid" or "stationary combustion" or "mobile combustion").Select(f => f.Item).Distinct(StringComparer.Ordinal)];

    /// <summary>Sets of warming potentials, such as AR5.</summary>
    public IReadOnlyList<string> WarmingPotentials => [.. Factors.Where(f => f.Kind == "GWP100").Select(f => f.Item)];

    private static Factor Row(string line)
    {
        var fields = Fields(line);
        if (fields.Count != 10) throw new FormatException($"A factor has 10 fields: {line}");
        return new Factor(fields[0], fields[1], fields[2].Length == 0 ? null : int.Parse(fields[2], CultureInfo.InvariantCulture), fields[3],
            Number(fields[4]), Number(fields[5]), Number(fields[6]), Number(fields[7]), fields[8], fields[9]);
    }

    private static double? Number(string text) => text.Length == 0 ? null : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    private static List<string> Fields(string line)
    {
        var (fields, field, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var c in line)
        {
            if (c == '"') quoted = !quoted;
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else field.Append(c);
        }
        fields.Add(field.ToString());
        return fields;
    }
}
