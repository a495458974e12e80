namespace Sen.CleanerProduction.Emissions;

/// <summary>The units in which energy is stated, and their way to TJ.</summary>
internal static class EnergyUnits
{
    public const string EnergyOnly = "TJ, GJ, MWh, kWh";
    public const string All = EnergyOnly + ", t, kg, l, m3";

    public static bool Fits(string unit, bool energyOnly) => unit is "TJ" or "GJ" or "MWh" or "kWh" || (!energyOnly && NeedsCalorificValue(unit));

    public static bool NeedsCalorificValue(string unit) => unit is "t" or "kg" || IsVolume(unit);

    public static bool IsVolume(string unit) => unit is "l" or "m3";

    public static double Mwh(double amount, string unit) => unit switch
    {
        "MWh" => amount,
        "kWh" => amount / 1000,
        "GJ" => amount / 3.6,
        _ => amount * 1000 / 3.6,
    };

    public static double Tj(double amount, string unit, Factor? calorific, Factor? density) => unit switch
    {
        "TJ" => amount,
        "GJ" => amount / 1000,
        "MWh" => amount * 3.6 / 1000,
        "kWh" => amount * 3.6 / 1_000_000,
        // TJ/Gg is MJ/kg
        "t" => amount * calorific!.Value!.Value / 1000,
        "kg" => amount * calorific!.Value!.Value / 1_000_000,
        _ => amount * KgPer(unit, density!) * calorific!.Value!.Value / 1_000_000,
    };

    private static double KgPer(string unit, Factor density) => (unit, density.Unit) switch
    {
        ("l", "kg/m3") => density.Value!.Value / 1000,
        ("m3", "kg/l") => density.Value!.Value * 1000,
        _ => density.Value!.Value,
    };
}
