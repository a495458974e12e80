namespace Sen.CleanerProduction.Savings;

/// <summary>How often use was measured; it decides the correction for periods that follow one another.</summary>
public enum MeterFrequency
{
    /// <summary>Billing periods of about a month.</summary>
    Monthly,
    /// <summary>Days.</summary>
    Daily,
}

/// <summary>A period of use with what explains it. Both days are in it.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day, counted.</param>
public sealed record EnergyPeriod(DateOnly Start, DateOnly End)
{
    /// <summary>Energy used, in the meter's unit; null where readings tell it.</summary>
    public double? Use { get; init; }

    /// <summary>Value of each driver over the period, in its unit.</summary>
    public IReadOnlyDictionary<string, double> Drivers { get; init; } = new Dictionary<string, double>();

    /// <summary>Mean outdoor temperature of each day, in the unit of the balance temperatures; null = not known.</summary>
    public IReadOnlyList<double>? Temperatures { get; init; }

    /// <summary>How many days it has.</summary>
    public int Days => End.DayNumber - Start.DayNumber + 1;
}

/// <summary>A meter reading: what was used since the reading before.</summary>
/// <param name="Date">Last day it covers.</param>
/// <param name="Use">Energy, in the meter's unit.</param>
public sealed record MeterReading(DateOnly Date, double Use);

/// <summary>What the baseline is modelled by.</summary>
public abstract record BaselineModel;

/// <summary>By drivers that each period states.</summary>
/// <param name="Names">The drivers, in the order of the report.</param>
public sealed record DriverModel(IReadOnlyList<string> Names) : BaselineModel;

/// <summary>Balance temperatures to be tried, both ends included.</summary>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest.</param>
public sealed record BalanceRange(double Lowest, double Highest);

/// <summary>By degree days: HDD = max(0, balance − T), CDD = max(0, T − balance), summed over the days of a period.</summary>
/// <param name="Heating">Heating balances to be tried; null = no heating.</param>
/// <param name="Cooling">Cooling balances to be tried; null = no cooling.</param>
/// <param name="Step">Distance of the balances, above 0.</param>
public sealed record DegreeDayModel(BalanceRange? Heating, BalanceRange? Cooling, double Step) : BaselineModel;

/// <summary>What a saving is judged from.</summary>
public sealed record SavingsInput
{
    /// <summary>Confidence of the bands, between 0 and 1.</summary>
    public double Confidence { get; init; } = 0.9;
    /// <summary>How often use was measured.</summary>
    public required MeterFrequency Frequency { get; init; }
    /// <summary>n periods before the measure.</summary>
    public required IReadOnlyList<EnergyPeriod> Baseline { get; init; }
    /// <summary>m periods after it, at least one.</summary>
    public required IReadOnlyList<EnergyPeriod> Reporting { get; init; }
    /// <summary>What explains the use.</summary>
    public required BaselineModel Model { get; init; }
    /// <summary>Readings instead of use in the periods: each covers the days after the one before, evenly; null = use stands in the periods.</summary>
    public IReadOnlyList<MeterReading>? Readings { get; init; }
}
