using Sen.CleanerProduction.Indicators;

namespace Sen.Web.Commands.Calc;

/// <summary>«sen calc indicators»: resource productivity and pollution intensity.</summary>
internal static class IndicatorsCalc
{
    public static CalcFate Run(CalcIn input, CalcOut output, bool force)
    {
        input.Needed("baseline", "an object with productOutput and items");
        input.Needed("reporting", "an object with productOutput and items");
        var (before, after) = (input.Object("baseline"), input.Object("reporting"));
        if (before is null || after is null || before.Broken || after.Broken) return CalcFate.BadInput;
        var (outputBefore, outputAfter) = (before.RequiredNumber("productOutput"), after.RequiredNumber("productOutput"));
        var amounts = new List<(string, double, double)>();
        var known = PlantIndicators.Resources.Concat(PlantIndicators.Pollution).ToList();
        // In the order of the document; what neither period states comes back as null.
        var stated = before.Names.Concat(after.Names).Distinct(StringComparer.Ordinal).Where(known.Contains).Where(k => before.Has(k) || after.Has(k)).ToList();
        foreach (var name in stated) amounts.Add((name, before.RequiredNumber(name), after.RequiredNumber(name)));
        foreach (var name in known.Except(stated)) _ = before.Has(name) || after.Has(name);
        if (!input.Sound) return CalcFate.BadInput;
        var indicators = PlantIndicators.Of(outputBefore, outputAfter, amounts);
        output.Text("status", "calculated");
        output.Object("items", () =>
        {
            foreach (var item in indicators.Items) output.Object(item.Name, () => Item(output, item));
            foreach (var name in known.Except(stated)) output.Null(name);
        });
        output.Object("productOutput", () => Change(output, indicators.ProductOutput));
        return CalcFate.Calculated;
    }

    private static void Item(CalcOut output, IndicatorItem item)
    {
        Change(output, item.Amount);
        output.Object(item.IsResource ? "productivity" : "intensity", () =>
        {
            output.Number("baseline", item.Rate.Baseline);
            output.Number("reporting", item.Rate.Reporting);
            output.Number("relativeChange", item.Rate.RelativeChange);
        });
        output.Text("decoupling", item.Decoupling switch { Decoupling.Absolute => "absolute", Decoupling.Relative => "relative", _ => "none" });
    }

    private static void Change(CalcOut output, BeforeAfter figure)
    {
        output.Number("change", figure.Change);
        output.Number("relativeChange", figure.RelativeChange);
    }
}
