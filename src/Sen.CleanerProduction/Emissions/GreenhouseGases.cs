using System.Globalization;

namespace Sen.CleanerProduction.Emissions;

/// <summary>Greenhouse gases from energy use: amount → energy (TJ) → gases → CO₂ equivalent, with dated factors (IPCC 2006 vol. 2; QĐ 2626/QĐ-BTNMT).</summary>
/// <remarks>
/// t gas = TJ · (kg/TJ)/1000; TJ = t · NCV(TJ/Gg)/1000; kg = l · density. Grid electricity: t CO₂ = MWh · factor of its year, all of it counted as CO₂.
/// tCO₂e = CO₂ + GWP(CH₄) · CH₄ + GWP(N₂O) · N₂O. «X, road» takes the calorific value and density of X.
/// </remarks>
public static class GreenhouseGases
{
    private const string Road = ", road";

    /// <summary>Calculates the emissions of a year.</summary>
    /// <param name="year">The year; it matters to items whose factors are yearly.</param>
    /// <param name="warmingPotentials">AR4 or AR5, as the book has them.</param>
    /// <param name="use">What was used.</param>
    /// <param name="book">Factors; null = those that travel with the library.</param>
    /// <returns>The emissions; refused where a year has no factor, or a fuel no calorific value or density for its unit.</returns>
    /// <exception cref="InputException">Unknown warming potentials, item or unit; a negative number.</exception>
    public static Outcome<EmissionReport> Calculate(int year, string warmingPotentials, IReadOnlyList<EnergyUse> use, FactorBook? book = null)
    {
        ArgumentNullException.ThrowIfNull(use);
        var factors = book ?? FactorBook.Default;
        var potentials = factors.Find("GWP100", warmingPotentials);
        var problems = new List<InputProblem>();
        if (potentials is null) problems.Add(new InputProblem("/gwp", $"is «{warmingPotentials}»", string.Join(", ", factors.WarmingPotentials)));
        for (var i = 0; i < use.Count; i++) Check(use[i], "/use/" + i.ToString(CultureInfo.InvariantCulture), factors, problems);
        if (problems.Count > 0) throw new InputException(problems);

        var reasons = new List<string>();
        var lines = new List<EmissionLine>();
        for (var i = 0; i < use.Count; i++)
        {
            var (line, why) = Line(use[i], year, factors, potentials!);
            if (line is not null) lines.Add(line);
            else reasons.Add("/use/" + i.ToString(CultureInfo.InvariantCulture) + ": " + why);
        }
        if (reasons.Count > 0) return Outcome<EmissionReport>.Refused(reasons);
        var total = lines.Sum(l => l.TCo2e);
        var spread = Math.Sqrt(lines.Sum(l => Square((l.UncertaintyPercent ?? 0) * l.TCo2e))) / Math.Abs(total);
        var report = new EmissionReport(lines, lines.Sum(l => l.Co2), lines.Sum(l => l.Ch4), lines.Sum(l => l.N2o), total,
            total == 0 || lines.Any(l => l.UncertaintyPercent is null) ? null : spread);
        return double.IsFinite(total) && double.IsFinite(report.UncertaintyPercent ?? 0)
            ? Outcome<EmissionReport>.Of(report)
            : Outcome<EmissionReport>.Refused("the emissions leave the range of double precision");
    }

    private static void Check(EnergyUse use, string at, FactorBook factors, List<InputProblem> problems)
    {
        if (!factors.Items.Contains(use.Item, StringComparer.OrdinalIgnoreCase))
            problems.Add(new InputProblem(at + "/item", $"is «{use.Item}»", string.Join("; ", factors.Items)));
        else if (!EnergyUnits.Fits(use.Unit, IsElectricity(use, factors)))
            problems.Add(new InputProblem(at + "/unit", $"is «{use.Unit}»", IsElectricity(use, factors) ? EnergyUnits.EnergyOnly : EnergyUnits.All));
        foreach (var (key, value) in new[] { ("amount", use.Amount), ("amountUncertaintyPercent", use.AmountUncertaintyPercent ?? 0), ("factorUncertaintyPercent", use.FactorUncertaintyPercent ?? 0) })
            if (!(value >= 0) || !double.IsFinite(value)) problems.Add(new InputProblem(at + "/" + key, "is " + value.ToString("R", CultureInfo.InvariantCulture), "0 or more"));
    }

    private static bool IsElectricity(EnergyUse use, FactorBook factors) => factors.Factors.Any(f => f.Kind == "grid" && string.Equals(f.Item, use.Item, StringComparison.OrdinalIgnoreCase));

    private static (EmissionLine? Line, string? Why) Line(EnergyUse use, int year, FactorBook factors, Factor potentials)
    {
        double? uncertainty = use.AmountUncertaintyPercent is { } a && use.FactorUncertaintyPercent is { } f ? Math.Sqrt(a * a + f * f) : null;
        if (IsElectricity(use, factors))
        {
            if (factors.Find("grid", use.Item, year) is not { Value: { } perMwh } grid) return (null, $"no grid factor for {year.ToString(CultureInfo.InvariantCulture)}");
            var tonnes = EnergyUnits.Mwh(use.Amount, use.Unit) * perMwh;
            return (new EmissionLine(use.Item, tonnes, 0, 0, 0, false, tonnes, uncertainty, new UsedFactor(grid, null, null, EnergyUnits.Mwh(use.Amount, use.Unit) * 0.0036)), null);
        }
        var row = factors.Find("stationary combustion", use.Item) ?? factors.Find("mobile combustion", use.Item)!;
        var fuel = use.Item.EndsWith(Road, StringComparison.OrdinalIgnoreCase) ? use.Item[..^Road.Length] : use.Item;
        var (calorific, density) = (EnergyUnits.NeedsCalorificValue(use.Unit) ? factors.Find("net calorific value", fuel) : null, EnergyUnits.IsVolume(use.Unit) ? factors.Find("density", fuel) : null);
        if (EnergyUnits.NeedsCalorificValue(use.Unit) && calorific is null) return (null, $"no net calorific value for {fuel}; state it as energy");
        if (EnergyUnits.IsVolume(use.Unit) && density is null) return (null, $"no density for {fuel}; state it as mass or energy");
        var tj = EnergyUnits.Tj(use.Amount, use.Unit, calorific, density);
        var (co2, ch4, n2o) = (tj * (row.Co2 ?? 0) / 1000, tj * (row.Ch4 ?? 0) / 1000, tj * (row.N2o ?? 0) / 1000);
        var biomass = fuel.Contains("biomass", StringComparison.OrdinalIgnoreCase);
        double? biogenic = biomass ? row.Co2 is null ? null : co2 : 0;
        if (biomass) co2 = 0;
        var equivalent = co2 * (potentials.Co2 ?? 1) + ch4 * potentials.Ch4!.Value + n2o * potentials.N2o!.Value;
        return (new EmissionLine(use.Item, co2, ch4, n2o, biogenic, biomass, equivalent, uncertainty, new UsedFactor(row, calorific, density, tj)), null);
    }

    private static double Square(double x) => x * x;
}
