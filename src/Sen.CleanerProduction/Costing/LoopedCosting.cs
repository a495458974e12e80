using System.Globalization;

namespace Sen.CleanerProduction.Costing;

/// <summary>MFCA where product goes back, loss is recycled, and stock lies between centres, with stated quantities (ISO 14051:2011, 5.3 and annex A).</summary>
/// <remarks>
/// With x the cost of every pool (product of each centre; for material also its loss), x = b + A x: b new cost and opening stock, A the stated parts handed on.
/// Solved as a linear system, so it equals the series b + Ab + A²b + … without cutting it off. What is recycled brings its material cost only: energy
/// and labour spent on it are lost for good, and the new round pays again. Money is unrounded.
/// </remarks>
public static class LoopedCosting
{
    /// <summary>Costs of every centre and of the line.</summary>
    /// <param name="centres">The centres; quantities in one unit, money in one currency.</param>
    /// <param name="rounding">What is done to the mass ratio.</param>
    /// <returns>The costs; refused where cost has no quantity to go by, or a loop never lets anything out.</returns>
    /// <exception cref="InputException">No centres, an id used twice, an unknown centre, a negative number.</exception>
    public static Outcome<LoopedCosts> Calculate(IReadOnlyList<LoopedCentre> centres, RatioRounding rounding = RatioRounding.Exact)
    {
        ArgumentNullException.ThrowIfNull(centres);
        var problems = LoopedPools.Check(centres);
        if (problems.Count > 0) throw new InputException(problems);
        var pools = new LoopedPools(centres, rounding);
        if (pools.Reasons.Count > 0) return Outcome<LoopedCosts>.Refused(pools.Reasons);
        var n = centres.Count;
        var material = pools.Solve(c => (c.NewMaterialProduct, c.NewMaterialLoss), o => o.Material, recycling: true);
        var energy = pools.Solve(c => (c.Centre.EnergyCost * c.Part, c.Centre.EnergyCost * (1 - c.Part)), o => o.Energy, recycling: false);
        var system = pools.Solve(c => (c.Centre.SystemCost * c.Part, c.Centre.SystemCost * (1 - c.Part)), o => o.System, recycling: false);
        if (material is null || energy is null || system is null) return Outcome<LoopedCosts>.Refused("a loop never lets anything out: its cost has no end");

        var shown = new CentreCosts[n];
        double[] finished = new double[3], closing = new double[3], lost = new double[4], fresh = new double[4], opening = new double[3];
        double[][] solved = [material, energy, system];
        for (var i = 0; i < n; i++)
        {
            var pool = pools.All[i];
            var waste = pool.Centre.WasteManagementCost;
            double[] product = [.. solved.Select(x => x[i])];
            double[] loss = [.. solved.Select(x => x[n + i])];
            double[] stock = pool.Opening is { } o ? [o.Material, o.Energy, o.System] : [0, 0, 0];
            double[] ofCentre = [pool.NewMaterialProduct + pool.NewMaterialLoss, pool.Centre.EnergyCost, pool.Centre.SystemCost];
            for (var k = 0; k < 3; k++)
            {
                finished[k] += (product[k] + stock[k]) * pool.FinishedPart;
                closing[k] += (product[k] + stock[k]) * pool.ClosingPart;
                lost[k] += k == 0 ? loss[k] * (1 - pool.RecycledPart) : loss[k];
                fresh[k] += ofCentre[k];
                opening[k] += stock[k];
            }
            lost[3] += waste;
            fresh[3] += waste;
            shown[i] = new CentreCosts(pool.Centre.Id, pool.Ratio,
                Classes([product[0] + loss[0], product[1] + loss[1], product[2] + loss[2], waste]), Classes(product), Classes([.. loss, waste]),
                new ConventionalCosts(product.Sum() + loss.Sum(), waste));
        }
        if (shown.Any(c => !double.IsFinite(c.Input.Total))) return Outcome<LoopedCosts>.Refused("the costs leave the range of double precision");
        return Outcome<LoopedCosts>.Of(new LoopedCosts(shown, Classes(fresh), Classes(opening), Classes(finished), Classes(closing), Classes(lost)));
    }

    private static CostClasses Classes(double[] x)
    {
        var waste = x.Length > 3 ? x[3] : 0;
        return new CostClasses(x[0], x[1], x[2], waste, x[0] + x[1] + x[2] + waste);
    }

    internal static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
