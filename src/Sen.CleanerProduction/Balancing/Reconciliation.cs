using Sen.CleanerProduction.Balancing.Networks;
using Sen.CleanerProduction.Balancing.Nonlinear;

namespace Sen.CleanerProduction.Balancing;

/// <summary>Reconciles measurements with the balances they must obey: weighted least squares, min (x−y)ᵀΣ⁻¹(x−y) subject to all constraints.</summary>
/// <remarks>
/// Pure networks are classified by graph and solved in one step: x = y − ΣGᵀ(GΣGᵀ)⁻¹(Gy − c), G the balances of the nodes merged along unmeasured streams.
/// Equations are solved by sequential quadratic programming. Narasimhan and Jordache, <i>Data Reconciliation and Gross Error Detection</i> (2000), ch. 3, 5, 7;
/// VDI 2048 part 1; Cencic, <i>Nonlinear data reconciliation in material flow analysis with STAN</i> (2016); Crowe, Garcia Campos and Hrymak, AIChE J. 29 (1983) 881.
/// Formula, worked example and limits: docs/methods/reconcile.md.
/// </remarks>
public static class Reconciliation
{
    /// <summary>Reconciles a plant.</summary>
    /// <param name="plant">A plant without problems.</param>
    /// <returns>The balance, or the reasons why there is none: exact values that contradict a constraint, bounds that leave no room, no convergence.</returns>
    /// <exception cref="InputException">The plant has problems; <see cref="Plant.Problems"/> tells them without an exception.</exception>
    public static Outcome<Balance> Solve(Plant plant)
    {
        ArgumentNullException.ThrowIfNull(plant);
        if (plant.Problems() is { Count: > 0 } problems) throw new InputException(problems);
        var model = new BalanceModel(plant);
        var estimate = Estimate(model);
        return estimate.IsRefused ? Outcome<Balance>.Refused(estimate.Reasons) : BalanceReport.Of(estimate.Value);
    }

    internal static Outcome<Estimate> Estimate(BalanceModel model)
    {
        for (var j = 0; j < model.Count; j++)
            if (model.Known[j] == Knowledge.Exact && !(model.Measured[j] >= model.Lower[j] && model.Measured[j] <= model.Upper[j]))
                return Outcome<Estimate>.Refused($"the exact value of {model.Ids[j]} is outside its bounds");
        return model.Equations.Length > 0 ? EquationSolver.Solve(model) : NetworkSolver.Solve(model);
    }
}
