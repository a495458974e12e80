using Sen.CleanerProduction.Balancing.Nonlinear;

namespace Sen.CleanerProduction.Balancing.Networks;

/// <summary>Pure balances: one linear step, then the remainders of rounding.</summary>
internal static class NetworkSolver
{
    public static Outcome<Estimate> Solve(BalanceModel model)
    {
        var structure = new NetworkStructure(model);
        if (structure.Contradictions(model) is { Count: > 0 } reasons) return Outcome<Estimate>.Refused(reasons);
        var unmeasured = new UnmeasuredFlows(model, structure);
        var classes = Classes(model, structure, unmeasured);
        // What is bounded but not determined still limits what is: that takes the general solver.
        if (model.HasBounds && Enumerable.Range(0, model.Count).Any(j => classes[j] == QuantityClass.Unobservable && !(double.IsInfinity(model.Lower[j]) && double.IsInfinity(model.Upper[j]))))
            return EquationSolver.Solve(model, classes);
        var determined = new Lazy<bool[]>(() => structure.Determined(model), LazyThreadSafetyMode.None);
        if (Project(model, structure, determined) is not { } projection)
            return Outcome<Estimate>.Refused("the uncertainties differ so much that double precision cannot weigh them against one another");
        var x = (double[])model.Measured.Clone();
        var objective = Adjust(model, structure, projection, x);
        unmeasured.Fill(x);
        bool[]? atBound = null;
        if (model.HasBounds)
        {
            atBound = new bool[model.Count];
            var fits = BoundedFit.Hold(model, x, atBound, j => classes[j] != QuantityClass.Unobservable && classes[j] != QuantityClass.Exact, j => Direction(model, projection, unmeasured, j));
            if (fits is { } reason) return Outcome<Estimate>.Refused(reason);
            if (Array.IndexOf(atBound, true) >= 0) objective = BoundedFit.Objective(model, x);
        }
        return Outcome<Estimate>.Of(new Estimate(model)
        {
            X = x,
            Class = classes,
            Projection = projection,
            Objective = objective,
            Determined = determined,
            Combine = unmeasured.Of,
            AtBound = atBound,
        });
    }

    public static QuantityClass[] Classes(BalanceModel model, NetworkStructure structure, UnmeasuredFlows unmeasured)
    {
        var classes = new QuantityClass[model.Count];
        for (var j = 0; j < model.Count; j++)
        {
            classes[j] = model.Known[j] switch
            {
                Knowledge.Exact => QuantityClass.Exact,
                Knowledge.Inexact => j < model.FlowCount && structure.IsRedundant(model, j) ? QuantityClass.Redundant : QuantityClass.NonRedundant,
                _ => j < model.FlowCount && unmeasured.IsObservable(j) ? QuantityClass.Observable : QuantityClass.Unobservable,
            };
        }
        return classes;
    }

    /// <summary>In − out of every independent merged balance.</summary>
    public static double[] Residual(BalanceModel model, NetworkStructure structure, ReadOnlySpan<double> x, out double largest)
    {
        var residual = new double[structure.Rows];
        largest = 0;
        for (var j = 0; j < model.FlowCount; j++)
        {
            if (model.Known[j] == Knowledge.Unknown) continue;
            var (from, to) = (structure.Merged[model.From[j]], structure.Merged[model.To[j]]);
            if (from == to) continue;
            largest = Math.Max(largest, Math.Abs(x[j]));
            if (structure.Row[from] is >= 0 and var leaves) residual[leaves] -= x[j];
            if (structure.Row[to] is >= 0 and var enters) residual[enters] += x[j];
        }
        return residual;
    }

    /// <summary>Up to here the orthogonal way is as fast as the sparse one.</summary>
    private const int SmallPlant = 64;

    /// <summary>Projects with whatever fits: orthogonal for small plants, sparse for large ones.</summary>
    private static Projection? Project(BalanceModel model, NetworkStructure structure, Lazy<bool[]> determined) =>
        model.Inexact.Length <= SmallPlant ? Dense(model, structure) : SparseProjection.Of(model, structure, determined);

    public static DenseProjection Dense(BalanceModel model, NetworkStructure structure)
    {
        var count = model.Inexact.Length;
        var g = new double[structure.Rows * count];
        for (var i = 0; i < count; i++)
        {
            if (model.Inexact[i] >= model.FlowCount) continue;
            var j = model.Inexact[i];
            var (from, to) = (structure.Merged[model.From[j]], structure.Merged[model.To[j]]);
            if (from == to) continue;
            if (structure.Row[from] is >= 0 and var leaves) g[(leaves * count) + i] = -1;
            if (structure.Row[to] is >= 0 and var enters) g[(enters * count) + i] = 1;
        }
        return new DenseProjection(g, structure.Rows, model.Covariance, 0);
    }

    private static double Adjust(BalanceModel model, NetworkStructure structure, Projection projection, double[] x)
    {
        var objective = 0.0;
        if (structure.Rows == 0) return objective;
        for (var round = 0; round < 4; round++)
        {
            var residual = Residual(model, structure, x, out var largest);
            if (round > 0 && Algebra.Vectors.Largest(residual) <= 1e-13 * largest) break;
            var adjustment = model.Covariance.Apply(projection.Pull(residual, out var first));
            if (round == 0) objective = first;
            for (var i = 0; i < adjustment.Length; i++) x[model.Inexact[i]] -= adjustment[i];
        }
        return objective;
    }

    /// <summary>How every quantity moves with one of them: a column of Σ̂.</summary>
    private static double[] Direction(BalanceModel model, Projection projection, UnmeasuredFlows unmeasured, int j)
    {
        var combination = model.Known[j] == Knowledge.Inexact ? new Combination([model.Place[j]], [1]) : unmeasured.Of(j);
        var moves = projection.Covary(combination);
        var direction = new double[model.Count];
        for (var i = 0; i < moves.Length; i++) direction[model.Inexact[i]] = moves[i];
        unmeasured.Fill(direction);
        return direction;
    }
}
