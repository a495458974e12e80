namespace Sen.CleanerProduction.Emissions;

/// <summary>Tonnes of oil equivalent, as Việt Nam's energy reports count them (official letter 3505/BCT-KHCN, 2011).</summary>
/// <param name="Toe">Tonnes of oil equivalent.</param>
/// <param name="Factor">What it was calculated with.</param>
public sealed record OilEquivalent(double Toe, Factor Factor)
{
    /// <summary>How units of use stand to the denominators of the factors.</summary>
    private static readonly Dictionary<(string Unit, string Per), double> Parts = new()
    {
        [("kWh", "kWh")] = 1,
        [("MWh", "kWh")] = 1000,
        [("t", "t")] = 1,
        [("kg", "t")] = 0.001,
        [("m3", "m3")] = 1,
        [("l", "m3")] = 0.001,
        [("m3", "10^6 m3")] = 1e-6,
        [("l", "10^6 m3")] = 1e-9,
    };

    /// <summary>Oil equivalent of an amount.</summary>
    /// <param name="item">electricity, diesel, fuel oil, LPG, natural gas, petrol, coal dust grades …</param>
    /// <param name="amount">How much, at least 0.</param>
    /// <param name="unit">kWh, MWh, t, kg, m3 or l, as the item has factors.</param>
    /// <param name="book">Factors; null = those that travel with the library.</param>
    /// <exception cref="InputException">An item or unit without a factor; a negative amount.</exception>
    public static OilEquivalent Of(string item, double amount, string unit, FactorBook? book = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(unit);
        if (!(amount >= 0) || !double.IsFinite(amount)) throw new InputException([new InputProblem("/amount", "is negative or not finite", "0 or more")]);
        var rows = (book ?? FactorBook.Default).Factors.Where(f => f.Kind == "oil equivalent").ToList();
        var ofItem = rows.Where(f => string.Equals(f.Item, item, StringComparison.OrdinalIgnoreCase)).ToList();
        if (ofItem.Count == 0) throw new InputException([new InputProblem("/item", $"is «{item}»", string.Join("; ", rows.Select(r => r.Item).Distinct(StringComparer.Ordinal)))]);
        foreach (var row in ofItem)
            if (Parts.TryGetValue((unit, row.Unit["toe/".Length..]), out var part)) return new OilEquivalent(amount * part * row.Value!.Value, row);
        throw new InputException([new InputProblem("/unit", $"is «{unit}»", string.Join(", ", ofItem.Select(r => r.Unit["toe/".Length..])))]);
    }
}
