using Sen.CleanerProduction.Savings;

namespace Sen.Web.Commands.Calc;

/// <summary>«sen calc savings»: did it work.</summary>
internal static class SavingsCalc
{
    public static CalcFate Run(CalcIn input, CalcOut output, bool force)
    {
        var given = SavingsReader.Read(input);
        if (given is null) return CalcFate.BadInput;
        var baseline = FittedBaseline.Of(given);
        if (baseline.IsRefused) return output.Refuse(baseline.Reasons);
        if (baseline.Value.IsValid || force)
        {
            output.Text("status", "calculated");
            Judged(output, baseline.Value);
            Report(output, SavingsReport.Of(baseline.Value));
            return CalcFate.Calculated;
        }
        // Without a saving: what is shown gets quoted.
        output.Refuse(baseline.Value.Failures);
        Judged(output, baseline.Value);
        return CalcFate.Refused;
    }

    private static void Judged(CalcOut output, FittedBaseline baseline)
    {
        output.Flag("valid", baseline.IsValid);
        output.Number("confidence", baseline.Confidence);
        output.Object("model", () =>
        {
            RegressCalc.Write(output, baseline.Fit);
            output.Number("heatingBalance", baseline.HeatingBalance);
            output.Number("coolingBalance", baseline.CoolingBalance);
        });
        output.List("validity", baseline.Validity, v =>
        {
            output.Text("check", v.Check);
            output.Number("value", v.Value);
            output.Number("limit", v.Limit);
            output.Flag("passed", v.Passed);
        });
    }

    private static void Report(CalcOut output, SavingsReport report)
    {
        output.List("periods", report.Periods, p =>
        {
            output.Text("start", SavingsReader.Day(p.Start));
            output.Number("modelled", p.Modelled);
            output.Number("actual", p.Actual);
            output.Number("saving", p.Saving);
        });
        output.Number("saving", report.Saving);
        output.Number("savingPercent", report.SavingPercent);
        output.Number("band", report.Band);
        output.Text("bandMethod", SavingsReport.BandMethod);
        output.Number("bandReporting", report.BandReporting);
        output.Number("predictionBand", report.PredictionBand);
        output.List("outsideRange", report.OutsideRange, o =>
        {
            output.Text("start", SavingsReader.Day(o.Start));
            output.Text("driver", o.Driver);
            output.Number("value", o.Value);
            output.Number("min", o.Min);
            output.Number("max", o.Max);
        });
    }
}
