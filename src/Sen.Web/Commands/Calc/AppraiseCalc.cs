using System.Globalization;
using Sen.CleanerProduction.Options;

namespace Sen.Web.Commands.Calc;

/// <summary>«sen calc appraise»: is an option worth it.</summary>
internal static class AppraiseCalc
{
    public static CalcFate Run(CalcIn input, CalcOut output, bool force)
    {
        var flows = Flows(input);
        var (discount, finance, reinvest) = (input.Number("discountRate"), input.Number("financeRate"), input.Number("reinvestRate"));
        var options = input.Items("options")?.Where(o => !o.Broken).Select(Option).ToList();
        if (flows is null && options is null) input.Needed("cashFlows", "cashFlows, or investment, annualSaving and years, or options");
        if (!input.Sound) return CalcFate.BadInput;
        var ranked = options is null ? null : OptionRanking.Rank(options);
        var appraised = flows is null ? null : Appraisal.Of(flows, discount, finance, reinvest);
        if (appraised is { IsRefused: true }) return output.Refuse(appraised.Reasons);
        var appraisal = appraised?.Value;
        output.Text("status", "calculated");
        output.Number("npv", appraisal?.Npv);
        if (appraisal is null) output.Null("irr");
        else
            output.Object("irr", () =>
            {
                output.Text("status", appraisal.Irr.Status switch { RateStatus.Unique => "unique", RateStatus.Multiple => "multiple", _ => "none" });
                output.Numbers("roots", appraisal.Irr.Roots);
            });
        output.Number("mirr", appraisal?.Mirr);
        output.Number("simplePaybackYears", appraisal?.SimplePaybackYears);
        output.Number("discountedPaybackYears", appraisal?.DiscountedPaybackYears);
        if (ranked is null) output.Null("options");
        else
            output.List("options", ranked, o =>
            {
                output.Text("id", o.Id);
                output.Number("simplePaybackYears", o.SimplePaybackYears);
                output.Whole("rank", o.Rank);
            });
        return CalcFate.Calculated;
    }

    private static IReadOnlyList<double>? Flows(CalcIn input)
    {
        var flows = input.Numbers("cashFlows");
        string[] annuity = ["investment", "annualSaving", "years"];
        var (investment, saving, years) = (input.Number("investment"), input.Number("annualSaving"), input.Whole("years", 1, Appraisal.MostFlows - 1));
        var stated = annuity.Where(input.Has).ToList();
        if (flows is not null)
        {
            foreach (var key in stated) input.Wrong(key, "stands beside cashFlows", "either cashFlows, or investment, annualSaving and years");
            return flows;
        }
        // Options need no years; years beside them and nothing else ask for nothing more.
        if (stated.Count == 0 || (stated is ["years"] && input.Has("options"))) return null;
        foreach (var key in annuity) input.Needed(key, "a number, beside " + string.Join(" and ", annuity.Where(k => k != key)));
        if (investment < 0) input.Wrong("investment", "is " + investment.Value.ToString("R", CultureInfo.InvariantCulture), "0 or more");
        return input.Sound ? Appraisal.Annuity(investment!.Value, saving!.Value, years!.Value) : [];
    }

    private static CandidateOption Option(CalcIn row) =>
        new(row.RequiredText("id") ?? "", row.RequiredNumber("investment"), row.RequiredNumber("annualSaving"), row.Text("currency"));
}
