using System.Globalization;

namespace Sen.CleanerProduction.Savings;

/// <summary>Meter readings spread over calendar periods: a reading dated D covers (previous D, D], evenly by day.</summary>
public static class Calendarisation
{
    /// <summary>Use of each period; the first reading only opens the count.</summary>
    /// <param name="readings">Readings in any order, no date twice.</param>
    /// <param name="periods">The periods, both ends included.</param>
    /// <returns>Use per period, null where the readings do not cover it wholly.</returns>
    /// <exception cref="InputException">A date stands twice.</exception>
    public static IReadOnlyList<double?> Backward(IReadOnlyList<MeterReading> readings, IReadOnlyList<EnergyPeriod> periods)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(periods);
        var sorted = readings.OrderBy(r => r.Date).ToList();
        for (var i = 1; i < sorted.Count; i++)
            if (sorted[i].Date == sorted[i - 1].Date)
                throw new InputException([new InputProblem("/readings", "has the day " + sorted[i].Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + " twice", "one reading a day")]);
        var days = sorted.Select(r => r.Date.DayNumber).ToArray();
        return [.. periods.Select(p => Use(sorted, days, p.Start.DayNumber, p.End.DayNumber))];
    }

    private static double? Use(List<MeterReading> readings, int[] days, int start, int end)
    {
        if (days.Length < 2 || start <= days[0] || end > days[^1]) return null;
        var at = Array.BinarySearch(days, start);
        var sum = 0.0;
        // The reading that covers the first day is the first one dated on it or later.
        for (var i = at >= 0 ? at : ~at; i < days.Length && days[i - 1] < end; i++)
        {
            var overlap = Math.Min(days[i], end) - Math.Max(days[i - 1] + 1, start) + 1;
            sum += readings[i].Use * overlap / (days[i] - days[i - 1]);
        }
        return sum;
    }
}
