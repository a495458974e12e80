using Sen.CleanerProduction;
using Sen.CleanerProduction.Balancing;

namespace Sen.Web.Commands.Calc;

/// <summary>«sen calc reconcile»: balances from measurements.</summary>
internal static class ReconcileCalc
{
    public static CalcFate Run(CalcIn input, CalcOut output, bool force)
    {
        var plant = ReconcileInput.Read(input);
        input.Wrong(plant.Problems().Where(p => !ReconcileInput.IsTold(p, plant)));
        input.Finish();
        if (!input.Sound) return CalcFate.BadInput;
        var outcome = Reconciliation.Solve(plant);
        if (outcome.IsRefused) Refuse(output, plant, outcome.Reasons);
        else Tell(output, outcome.Value);
        return outcome.IsRefused ? CalcFate.Refused : CalcFate.Calculated;
    }

    private static void Tell(CalcOut output, Balance balance)
    {
        output.Text("status", balance.Status switch { BalanceStatus.Accepted => "accepted", BalanceStatus.Rejected => "rejected", _ => "untested" });
        output.Number("objective", balance.Objective);
        output.Whole("degreesOfFreedom", balance.DegreesOfFreedom);
        output.Number("chiSquareCritical", balance.ChiSquareCritical);
        output.Whole("iterations", balance.Iterations);
        output.List("quantities", balance.Quantities, q => Quantity(output, q));
        Nodes(output, balance.Nodes);
        output.Number("criticalZ", balance.CriticalZ);
        output.Texts("suspects", balance.Suspects);
        if (balance.SerialElimination is { } steps) output.List("serialElimination", steps, s => Step(output, s));
        else output.Null("serialElimination");
        output.Number("rankTolerance", balance.RankTolerance);
    }

    private static void Quantity(CalcOut output, BalancedQuantity q)
    {
        output.Text("id", q.Id);
        output.Number("value", q.Value);
        output.Number("sd", q.StandardUncertainty);
        output.Number("halfWidth95", q.HalfWidth95);
        output.Text("class", q.Class switch
        {
            QuantityClass.Redundant => "redundant",
            QuantityClass.NonRedundant => "nonRedundant",
            QuantityClass.Observable => "observable",
            QuantityClass.Unobservable => "unobservable",
            _ => "exact",
        });
        output.Number("adjustment", q.Adjustment);
        output.Number("z", q.Z);
        output.Flag("suspect", q.Suspect);
        output.Number("detectableBias", q.DetectableBias);
        output.Flag("atBound", q.AtBound);
    }

    private static void Step(CalcOut output, EliminationStep step)
    {
        output.Text("id", step.Id);
        output.Number("z", step.Z);
        output.Number("criticalZ", step.CriticalZ);
        output.Number("estimatedBias", step.EstimatedBias);
        output.Texts("alsoPossible", step.AlsoPossible);
        output.Number("objective", step.Objective);
        output.Whole("degreesOfFreedom", step.DegreesOfFreedom);
        output.Text("status", step.Status switch { BalanceStatus.Accepted => "accepted", BalanceStatus.Rejected => "rejected", _ => "untested" });
    }

    private static void Nodes(CalcOut output, IEnumerable<NodeTest> nodes) => output.List("nodes", nodes, n =>
    {
        output.Text("id", n.Id);
        output.Number("residual", n.Residual);
        output.Number("z", n.Z);
    });

    /// <summary>The keys are always there; what is refused is null. The nodes' residuals need no solution and help to find the contradiction.</summary>
    private static void Refuse(CalcOut output, Plant plant, IReadOnlyList<string> reasons)
    {
        output.Text("status", "refused");
        output.Texts("reasons", reasons);
        foreach (var key in (ReadOnlySpan<string>)["objective", "degreesOfFreedom", "chiSquareCritical", "iterations"]) output.Null(key);
        output.List("quantities", plant.Flows.Concat(plant.Variables), v =>
        {
            output.Text("id", v.Id);
            foreach (var key in (ReadOnlySpan<string>)["value", "sd", "halfWidth95", "class", "adjustment", "z"]) output.Null(key);
            output.Flag("suspect", false);
            output.Null("detectableBias");
            output.Flag("atBound", false);
        });
        Nodes(output, NodeTests.Of(plant).Select(n => n with
        {
            Residual = n.Residual is { } r && double.IsFinite(r) ? r : null,
            Z = n.Z is { } z && double.IsFinite(z) ? z : null,
        }));
        output.Null("criticalZ");
        output.Texts("suspects", []);
        output.Null("serialElimination");
        output.Null("rankTolerance");
    }
}
