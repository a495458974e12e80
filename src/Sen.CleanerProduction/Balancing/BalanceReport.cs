using Sen.CleanerProduction.Balancing.Networks;
using Sen.CleanerProduction.Statistics;

namespace Sen.CleanerProduction.Balancing;

/// <summary>Tests an estimate and tells it quantity by quantity.</summary>
internal static class BalanceReport
{
    public static Outcome<Balance> Of(Estimate estimate)
    {
        var model = estimate.Model;
        var spreads = estimate.Projection.Spreads();
        var dof = estimate.Projection.Rank;
        var z = new double[model.Count];
        Array.Fill(z, double.NaN);
        var tests = 0;
        for (var i = 0; i < model.Inexact.Length; i++)
        {
            var j = model.Inexact[i];
            if (estimate.Class[j] != QuantityClass.Redundant || !(spreads[i].AdjustmentSd > 0)) continue;
            z[j] = Math.Abs(estimate.X[j] - model.Measured[j]) / spreads[i].AdjustmentSd;
            tests++;
        }
        double? critical = tests == 0 || dof == 0 ? null : CriticalValues.Sidak(model.Plant.Confidence, tests);
        double? chi = dof == 0 ? null : CriticalValues.ChiSquare(model.Plant.Confidence, dof);
        var shift = critical is { } c ? CriticalValues.DetectableShift(c) : 0;
        var quantities = new BalancedQuantity[model.Count];
        for (var j = 0; j < model.Count; j++) quantities[j] = Quantity(estimate, j, model.Place[j] >= 0 ? spreads[model.Place[j]] : default, z[j], critical, shift);
        if (NotFinite(quantities, estimate.Objective) is { } reason) return Outcome<Balance>.Refused(reason);
        int[] suspects = [.. Enumerable.Range(0, model.Count).Where(j => z[j] > critical).OrderByDescending(j => z[j])];
        return Outcome<Balance>.Of(new Balance
        {
            Status = chi is null ? BalanceStatus.Untested : estimate.Objective > chi ? BalanceStatus.Rejected : BalanceStatus.Accepted,
            Objective = estimate.Objective,
            DegreesOfFreedom = dof,
            ChiSquareCritical = chi,
            Iterations = estimate.Iterations,
            Quantities = quantities,
            Nodes = NodeTests.Of(model),
            CriticalZ = critical,
            Suspects = [.. suspects.Select(j => model.Ids[j])],
            SerialElimination = estimate.AtBound is { } bounds && Array.IndexOf(bounds, true) >= 0 ? null : suspects.Length == 0 ? [] : SerialElimination.Of(estimate, spreads),
            RankTolerance = estimate.RankTolerance,
        });
    }

    private static BalancedQuantity Quantity(Estimate estimate, int j, Spread spread, double z, double? critical, double shift)
    {
        var model = estimate.Model;
        var kind = estimate.Class[j];
        var atBound = estimate.AtBound?[j] ?? false;
        return kind switch
        {
            QuantityClass.Exact => new() { Id = model.Ids[j], Class = kind, Value = model.Measured[j], StandardUncertainty = 0, Adjustment = 0 },
            QuantityClass.Unobservable => new() { Id = model.Ids[j], Class = kind },
            QuantityClass.Observable => new() { Id = model.Ids[j], Class = kind, Value = estimate.X[j], StandardUncertainty = estimate.Projection.SdOf(estimate.Combine(j)), AtBound = atBound },
            _ => new()
            {
                Id = model.Ids[j],
                Class = kind,
                Value = estimate.X[j],
                // What is left of a measurement that constraints determine wholly is rounding.
                StandardUncertainty = spread.Sd > 1e-14 * model.Sd[j] && !(j < model.FlowCount && estimate.Determined?.Value[j] == true) ? spread.Sd : 0,
                Adjustment = estimate.X[j] - model.Measured[j],
                Z = double.IsNaN(z) ? null : z,
                Suspect = z > critical,
                DetectableBias = double.IsNaN(z) || critical is null || !(spread.Response > 0) ? null : shift * spread.AdjustmentSd / spread.Response,
                AtBound = atBound,
            },
        };
    }

    private static string? NotFinite(BalancedQuantity[] quantities, double objective)
    {
        if (!double.IsFinite(objective)) return "the numbers leave the range of double precision: the objective";
        foreach (var q in quantities)
            foreach (var value in (ReadOnlySpan<double?>)[q.Value, q.StandardUncertainty, q.HalfWidth95, q.Adjustment, q.Z, q.DetectableBias])
                if (value is { } v && !double.IsFinite(v)) return $"the numbers leave the range of double precision: {q.Id}";
        return null;
    }
}
