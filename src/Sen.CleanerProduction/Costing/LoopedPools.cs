using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Costing;

/// <summary>The pools of a looped line: what each centre's product and loss is made of, and where its parts go.</summary>
internal sealed class LoopedPools
{
    private readonly IReadOnlyList<LoopedCentre> centres;
    private readonly Dictionary<string, int> index;
    private readonly double[] productOut;
    private readonly double[] lossOut;

    public LoopedPools(IReadOnlyList<LoopedCentre> centres, RatioRounding rounding)
    {
        this.centres = centres;
        index = centres.Select((c, i) => (c.Centre.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        productOut = [.. centres.Select(c => c.Finished + c.ClosingQuantity)];
        lossOut = [.. centres.Select(c => c.Discarded)];
        foreach (var c in centres)
        {
            foreach (var r in c.Centre.Receives) productOut[index[r.From]] += r.Product + r.Loss;
            foreach (var r in c.Recycles) lossOut[index[r.From]] += r.Product + r.Loss;
        }
        All = [.. centres.Select((c, i) => PoolOf(c, i, rounding))];
    }

    /// <summary>One centre's own numbers, and the parts of its product and loss that leave.</summary>
    internal sealed record Pool(
        QuantityCentre Centre, OpeningStock? Opening, double NewMaterialProduct, double NewMaterialLoss, double? Ratio, double FinishedPart, double ClosingPart, double RecycledPart)
    {
        public double Part => Ratio ?? 1;
    }

    public IReadOnlyList<Pool> All { get; }

    public List<string> Reasons { get; } = [];

    /// <summary>Cost of every product pool (0…n−1) and loss pool (n…2n−1) of one class; null where a loop never lets anything out.</summary>
    /// <param name="own">New cost in product and loss of a centre.</param>
    /// <param name="opening">The class's cost of an opening stock.</param>
    /// <param name="recycling">Whether recycled loss brings this class.</param>
    public double[]? Solve(Func<Pool, (double Product, double Loss)> own, Func<OpeningStock, double> opening, bool recycling)
    {
        var n = centres.Count;
        var (a, b) = Equations(own, opening, recycling);
        var matrix = new double[2 * n, 2 * n];
        for (var i = 0; i < 2 * n; i++)
            for (var j = 0; j < 2 * n; j++) matrix[i, j] = (i == j ? 1 : 0) - a[i, j];
        return Elimination.Solve(matrix, b);
    }

    /// <summary>x = b + A x for one class of cost.</summary>
    internal (double[,] A, double[] B) Equations(Func<Pool, (double Product, double Loss)> own, Func<OpeningStock, double> opening, bool recycling)
    {
        var n = centres.Count;
        var (a, b) = (new double[2 * n, 2 * n], new double[2 * n]);
        for (var i = 0; i < n; i++)
        {
            (b[i], b[n + i]) = own(All[i]);
            foreach (var r in centres[i].Centre.Receives) Hand(r, index[r.From], productOut[index[r.From]], All[index[r.From]].Opening is { } o ? opening(o) : 0);
            if (!recycling) continue;
            foreach (var r in centres[i].Recycles) Hand(r, n + index[r.From], lossOut[index[r.From]], 0);

            void Hand(Reception r, int pool, double outOfPool, double stocked)
            {
                if (r.Product + r.Loss == 0) return;
                var (toProduct, toLoss) = (r.Product / outOfPool, r.Loss / outOfPool);
                a[i, pool] += toProduct;
                a[n + i, pool] += toLoss;
                b[i] += toProduct * stocked;
                b[n + i] += toLoss * stocked;
            }
        }
        return (a, b);
    }

    public static List<InputProblem> Check(IReadOnlyList<LoopedCentre> centres)
    {
        // A recycled row obeys the same rules as a received one.
        var problems = LineRules.Check([.. centres.Select(c => c.Centre with { Receives = [.. c.Centre.Receives, .. c.Recycles] })], null);
        for (var i = 0; i < centres.Count; i++)
        {
            var c = centres[i];
            double[] numbers = [c.Finished, c.Discarded, c.ClosingQuantity, c.Opening?.Quantity ?? 0, c.Opening?.Material ?? 0, c.Opening?.Energy ?? 0, c.Opening?.System ?? 0];
            if (numbers.Any(x => !(x >= 0) || !double.IsFinite(x))) problems.Add(new InputProblem(LoopedCosting.Text($"/centres/{i}"), "has a negative quantity or stock", "0 or more"));
        }
        return problems;
    }

    private Pool PoolOf(LoopedCentre c, int i, RatioRounding rounding)
    {
        var centre = c.Centre;
        var (inProduct, inLoss, newProduct, newLoss) = (0.0, 0.0, 0.0, 0.0);
        foreach (var m in centre.Materials)
        {
            newProduct += m.Price * m.Product;
            newLoss += m.Price * m.Loss;
            if (m.InRatio) (inProduct, inLoss) = (inProduct + m.Product, inLoss + m.Loss);
        }
        foreach (var r in centre.Receives.Concat(c.Recycles)) (inProduct, inLoss) = (inProduct + r.Product, inLoss + r.Loss);
        double? ratio = inProduct + inLoss == 0 ? null : inProduct / (inProduct + inLoss);
        if (ratio is not null && rounding == RatioRounding.ThreeDigits)
            ratio = (double)(new Rational(1000, 1) * Rational.Of(inProduct) / (Rational.Of(inProduct) + Rational.Of(inLoss))).RoundHalfUp() / 1000;
        if (ratio is null && centre.EnergyCost + centre.SystemCost != 0)
            Reasons.Add(LoopedCosting.Text($"/centres/{i}: no quantity is in the ratio, so its energy and system cost has nothing to go by"));
        var (product, loss) = (productOut[i], lossOut[i]);
        return new Pool(centre, c.Opening, newProduct, newLoss, ratio,
            product == 0 ? 1 : c.Finished / product, product == 0 ? 0 : c.ClosingQuantity / product, loss == 0 ? 0 : 1 - c.Discarded / loss);
    }
}
