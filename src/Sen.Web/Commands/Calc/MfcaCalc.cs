using Sen.CleanerProduction.Costing;

namespace Sen.Web.Commands.Calc;

/// <summary>«sen calc mfca»: what waste really costs.</summary>
internal static class MfcaCalc
{
    public static CalcFate Run(CalcIn input, CalcOut output, bool force)
    {
        var currency = input.Text("currency");
        var decimals = input.Whole("decimals", 0, 12);
        var ratio = input.Choice("ratio", "exact", "3digits") == "3digits" ? RatioRounding.ThreeDigits : RatioRounding.Exact;
        input.Needed("centres", "a list of centres");
        var centres = (input.Items("centres") ?? []).Select(Centre).ToList();
        if (!input.Sound) return CalcFate.BadInput;
        var costs = MaterialFlowCosting.Calculate(new CostedLine { Centres = centres, Currency = currency, Decimals = decimals, Ratio = ratio });
        if (costs.IsRefused) return output.Refuse(costs.Reasons);
        output.Text("status", "calculated");
        output.Text("currency", currency);
        output.List("centres", costs.Value.Centres, c =>
        {
            output.Text("id", c.Id);
            output.Number("ratio", c.Ratio);
            Split(output, c);
        });
        output.Object("line", () => Split(output, costs.Value.Line));
        return CalcFate.Calculated;
    }

    private static QuantityCentre Centre(CalcIn row)
    {
        if (row.Broken) return new QuantityCentre("");
        return new QuantityCentre(row.RequiredText("id") ?? "")
        {
            Receives = [.. (row.Items("receives") ?? []).Where(r => !r.Broken).Select(r => new Reception(r.RequiredText("from") ?? "", r.RequiredNumber("product"), r.RequiredNumber("loss")))],
            Materials = [.. (row.Items("materials") ?? []).Where(m => !m.Broken).Select(Material)],
            EnergyCost = row.Number("energyCost") ?? 0,
            SystemCost = row.Number("systemCost") ?? 0,
            WasteManagementCost = row.Number("wasteManagementCost") ?? 0,
        };
    }

    private static MaterialUse Material(CalcIn row) =>
        new(row.Text("name") ?? "", row.RequiredNumber("price"), row.RequiredNumber("product"), row.RequiredNumber("loss"), row.Flag("inRatio") ?? true);

    private static void Split(CalcOut output, SplitCosts costs)
    {
        output.Object("input", () => Classes(output, costs.Input));
        output.Object("product", () =>
        {
            Classes(output, costs.Product);
            output.Number("share", costs.ProductShare);
        });
        output.Object("loss", () =>
        {
            Classes(output, costs.Loss);
            output.Number("share", costs.LossShare);
        });
        output.Object("conventional", () =>
        {
            output.Number("product", costs.Conventional.Product);
            output.Number("loss", costs.Conventional.Loss);
        });
    }

    private static void Classes(CalcOut output, CostClasses costs)
    {
        output.Number("material", costs.Material);
        output.Number("energy", costs.Energy);
        output.Number("system", costs.System);
        output.Number("wasteManagement", costs.WasteManagement);
        output.Number("total", costs.Total);
    }
}
