using Sen.CleanerProduction.Regression;

namespace Sen.Web.Commands.Calc;

/// <summary>«sen calc regress»: ordinary and weighted least squares.</summary>
internal static class RegressCalc
{
    public static CalcFate Run(CalcIn input, CalcOut output, bool force)
    {
        input.Needed("y", "a list of numbers");
        var y = input.Numbers("y") ?? [];
        input.Needed("x", "an object of lists, one per driver");
        var x = input.Object("x");
        var drivers = new List<Driver>();
        foreach (var name in x?.Keys ?? [])
        {
            x!.Needed(name, "a list of numbers");
            drivers.Add(new Driver(name, x.Numbers(name) ?? []));
        }
        var intercept = input.Flag("intercept") ?? true;
        var weights = input.Numbers("weights");
        if (!input.Sound) return CalcFate.BadInput;
        var fit = LeastSquares.Fit(new RegressionInput { Y = y, X = drivers, Intercept = intercept, Weights = weights });
        if (fit.IsRefused) return output.Refuse(fit.Reasons);
        Write(output, fit.Value);
        return CalcFate.Calculated;
    }

    /// <summary>The members of a fit, as «savings» shows its model too.</summary>
    public static void Write(CalcOut output, Fit fit)
    {
        output.Text("status", "calculated");
        output.List("coefficients", fit.Coefficients, c =>
        {
            output.Text("name", c.Name);
            output.Number("value", c.Value);
            output.Number("se", c.Se);
            output.Number("t", c.T);
            output.Number("p", c.P);
        });
        output.Number("r2", fit.R2);
        output.Number("adjustedR2", fit.AdjustedR2);
        output.Number("s", fit.S);
        output.Number("rss", fit.Rss);
        output.Number("f", fit.F);
        output.Number("fP", fit.FP);
        output.Whole("dof", fit.Dof);
        output.Whole("n", fit.N);
        output.Number("cvrmse", fit.Cvrmse);
        output.Number("nmbe", fit.Nmbe);
        output.Number("lag1", fit.Lag1);
    }
}
