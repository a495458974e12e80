using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Savings;

/// <summary>The balance temperatures that explain the use best.</summary>
/// <param name="Heating">Heating balance; null = not used.</param>
/// <param name="Cooling">Cooling balance; null = not used.</param>
internal sealed record BalancePoint(double? Heating, double? Cooling);

/// <summary>
/// Every pair heating ≤ cooling on the grid, and either alone, judged by adjusted R² from centred sums; slopes not negative. On a day either HDD or CDD is 0,
/// so for daily data the cross sum of a pair is known and a pair costs a few operations.
/// </summary>
internal static class DegreeDayGrid
{
    public const int MostBalances = 1000;

    /// <summary>Pairs × periods beyond which monthly grids are not walked (about a second).</summary>
    private const double MostWork = 5e8;

    /// <summary>Two models whose adjusted R² differ by less are equal, and the first counts.</summary>
    private const double Tie = 1e-12;

    /// <summary>Degree days of one balance over all periods, and its centred sums.</summary>
    private sealed record Column(double Balance, double[] Values, double Mean, double Square, double WithUse, bool Constant);

    public static Outcome<BalancePoint> Best(DegreeDayModel model, IReadOnlyList<EnergyPeriod> periods, IReadOnlyList<double> use)
    {
        var n = use.Count;
        var about = About(use, out _);
        var total = about.Sum(y => y * y);
        if (n < 3) return Outcome<BalancePoint>.Refused("too few periods for a degree-day model");
        if (!(total > 1e-24 * use.Sum(y => y * y))) return Outcome<BalancePoint>.Refused("the use does not vary, so no degree days explain it");
        var heating = Columns(model.Heating, model.Step, periods, about, HeatingDegrees);
        var cooling = Columns(model.Cooling, model.Step, periods, about, CoolingDegrees);
        var daily = periods.All(p => p.Days == 1);
        if (!daily && (double)heating.Count * cooling.Count * n > MostWork) return Outcome<BalancePoint>.Refused("too many balance temperatures for so many periods");

        var found = new List<(double? Heating, double? Cooling, double Adjusted)>();
        void Judge(double? h, double? c, double explained, int coefficients)
        {
            if (n - coefficients >= 1) found.Add((h, c, 1 - (1 - explained / total) * (n - 1) / (n - coefficients)));
        }

        bool NotNegative(double slope, Column column) => slope * Math.Sqrt(column.Square / total) >= -1e-12;
        foreach (var c in cooling.Where(c => !c.Constant && NotNegative(c.WithUse / c.Square, c))) Judge(null, c.Balance, c.WithUse * c.WithUse / c.Square, 2);
        foreach (var h in heating.Where(h => !h.Constant))
        {
            if (NotNegative(h.WithUse / h.Square, h)) Judge(h.Balance, null, h.WithUse * h.WithUse / h.Square, 2);
            foreach (var c in cooling.Where(c => !c.Constant && c.Balance >= h.Balance))
            {
                var cross = daily ? -n * h.Mean * c.Mean : Cross(h, c);
                var determinant = h.Square * c.Square - cross * cross;
                if (!(determinant > 1e-12 * h.Square * c.Square)) continue;
                var (bh, bc) = ((h.WithUse * c.Square - c.WithUse * cross) / determinant, (c.WithUse * h.Square - h.WithUse * cross) / determinant);
                if (NotNegative(bh, h) && NotNegative(bc, c)) Judge(h.Balance, c.Balance, bh * h.WithUse + bc * c.WithUse, 3);
            }
        }
        if (found.Count == 0) return Outcome<BalancePoint>.Refused("no balance temperature on the grid gives slopes that are not negative");
        var best = found.Max(f => f.Adjusted);
        var first = found.First(f => f.Adjusted >= best - Tie);
        return Outcome<BalancePoint>.Of(new BalancePoint(first.Heating, first.Cooling));
    }

    public static double HeatingDegrees(double balance, double temperature) => Math.Max(0, balance - temperature);

    public static double CoolingDegrees(double balance, double temperature) => Math.Max(0, temperature - balance);

    /// <summary>Degree days of a period: summed over its days.</summary>
    public static double Sum(EnergyPeriod period, double balance, Func<double, double, double> degrees)
    {
        var sum = 0.0;
        // By index: an enumerator for every day and balance costs more than the sum.
        var temperatures = period.Temperatures!;
        for (var i = 0; i < temperatures.Count; i++) sum += degrees(balance, temperatures[i]);
        return sum;
    }

    private static List<Column> Columns(BalanceRange? range, double step, IReadOnlyList<EnergyPeriod> periods, double[] about, Func<double, double, double> degrees)
    {
        if (range is null) return [];
        var columns = new List<Column>();
        // A range that is a whole number of steps but for rounding has its end in it.
        var steps = (int)Math.Floor((range.Highest - range.Lowest) / step * (1 + 1e-12) + 1e-9);
        for (var i = 0; i <= steps; i++)
        {
            var balance = (DoubleDouble.OfDecimal(range.Lowest) + DoubleDouble.OfDecimal(step) * i).ToDouble();
            double[] raw = [.. periods.Select(p => Sum(p, balance, degrees))];
            var values = About(raw, out var mean);
            double square = 0, withUse = 0, size = 0;
            for (var k = 0; k < raw.Length; k++)
            {
                square += values[k] * values[k];
                withUse += values[k] * about[k];
                size += raw[k] * raw[k];
            }
            columns.Add(new Column(balance, values, mean, square, withUse, !(square > 1e-20 * size)));
        }
        return columns;
    }

    private static double Cross(Column a, Column b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Values.Length; i++) sum += a.Values[i] * b.Values[i];
        return sum;
    }

    private static double[] About(IReadOnlyList<double> values, out double mean)
    {
        var m = mean = values.Count == 0 ? 0 : values.Average();
        return [.. values.Select(v => v - m)];
    }
}
