using System.Globalization;
using Sen.CleanerProduction.Regression;

namespace Sen.CleanerProduction.Savings;

/// <summary>One gate a model must pass before its saving is shown.</summary>
/// <param name="Check">fP, r2, largestP or smallestP.</param>
/// <param name="Value">What the model has; null where the fit is exact and it is undefined.</param>
/// <param name="Limit">What it may have.</param>
/// <param name="Passed">Whether it does.</param>
public sealed record ValidityCheck(string Check, double? Value, double Limit, bool Passed);

/// <summary>A model of the use before the measure, with its gates (VERIFI's, after SEP and ISO 50006).</summary>
public sealed class FittedBaseline
{
    internal FittedBaseline(SavingsInput input, IReadOnlyList<double> use, IReadOnlyList<double> reportingUse, Fit fit, IReadOnlyList<IReadOnlyList<double>> baselineRows,
        IReadOnlyList<IReadOnlyList<double>> reportingRows, BalancePoint? balance)
    {
        (Input, Use, ReportingUse, Fit, BaselineRows, ReportingRows) = (input, use, reportingUse, fit, baselineRows, reportingRows);
        (HeatingBalance, CoolingBalance) = (balance?.Heating, balance?.Cooling);
        Validity = Gates(fit);
    }

    internal SavingsInput Input { get; }
    internal IReadOnlyList<IReadOnlyList<double>> BaselineRows { get; }
    internal IReadOnlyList<IReadOnlyList<double>> ReportingRows { get; }

    /// <summary>Confidence of the bands.</summary>
    public double Confidence => Input.Confidence;
    /// <summary>The regression.</summary>
    public Fit Fit { get; }
    /// <summary>Use of each baseline period, calendarised where readings tell it.</summary>
    public IReadOnlyList<double> Use { get; }
    /// <summary>Use of each reporting period.</summary>
    public IReadOnlyList<double> ReportingUse { get; }
    /// <summary>Heating balance temperature chosen; null where not used.</summary>
    public double? HeatingBalance { get; }
    /// <summary>Cooling balance temperature chosen; null where not used.</summary>
    public double? CoolingBalance { get; }
    /// <summary>The gates.</summary>
    public IReadOnlyList<ValidityCheck> Validity { get; }
    /// <summary>Whether it passes all of them.</summary>
    public bool IsValid => Validity.All(v => v.Passed);

    /// <summary>Why it may not carry a saving, in words.</summary>
    public IReadOnlyList<string> Failures =>
        [.. Validity.Where(v => !v.Passed).Select(v => string.Create(CultureInfo.InvariantCulture, $"{v.Check} is {(v.Value is { } x ? x.ToString("R", CultureInfo.InvariantCulture) : "undefined")}, limit {v.Limit}"))];

    /// <summary>Fits the baseline model.</summary>
    /// <param name="input">Periods, readings, model.</param>
    /// <returns>The model, valid or not; refused where readings do not cover the periods or no model can be fitted.</returns>
    /// <exception cref="InputException">Input that breaks the rules of <see cref="SavingsInput"/>.</exception>
    public static Outcome<FittedBaseline> Of(SavingsInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var problems = SavingsRules.Check(input);
        if (problems.Count > 0) throw new InputException(problems);
        var reasons = new List<string>();
        var use = UseOf(input, input.Baseline, "/baseline", reasons);
        var after = UseOf(input, input.Reporting, "/reporting", reasons);
        if (reasons.Count > 0) return Outcome<FittedBaseline>.Refused(reasons);
        BalancePoint? balance = null;
        if (input.Model is DegreeDayModel degrees)
        {
            var best = DegreeDayGrid.Best(degrees, input.Baseline, use);
            if (best.IsRefused) return Outcome<FittedBaseline>.Refused(best.Reasons);
            balance = best.Value;
        }
        var names = Names(input.Model, balance);
        var rows = Rows(input.Baseline, names, balance);
        var fit = LeastSquares.Fit(new RegressionInput { Y = use, X = [.. names.Select((name, j) => new Driver(name, [.. rows.Select(r => r[j])]))] });
        return fit.IsRefused
            ? Outcome<FittedBaseline>.Refused(fit.Reasons)
            : Outcome<FittedBaseline>.Of(new FittedBaseline(input, use, after, fit.Value, rows, Rows(input.Reporting, names, balance), balance));
    }

    private static IReadOnlyList<double> UseOf(SavingsInput input, IReadOnlyList<EnergyPeriod> periods, string list, List<string> reasons)
    {
        if (input.Readings is null) return [.. periods.Select(p => p.Use!.Value)];
        var use = Calendarisation.Backward(input.Readings, periods);
        for (var i = 0; i < periods.Count; i++)
            if (use[i] is null)
                reasons.Add(string.Create(CultureInfo.InvariantCulture, $"{list}/{i}: the readings do not cover {SavingsRules.Day(periods[i].Start)} to {SavingsRules.Day(periods[i].End)} wholly"));
        return [.. use.Select(u => u ?? 0)];
    }

    private static IReadOnlyList<string> Names(BaselineModel model, BalancePoint? balance)
    {
        if (model is DriverModel drivers) return drivers.Names;
        return [.. (string[])(balance!.Heating is null ? [] : ["hdd"]), .. (string[])(balance.Cooling is null ? [] : ["cdd"])];
    }

    private static IReadOnlyList<IReadOnlyList<double>> Rows(IReadOnlyList<EnergyPeriod> periods, IReadOnlyList<string> names, BalancePoint? balance) =>
        balance is null
            ? [.. periods.Select(p => (IReadOnlyList<double>)[.. names.Select(n => p.Drivers[n])])]
            : [.. periods.Select(p => (IReadOnlyList<double>)
                [.. (double[])(balance.Heating is { } h ? [DegreeDayGrid.Sum(p, h, DegreeDayGrid.HeatingDegrees)] : []),
                 .. (double[])(balance.Cooling is { } c ? [DegreeDayGrid.Sum(p, c, DegreeDayGrid.CoolingDegrees)] : [])])];

    private static IReadOnlyList<ValidityCheck> Gates(Fit fit)
    {
        var p = fit.Coefficients.Skip(1).Select(c => c.P).ToList();
        // Where every point lies on the model, t and F are beyond all numbers, and p is 0 in the limit.
        var exact = fit.S == 0 && fit.R2 is not null;
        ValidityCheck AtMost(string check, double? value, double limit) => new(check, value, limit, value is { } v ? v <= limit : exact);
        return
        [
            AtMost("fP", fit.FP, 0.1),
            new("r2", fit.R2, 0.5, fit.R2 >= 0.5),
            AtMost("largestP", p.Max(), 0.2),
            AtMost("smallestP", p.Min(), 0.1),
        ];
    }
}
