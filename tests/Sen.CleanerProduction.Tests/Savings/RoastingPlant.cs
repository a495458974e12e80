using System.Globalization;
using Sen.CleanerProduction.Savings;

namespace Sen.CleanerProduction.Tests.Savings;

/// <summary>ORNL VERIFI's example account: a coffee roasting plant's natural gas.</summary>
internal static class RoastingPlant
{
    public static readonly IReadOnlyList<MeterReading> Readings =
        [.. Rows("verifi_roast_readings.csv").Select(r => new MeterReading(DateOnly.ParseExact(r[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), Number(r[1])))];

    public static readonly IReadOnlyList<double> PublishedUse2022 = [.. Rows("verifi_roast_gas_2022.csv").Select(r => Number(r[2]))];

    public static SavingsInput Reporting(int year) => new()
    {
        Frequency = MeterFrequency.Monthly,
        Readings = Readings,
        Baseline = Months(2022),
        Reporting = Months(year),
        Model = new DriverModel(["production", "hdd"]),
    };

    private static IReadOnlyList<EnergyPeriod> Months(int year) =>
    [
        .. Rows("verifi_roast_predictors.csv").Where(r => r[0] == year.ToString(CultureInfo.InvariantCulture)).Select(r =>
        {
            var start = new DateOnly(year, int.Parse(r[1], CultureInfo.InvariantCulture), 1);
            return new EnergyPeriod(start, start.AddMonths(1).AddDays(-1)) { Drivers = new Dictionary<string, double> { ["production"] = Number(r[2]), ["hdd"] = Number(r[3]) } };
        }),
    ];

    private static IEnumerable<string[]> Rows(string file) => File.ReadAllLines(Path.Combine(DoorCases.Folder, file)).Skip(1).Where(l => l.Length > 0).Select(l => l.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
