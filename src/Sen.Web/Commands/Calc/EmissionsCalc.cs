using Sen.CleanerProduction.Emissions;

namespace Sen.Web.Commands.Calc;

/// <summary>«sen calc emissions»: greenhouse gases with dated factors.</summary>
internal static class EmissionsCalc
{
    public static CalcFate Run(CalcIn input, CalcOut output, bool force)
    {
        input.Needed("year", "a whole number, such as 2023");
        var year = input.Whole("year", 1, 9999);
        var gwp = input.RequiredText("gwp");
        input.Needed("use", "a list of uses");
        var use = (input.Items("use") ?? []).Where(r => !r.Broken).Select(Use).ToList();
        if (!input.Sound || year is null || gwp is null) return CalcFate.BadInput;
        var emissions = GreenhouseGases.Calculate(year.Value, gwp, use);
        if (emissions.IsRefused) return output.Refuse(emissions.Reasons);
        output.Text("status", "calculated");
        output.List("lines", emissions.Value.Lines, line =>
        {
            output.Text("item", line.Item);
            Gases(output, line.Co2, line.Ch4, line.N2o, line.TCo2e);
            if (line.IsBiomass) output.Number("biogenicCo2", line.BiogenicCo2);
            output.Number("uncertaintyPercent", line.UncertaintyPercent);
            output.Object("factor", () => Used(output, line.Factor));
        });
        output.Object("total", () => Gases(output, emissions.Value.Co2, emissions.Value.Ch4, emissions.Value.N2o, emissions.Value.TCo2e));
        output.Number("uncertaintyPercent", emissions.Value.UncertaintyPercent);
        return CalcFate.Calculated;
    }

    private static EnergyUse Use(CalcIn row) =>
        new(row.RequiredText("item") ?? "", row.RequiredNumber("amount"), row.RequiredText("unit") ?? "", row.Number("amountUncertaintyPercent"), row.Number("factorUncertaintyPercent"));

    private static void Gases(CalcOut output, double co2, double ch4, double n2o, double tCo2e)
    {
        output.Number("co2", co2);
        output.Number("ch4", ch4);
        output.Number("n2o", n2o);
        output.Number("tCO2e", tCo2e);
    }

    private static void Used(CalcOut output, UsedFactor used)
    {
        output.Number("co2", used.Row.Value ?? used.Row.Co2);
        output.Number("ch4", used.Row.Ch4);
        output.Number("n2o", used.Row.N2o);
        output.Text("unit", used.Row.Unit);
        output.Whole("year", used.Row.Year);
        output.Text("source", used.Row.Source);
        output.Text("factorStatus", used.Row.Status);
        output.Number("energyTJ", used.EnergyTj);
        Property(output, "netCalorificValue", used.CalorificValue);
        Property(output, "density", used.Density);
    }

    private static void Property(CalcOut output, string key, Factor? factor)
    {
        if (factor is null) output.Null(key);
        else
            output.Object(key, () =>
            {
                output.Number("value", factor.Value);
                output.Text("unit", factor.Unit);
                output.Text("source", factor.Source);
                output.Text("factorStatus", factor.Status);
            });
    }
}
