using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Indicators;

/// <summary>How a burden moves against the output (UNEP 2011, Decoupling natural resource use, ch. 1).</summary>
public enum Decoupling
{
    /// <summary>Neither.</summary>
    None,
    /// <summary>Output grows and the burden grows slower.</summary>
    Relative,
    /// <summary>Output grows and the burden falls; or, with output not growing, the burden falls faster than output.</summary>
    Absolute,
}

/// <summary>A figure before and after.</summary>
/// <param name="Baseline">Before; null where undefined.</param>
/// <param name="Reporting">After; null where undefined.</param>
public sealed record BeforeAfter(double? Baseline, double? Reporting)
{
    /// <summary>After − before, in its unit; null where one is undefined.</summary>
    public double? Change => Reporting - Baseline;

    /// <summary>After/before − 1, a fraction; null where before is 0 or one is undefined.</summary>
    public double? RelativeChange => Baseline is { } b && Reporting is { } r && b != 0 && r / b - 1 is var change && double.IsFinite(change) ? change : null;
}

/// <summary>One resource or pollutant.</summary>
/// <param name="Name">energy, materials, water, ghg, wastewater, waste.</param>
/// <param name="Amount">Use or pollution before and after.</param>
/// <param name="IsResource">Whether <see cref="Rate"/> is productivity (output per use) or intensity (pollution per output).</param>
/// <param name="Rate">Productivity or intensity.</param>
/// <param name="Decoupling">How it moves against the output.</param>
public sealed record IndicatorItem(string Name, BeforeAfter Amount, bool IsResource, BeforeAfter Rate, Decoupling Decoupling);

/// <summary>Resource productivity and pollution intensity of a plant (UNIDO and UNEP 2010, Enterprise-level indicators for resource productivity and pollution intensity).</summary>
/// <param name="ProductOutput">Output, in one unit.</param>
/// <param name="Items">The items, in the order given.</param>
public sealed record PlantIndicators(BeforeAfter ProductOutput, IReadOnlyList<IndicatorItem> Items)
{
    /// <summary>Resources, whose productivity is output per use.</summary>
    public static readonly IReadOnlyList<string> Resources = ["energy", "materials", "water"];

    /// <summary>Pollution, whose intensity is amount per output.</summary>
    public static readonly IReadOnlyList<string> Pollution = ["ghg", "wastewater", "waste"];

    /// <summary>Indicators of two periods.</summary>
    /// <param name="outputBaseline">Output before, at least 0.</param>
    /// <param name="outputReporting">Output after, at least 0, same unit.</param>
    /// <param name="amounts">Name, amount before, amount after; at least 0, each pair in one unit.</param>
    /// <exception cref="InputException">An unknown name, a negative or infinite number.</exception>
    public static PlantIndicators Of(double outputBaseline, double outputReporting, IReadOnlyList<(string Name, double Baseline, double Reporting)> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        var problems = new List<InputProblem>();
        foreach (var (name, before, after) in amounts.Prepend(("productOutput", outputBaseline, outputReporting)))
        {
            if (name != "productOutput" && !Resources.Contains(name) && !Pollution.Contains(name)) problems.Add(new InputProblem("/baseline/" + name, "is no indicator", string.Join(", ", Resources.Concat(Pollution))));
            if (!(before >= 0) || !double.IsFinite(before)) problems.Add(new InputProblem("/baseline/" + name, "is negative or not finite", "0 or more"));
            if (!(after >= 0) || !double.IsFinite(after)) problems.Add(new InputProblem("/reporting/" + name, "is negative or not finite", "0 or more"));
        }
        if (problems.Count > 0) throw new InputException(problems);
        return new PlantIndicators(new BeforeAfter(outputBaseline, outputReporting), [.. amounts.Select(a =>
        {
            var resource = Resources.Contains(a.Name);
            var rate = resource
                ? new BeforeAfter(Quotient(outputBaseline, a.Baseline), Quotient(outputReporting, a.Reporting))
                : new BeforeAfter(Quotient(a.Baseline, outputBaseline), Quotient(a.Reporting, outputReporting));
            return new IndicatorItem(a.Name, new BeforeAfter(a.Baseline, a.Reporting), resource, rate, Judge(outputBaseline, outputReporting, a.Baseline, a.Reporting));
        })]);
    }

    /// <summary>Compared as fractions: 0.1 → 0.11 beside 100 → 110 grows exactly alike.</summary>
    private static Decoupling Judge(double outputBefore, double outputAfter, double before, double after)
    {
        var slower = Rational.Of(after) * Rational.Of(outputBefore) < Rational.Of(before) * Rational.Of(outputAfter);
        if (outputAfter > outputBefore) return after < before ? Decoupling.Absolute : slower ? Decoupling.Relative : Decoupling.None;
        return after < before && slower ? Decoupling.Absolute : Decoupling.None;
    }

    private static double? Quotient(double a, double b) => b != 0 && a / b is var q && double.IsFinite(q) ? q : null;
}
