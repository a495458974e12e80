using System.Globalization;
using Sen.CleanerProduction.Savings;

namespace Sen.Web.Commands.Calc;

/// <summary>Reads the document of «savings».</summary>
internal static class SavingsReader
{
    public static SavingsInput? Read(CalcIn input)
    {
        var confidence = input.Number("confidence") ?? 0.9;
        input.Needed("frequency", "monthly, daily");
        var frequency = input.Choice("frequency", "monthly", "daily") == "daily" ? MeterFrequency.Daily : MeterFrequency.Monthly;
        input.Needed("model", "an object with kind drivers or degreeDays");
        var model = input.Object("model") is { Broken: false } m ? Model(m) : null;
        var readings = Readings(input);
        var baseline = Periods(input, "baseline");
        var reporting = Periods(input, "reporting");
        if (!input.Sound || model is null) return null;
        return new SavingsInput { Confidence = confidence, Frequency = frequency, Baseline = baseline, Reporting = reporting, Model = model, Readings = readings };
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static BaselineModel? Model(CalcIn model)
    {
        model.Needed("kind", "drivers, degreeDays");
        var kind = model.Choice("kind", "drivers", "degreeDays");
        var names = model.Texts("names");
        var (heating, cooling, step) = (Range(model, "heating"), Range(model, "cooling"), model.Number("step"));
        if (kind == "drivers") return model.Needed("names", "a list of drivers") ? new DriverModel([.. (names ?? []).Select(n => n ?? "")]) : null;
        if (kind != "degreeDays" || !model.Needed("step", "a number above 0")) return null;
        return new DegreeDayModel(heating, cooling, step ?? 0);
    }

    private static BalanceRange? Range(CalcIn model, string key)
    {
        if (model.Numbers(key) is not { } range) return null;
        if (range is [var low, var high]) return new BalanceRange(low, high);
        model.Wrong(key, "has another length than 2", "[lowest, highest]");
        return null;
    }

    private static List<MeterReading>? Readings(CalcIn input)
    {
        var calendarise = input.Choice("calendarise", "backward");
        if (input.Items("readings") is not { } rows) return null;
        if (calendarise is null) input.Needed("calendarise", "backward");
        var readings = new List<MeterReading>();
        foreach (var row in rows.Where(r => !r.Broken))
        {
            row.Needed("date", "a day as YYYY-MM-DD");
            var (date, use) = (row.Date("date"), row.RequiredNumber("use"));
            if (date is { } day) readings.Add(new MeterReading(day, use));
        }
        return readings;
    }

    private static List<EnergyPeriod> Periods(CalcIn input, string key)
    {
        input.Needed(key, "a list of periods");
        var periods = new List<EnergyPeriod>();
        foreach (var row in (input.Items(key) ?? []).Where(r => !r.Broken))
        {
            row.Needed("start", "a day as YYYY-MM-DD");
            row.Needed("end", "a day as YYYY-MM-DD");
            var (start, end, use) = (row.Date("start"), row.Date("end"), row.Number("use"));
            var drivers = new Dictionary<string, double>(StringComparer.Ordinal);
            if (row.Object("drivers") is { Broken: false } stated)
                foreach (var name in stated.Keys)
                    if (stated.Number(name) is { } value) drivers[name] = value;
            var temperature = row.Number("temperature");
            var temperatures = row.Numbers("temperatures") ?? (temperature is { } t ? [t] : null);
            if (start is { } first && end is { } last) periods.Add(new EnergyPeriod(first, last) { Use = use, Drivers = drivers, Temperatures = temperatures });
        }
        return periods;
    }
}
