using System.Globalization;

namespace Sen.CleanerProduction.Savings;

/// <summary>What the input of a saving must be.</summary>
internal static class SavingsRules
{
    public static List<InputProblem> Check(SavingsInput input)
    {
        var problems = new List<InputProblem>();
        if (!(input.Confidence > 0 && input.Confidence < 1)) problems.Add(new InputProblem("/confidence", "is " + Shown(input.Confidence), "a number between 0 and 1"));
        if (input.Reporting.Count == 0) problems.Add(new InputProblem("/reporting", "is empty", "at least one period"));
        CheckModel(input.Model, problems);
        CheckPeriods(input, input.Baseline, "/baseline", problems);
        CheckPeriods(input, input.Reporting, "/reporting", problems);
        return problems;
    }

    private static void CheckModel(BaselineModel model, List<InputProblem> problems)
    {
        if (model is DriverModel drivers)
        {
            if (drivers.Names.Count == 0) problems.Add(new InputProblem("/model/names", "is empty", "at least one driver"));
            for (var i = 0; i < drivers.Names.Count; i++)
                if (drivers.Names[i] == "intercept" || drivers.Names.Take(i).Contains(drivers.Names[i], StringComparer.Ordinal))
                    problems.Add(new InputProblem(string.Create(CultureInfo.InvariantCulture, $"/model/names/{i}"), $"«{drivers.Names[i]}» is used twice", "a name of its own, other than intercept"));
        }
        if (model is not DegreeDayModel degrees) return;
        if (degrees.Heating is null && degrees.Cooling is null) problems.Add(new InputProblem("/model/heating", "is missing, and cooling too", "[lowest, highest] of one or both"));
        if (!(degrees.Step > 0) || !double.IsFinite(degrees.Step)) { problems.Add(new InputProblem("/model/step", "is " + Shown(degrees.Step), "a number above 0")); return; }
        CheckRange(degrees.Heating, degrees.Step, "/model/heating", problems);
        CheckRange(degrees.Cooling, degrees.Step, "/model/cooling", problems);
    }

    private static void CheckRange(BalanceRange? range, double step, string at, List<InputProblem> problems)
    {
        if (range is null) return;
        if (!double.IsFinite(range.Lowest) || !double.IsFinite(range.Highest) || range.Lowest > range.Highest) problems.Add(new InputProblem(at, "is no range", "[lowest, highest]"));
        else if ((range.Highest - range.Lowest) / step >= DegreeDayGrid.MostBalances) problems.Add(new InputProblem(at, "has too many steps", "at most 1000 balance temperatures"));
    }

    private static void CheckPeriods(SavingsInput input, IReadOnlyList<EnergyPeriod> periods, string list, List<InputProblem> problems)
    {
        for (var i = 0; i < periods.Count; i++)
        {
            var (period, at) = (periods[i], string.Create(CultureInfo.InvariantCulture, $"{list}/{i}"));
            if (period.End < period.Start) { problems.Add(new InputProblem(at + "/end", "is before start", "start or later")); continue; }
            if (input.Frequency == MeterFrequency.Daily && period.Days != 1) problems.Add(new InputProblem(at + "/end", "is another day than start", "the same day, for daily use"));
            if (input.Readings is null && period.Use is null) problems.Add(new InputProblem(at + "/use", "is missing", "a number, or readings for all periods"));
            if (input.Readings is not null && period.Use is not null) problems.Add(new InputProblem(at + "/use", "stands beside readings", "either use in the periods, or readings"));
            if (period.Use is { } use && !double.IsFinite(use)) problems.Add(new InputProblem(at + "/use", "is not finite", "a finite number"));
            if (input.Model is DriverModel drivers)
                foreach (var name in drivers.Names.Where(n => !period.Drivers.TryGetValue(n, out var value) || !double.IsFinite(value)))
                    problems.Add(new InputProblem(at + "/drivers/" + name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal), "is missing or not finite", "a number"));
            if (input.Model is DegreeDayModel) CheckTemperatures(period, at, problems);
        }
        // What is counted twice is saved twice.
        foreach (var (before, after) in Neighbours(periods).Where(x => x.After.Start <= x.Before.End && x.Before.End >= x.Before.Start))
            problems.Add(new InputProblem(list, $"has {Day(after.Start)} in two periods", "periods that do not overlap"));
    }

    private static void CheckTemperatures(EnergyPeriod period, string at, List<InputProblem> problems)
    {
        var key = period.Days == 1 ? "/temperature" : "/temperatures";
        if (period.Temperatures is not { } temperatures) problems.Add(new InputProblem(at + key, "is missing", period.Days == 1 ? "a number" : "one daily mean per day"));
        else if (temperatures.Count != period.Days)
            problems.Add(new InputProblem(at + "/temperatures", string.Create(CultureInfo.InvariantCulture, $"has {temperatures.Count} numbers"), string.Create(CultureInfo.InvariantCulture, $"{period.Days}, one per day")));
        else if (temperatures.Any(t => !double.IsFinite(t))) problems.Add(new InputProblem(at + key, "is not finite", "finite numbers"));
    }

    private static IEnumerable<(EnergyPeriod Before, EnergyPeriod After)> Neighbours(IReadOnlyList<EnergyPeriod> periods)
    {
        var sorted = periods.OrderBy(p => p.Start).ThenBy(p => p.End).ToList();
        return sorted.Zip(sorted.Skip(1));
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Shown(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
