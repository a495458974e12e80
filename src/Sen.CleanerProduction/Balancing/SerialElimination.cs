using Sen.CleanerProduction.Balancing.Algebra;
using Sen.CleanerProduction.Balancing.Networks;
using Sen.CleanerProduction.Statistics;

namespace Sen.CleanerProduction.Balancing;

/// <summary>Takes out the measurement with the largest z, again and again, until no z is critical: one rank-1 update of K each, no new factorisation.</summary>
/// <remarks>
/// Without measurement p: K′ = K − KₚKₚᵀ/Kₚₚ, v′ = v − Kₚvₚ/Kₚₚ, objective′ = objective − vₚ²/Kₚₚ; the bias is vₚ/Kₚₚ
/// (Ripps 1965; Serth and Heenan, AIChE J. 32 (1986) 733; Crowe 1988). It finds one culprit after the other and can be misled by two at once.
/// </remarks>
internal static class SerialElimination
{
    private const int MostSteps = 50;

    public static IReadOnlyList<EliminationStep> Of(Estimate estimate, Spread[] spreads)
    {
        var model = estimate.Model;
        var covariance = model.Covariance;
        var count = model.Inexact.Length;
        var tested = new bool[count];
        var variance = new double[count];
        var adjustment = new double[count];
        for (var i = 0; i < count; i++)
        {
            variance[i] = spreads[i].AdjustmentSd * spreads[i].AdjustmentSd;
            adjustment[i] = estimate.X[model.Inexact[i]] - model.Measured[model.Inexact[i]];
            tested[i] = estimate.Class[model.Inexact[i]] == QuantityClass.Redundant && variance[i] > 0;
        }
        double[] first = [.. variance];
        var pull = Negated(covariance.Weaken(adjustment));
        var (objective, dof) = (estimate.Objective, estimate.Projection.Rank);
        var steps = new List<EliminationStep>();
        var taken = new List<(int Place, double[] Column, double Pivot)>();
        while (dof > 0 && steps.Count < MostSteps)
        {
            var critical = CriticalValues.Sidak(model.Plant.Confidence, Math.Max(1, tested.Count(t => t)));
            var worst = -1;
            var largest = 0.0;
            for (var i = 0; i < count; i++)
            {
                if (!tested[i]) continue;
                var z = Math.Abs(adjustment[i]) / Math.Sqrt(variance[i]);
                if (z > largest * (1 + 1e-9)) (worst, largest) = (i, z);
            }
            if (worst < 0 || !(largest > critical)) break;
            var column = estimate.Projection.KernelColumn(worst);
            foreach (var (place, earlier, pivot) in taken) Vectors.Add(-earlier[worst] / pivot, earlier, column);
            var own = column[worst];
            if (!(own > 0)) break;
            string[] also = [.. Enumerable.Range(0, count).Where(i => i != worst && tested[i] && Math.Abs((Math.Abs(adjustment[i]) / Math.Sqrt(variance[i])) - largest) <= 1e-7 * largest).Select(i => model.Ids[model.Inexact[i]])];
            var bias = pull[worst] / own;
            var spread = covariance.Apply(column);
            objective = Math.Max(0, objective - (pull[worst] * bias));
            dof--;
            Vectors.Add(-bias, column, pull);
            taken.Add((worst, column, own));
            var moved = covariance.Apply(pull);
            for (var i = 0; i < count; i++)
            {
                adjustment[i] = -moved[i];
                variance[i] -= spread[i] * spread[i] / own;
                // Nothing is left to test it: what remains is rounding.
                if (variance[i] <= 1e-9 * first[i]) tested[i] = false;
            }
            tested[worst] = false;
            var status = dof == 0 ? BalanceStatus.Untested : objective > CriticalValues.ChiSquare(model.Plant.Confidence, dof) ? BalanceStatus.Rejected : BalanceStatus.Accepted;
            steps.Add(new(model.Ids[model.Inexact[worst]], largest, critical, bias, also, objective, dof, status));
        }
        return steps;
    }

    private static double[] Negated(double[] v)
    {
        for (var i = 0; i < v.Length; i++) v[i] = -v[i];
        return v;
    }
}
