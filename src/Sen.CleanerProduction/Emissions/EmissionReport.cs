namespace Sen.CleanerProduction.Emissions;

/// <summary>Energy used.</summary>
/// <param name="Item">electricity, a fuel, or «fuel, road» for vehicles.</param>
/// <param name="Amount">How much, at least 0.</param>
/// <param name="Unit">TJ, GJ, MWh, kWh, t, kg, l or m3.</param>
/// <param name="AmountUncertaintyPercent">Half of the 95 % interval of the amount, percent, at least 0.</param>
/// <param name="FactorUncertaintyPercent">The same of the factor.</param>
public sealed record EnergyUse(string Item, double Amount, string Unit, double? AmountUncertaintyPercent = null, double? FactorUncertaintyPercent = null);

/// <summary>The factor a line was calculated with, and how its amount became energy.</summary>
/// <param name="Row">The emission factor.</param>
/// <param name="CalorificValue">Net calorific value used; null where the amount was energy.</param>
/// <param name="Density">Density used; null where the amount was no volume.</param>
/// <param name="EnergyTj">Energy, TJ.</param>
public sealed record UsedFactor(Factor Row, Factor? CalorificValue, Factor? Density, double EnergyTj);

/// <summary>Emissions of one use, in tonnes.</summary>
/// <param name="Item">As given.</param>
/// <param name="Co2">Carbon dioxide, t; 0 for biomass.</param>
/// <param name="Ch4">Methane, t.</param>
/// <param name="N2o">Nitrous oxide, t.</param>
/// <param name="BiogenicCo2">Carbon dioxide of biomass, t, outside the total; null without a factor.</param>
/// <param name="IsBiomass">Whether the carbon grew back.</param>
/// <param name="TCo2e">Tonnes of CO₂ equivalent.</param>
/// <param name="UncertaintyPercent">√(amount² + factor²), percent (IPCC 2006 vol. 1 eq. 3.1); null unless both are stated.</param>
/// <param name="Factor">What it was calculated with.</param>
public sealed record EmissionLine(
    string Item, double Co2, double Ch4, double N2o, double? BiogenicCo2, bool IsBiomass, double TCo2e, double? UncertaintyPercent, UsedFactor Factor);

/// <summary>Emissions of a year.</summary>
/// <param name="Lines">Each use, in the order given.</param>
/// <param name="Co2">Carbon dioxide, t.</param>
/// <param name="Ch4">Methane, t.</param>
/// <param name="N2o">Nitrous oxide, t.</param>
/// <param name="TCo2e">Tonnes of CO₂ equivalent.</param>
/// <param name="UncertaintyPercent">√Σ(Uᵢ xᵢ)²/|Σxᵢ| with xᵢ in tCO₂e (eq. 3.2); null if any line has none, or the sum is 0.</param>
public sealed record EmissionReport(IReadOnlyList<EmissionLine> Lines, double Co2, double Ch4, double N2o, double TCo2e, double? UncertaintyPercent);
