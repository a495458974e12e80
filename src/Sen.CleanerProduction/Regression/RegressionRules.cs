using System.Globalization;

namespace Sen.CleanerProduction.Regression;

/// <summary>What a regression's input must be.</summary>
internal static class RegressionRules
{
    public static List<InputProblem> Check(RegressionInput input)
    {
        var problems = new List<InputProblem>();
        var n = input.Y.Count;
        if (input.Y.Any(y => !double.IsFinite(y))) problems.Add(new InputProblem("/y", "has a number that is not finite", "finite numbers"));
        var names = new HashSet<string>(input.Intercept ? ["intercept"] : [], StringComparer.Ordinal);
        foreach (var driver in input.X)
        {
            var at = "/x/" + driver.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
            if (!names.Add(driver.Name)) problems.Add(new InputProblem(at, "is a name used twice", "a name of its own, other than intercept"));
            if (driver.Values.Count != n) problems.Add(new InputProblem(at, Count(driver.Values.Count), Count(n) + ", as y has"));
            if (driver.Values.Any(x => !double.IsFinite(x))) problems.Add(new InputProblem(at, "has a number that is not finite", "finite numbers"));
        }
        if (input.Weights is { } weights)
        {
            if (weights.Count != n) problems.Add(new InputProblem("/weights", Count(weights.Count), Count(n) + ", as y has"));
            if (weights.Any(w => !(w > 0) || !double.IsFinite(w))) problems.Add(new InputProblem("/weights", "has a weight that is not above 0", "finite numbers above 0"));
        }
        if (!input.Intercept && input.X.Count == 0) problems.Add(new InputProblem("/x", "is empty, without an intercept", "at least one driver, or an intercept"));
        return problems;
    }

    public static string TooFew(int n, int p) =>
        $"{n.ToString(CultureInfo.InvariantCulture)} observations for {p.ToString(CultureInfo.InvariantCulture)} coefficients leave no degree of freedom";

    private static string Count(int count) => "has " + count.ToString(CultureInfo.InvariantCulture) + " numbers";
}
