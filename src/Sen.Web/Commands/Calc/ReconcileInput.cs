using Sen.CleanerProduction;

namespace Sen.Web.Commands.Calc;

/// <summary>The document of «reconcile» as a plant. What cannot be read is told and replaced by something harmless, so that the rest is still checked.</summary>
internal static class ReconcileInput
{
    /// <summary>Stands for an id or name that could not be read; no document can spell it.</summary>
    private const string Unread = "\u0000unread";

    public static Plant Read(CalcIn input)
    {
        input.Text("title");
        var nodes = input.Texts("nodes") ?? [];
        return new Plant
        {
            Nodes = [.. nodes.Select((n, i) => n ?? Unread + i)],
            Flows = [.. (input.Items("flows") ?? []).Select((f, i) => Flow(f, i))],
            Variables = [.. (input.Items("variables") ?? []).Select((v, i) => Quantity(v, new Variable(Id(v, "variable" + i))))],
            Correlations = [.. (input.Items("correlations") ?? []).Select(Correlation).OfType<Correlation>()],
            Equations = [.. (input.Texts("equations") ?? []).Select(e => e ?? "0 = 0")],
            Confidence = input.Number("confidence") ?? 0.95,
        };
    }

    /// <summary>Whether a problem only repeats what reading told already.</summary>
    public static bool IsTold(InputProblem problem, Plant plant) => problem.What.Contains(Unread, StringComparison.Ordinal)
        || (problem.Pointer == "/flows" && plant.Flows.Count + plant.Variables.Count > 0 && problem.What.Length == 0);

    private static Flow Flow(CalcIn item, int i)
    {
        var flow = new Flow(Id(item, "flow" + i), item.Text("from"), item.Text("to"));
        return (Flow)Quantity(item, flow);
    }

    private static string Id(CalcIn item, string place) => item.Broken ? Unread + place : item.RequiredText("id") ?? Unread + place;

    private static Variable Quantity(CalcIn item, Variable v)
    {
        if (item.Broken) return v;
        item.Text("unit");
        var given = item.Has("measured");
        var measured = item.Number("measured");
        var (sd, half) = (item.Number("sd"), item.Number("halfWidth95"));
        var (hasSd, hasHalf) = (item.Has("sd"), item.Has("halfWidth95"));
        if (given && hasSd && hasHalf) item.Wrong("sd", "stands beside halfWidth95", "one of the two");
        if (given && !hasSd && !hasHalf) item.Wrong("measured", "has no uncertainty", "sd or halfWidth95 beside it; sd 0 = exact");
        if (given && hasHalf && half < 0)
        {
            item.Wrong("halfWidth95", "is below 0", "0 or more");
            half = 0;
        }
        return v with
        {
            Measured = measured,
            // An uncertainty that could not be read was told; 0 keeps the checks after it quiet.
            StandardUncertainty = measured is null ? null : hasSd ? sd ?? 0 : (half ?? 0) / Variable.HalfWidthFactor,
            Start = item.Number("start"),
            Minimum = item.Number("min"),
            Maximum = item.Number("max"),
        };
    }

    private static Correlation? Correlation(CalcIn item)
    {
        if (item.Broken) return null;
        var (a, b, r) = (item.RequiredText("a"), item.RequiredText("b"), item.Needed("r", "a number from -1 to 1") ? item.Number("r") : null);
        return a is null || b is null || r is null ? null : new Correlation(a, b, r.Value);
    }
}
