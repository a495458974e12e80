using System.Globalization;

namespace Sen.CleanerProduction.Options;

/// <summary>What an option is judged by. What is undefined is null.</summary>
/// <param name="Npv">Net present value in the flows' money: Σ cₜ (1 + i)⁻ᵗ, the first flow at year 0; null without a discount rate.</param>
/// <param name="Irr">All internal rates of return.</param>
/// <param name="Mirr">Modified internal rate of return; null without both rates or both signs.</param>
/// <param name="SimplePaybackYears">Years until the cumulated flow, having been negative, reaches 0; null if never.</param>
/// <param name="DiscountedPaybackYears">The same on discounted flows; null if never, or without a discount rate.</param>
public sealed record Appraisal(double? Npv, InternalRates Irr, double? Mirr, double? SimplePaybackYears, double? DiscountedPaybackYears)
{
    /// <summary>The most flows that are taken.</summary>
    public const int MostFlows = 100_000;

    /// <summary>Appraises a row of yearly flows.</summary>
    /// <param name="flows">Flow of year 0, 1, 2 …; at least one, at most 100,000; numbers mean the decimal as typed.</param>
    /// <param name="discountRate">Rate i a year as a fraction, above −1.</param>
    /// <param name="financeRate">Rate paid on outflows, above −1, for the modified rate.</param>
    /// <param name="reinvestRate">Rate earned on inflows, above −1, for the modified rate.</param>
    /// <returns>The appraisal; refused where the rates cannot all be found in bounded work or a value leaves the range of double precision.</returns>
    /// <exception cref="InputException">No flows, a flow that is not finite, a rate at −1 or below.</exception>
    public static Outcome<Appraisal> Of(IReadOnlyList<double> flows, double? discountRate = null, double? financeRate = null, double? reinvestRate = null)
    {
        ArgumentNullException.ThrowIfNull(flows);
        var problems = new List<InputProblem>();
        if (flows.Count is 0 or > MostFlows) problems.Add(new InputProblem("/cashFlows", $"has {flows.Count.ToString(CultureInfo.InvariantCulture)} flows", "1 to 100000 flows"));
        if (flows.Any(f => !double.IsFinite(f))) problems.Add(new InputProblem("/cashFlows", "has a flow that is not finite", "finite numbers"));
        CheckRate(discountRate, "/discountRate", problems);
        CheckRate(financeRate, "/financeRate", problems);
        CheckRate(reinvestRate, "/reinvestRate", problems);
        if (problems.Count > 0) throw new InputException(problems);

        var rates = InternalRates.Of(flows);
        if (rates.IsRefused) return Outcome<Appraisal>.Refused(rates.Reasons);
        var appraisal = new Appraisal(
            discountRate is { } i ? PresentValue.Of(flows, i) : null,
            rates.Value,
            financeRate is { } paid && reinvestRate is { } earned ? PresentValue.ModifiedRate(flows, paid, earned) : null,
            Payback.Years(flows, 0),
            discountRate is { } rate ? Payback.Years(flows, rate) : null);
        double?[] all = [appraisal.Npv, appraisal.Mirr, .. rates.Value.Roots];
        return all.All(x => x is null || double.IsFinite(x.Value))
            ? Outcome<Appraisal>.Of(appraisal)
            : Outcome<Appraisal>.Refused("the values leave the range of double precision");
    }

    /// <summary>The flows of an annuity: −investment at year 0, then the saving every year.</summary>
    /// <param name="investment">Money at year 0, at least 0.</param>
    /// <param name="annualSaving">Money a year.</param>
    /// <param name="years">Years, 1 to 99,999.</param>
    public static IReadOnlyList<double> Annuity(double investment, double annualSaving, int years) => [-investment, .. Enumerable.Repeat(annualSaving, years)];

    private static void CheckRate(double? rate, string pointer, List<InputProblem> problems)
    {
        if (rate is { } r && !(r > -1 && double.IsFinite(r))) problems.Add(new InputProblem(pointer, "is " + r.ToString("R", CultureInfo.InvariantCulture), "a fraction above -1, such as 0.1"));
    }
}
