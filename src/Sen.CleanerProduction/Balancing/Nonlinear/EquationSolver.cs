namespace Sen.CleanerProduction.Balancing.Nonlinear;

/// <summary>Balances with equations: several attempts from fixed starts, the best of those that converge.</summary>
internal static class EquationSolver
{
    /// <summary>Equations are solved with dense matrices; beyond this a desk computer takes minutes.</summary>
    private const double MostWork = 2e9;

    /// <summary>Spent on further starts at most: a document cannot keep the program busy for long.</summary>
    private const double Patience = 3e9;

    public static Outcome<Estimate> Solve(BalanceModel model, QuantityClass[]? classes = null)
    {
        var system = new ConstraintSystem(model);
        var work = Work(model, system);
        if (work > MostWork) return Outcome<Estimate>.Refused($"too large for equations: {model.Count} quantities under {system.Count} constraints");
        var sqp = new Sqp(model, system);
        var best = Best(model, system, sqp, work, out var failed);
        if (best is null) return Outcome<Estimate>.Refused(Reason(system, failed!));
        if (sqp.At(best.X) is not { } line) return Outcome<Estimate>.Refused("a function leaves its domain at the solution");
        return Outcome<Estimate>.Of(Told(model, best, line, classes));
    }

    private static double Work(BalanceModel model, ConstraintSystem system)
    {
        double n = model.Count, m = system.Count, steps = model.Equations.Sum(e => (double)e.Steps.Length);
        return (n * m * Math.Min(n, m)) + (n * n * Math.Min(n, 200)) + (20 * steps);
    }

    private static SqpEnd? Best(BalanceModel model, ConstraintSystem system, Sqp sqp, double work, out SqpEnd? failed)
    {
        SqpEnd? best = null;
        failed = null;
        var unknown = Enumerable.Range(0, model.Count).Where(j => model.Known[j] == Knowledge.Unknown).ToList();
        // One attempt is enough where the user said where to begin, where there is nothing to guess, and where all is linear.
        var once = system.IsLinear || unknown.TrueForAll(j => !double.IsNaN(model.Start[j]) || !system.Curved.Contains(j));
        var spent = 0.0;
        foreach (var start in Starts.Of(model))
        {
            var end = sqp.Run(start);
            spent += (10 + end.Iterations) * (work + 1000);
            if (end.Converged && (best is null || end.Objective < best.Objective - (1e-6 * Math.Abs(best.Objective)) - 1e-12)) best = end;
            if (!end.Converged && (failed is null || end.Miss < failed.Miss)) failed = end;
            if ((best is not null && once) || system.IsLinear || spent > Patience) break;
        }
        return best;
    }

    private static string Reason(ConstraintSystem system, SqpEnd failed)
    {
        if (failed.Reason is { } reason) return reason;
        if (double.IsInfinity(failed.Miss)) return "no convergence: a function leaves its domain at every start";
        return failed.Miss > 1e-9
            ? $"constraints contradict exact values or one another, or no convergence: {system.Describe(failed.Worst)} stays missed by {failed.Miss:E1} of its largest term"
            : "no convergence: the constraints hold, but the nearest point to the measurements was not found";
    }

    private static Estimate Told(BalanceModel model, SqpEnd end, Linearisation line, QuantityClass[]? classes)
    {
        if (classes is null)
        {
            classes = new QuantityClass[model.Count];
            var loose = new bool[model.Count];
            foreach (var direction in line.Free())
                for (var j = 0; j < loose.Length; j++) loose[j] |= direction[j] != 0;
            for (var j = 0; j < model.Count; j++)
            {
                classes[j] = model.Known[j] switch
                {
                    Knowledge.Exact => QuantityClass.Exact,
                    Knowledge.Inexact => line.IsRedundant[model.Place[j]] ? QuantityClass.Redundant : QuantityClass.NonRedundant,
                    _ => loose[j] ? QuantityClass.Unobservable : QuantityClass.Observable,
                };
            }
        }
        // Nothing checks it and no bound pushes it: what differs from the measurement is rounding.
        for (var j = 0; j < model.Count && Array.IndexOf(end.AtBound, true) < 0; j++)
            if (classes[j] == QuantityClass.NonRedundant && model.Covariance.GroupOf[model.Place[j]] < 0) end.X[j] = model.Measured[j];
        return new Estimate(model)
        {
            X = end.X,
            Class = classes,
            Projection = line.Projection,
            Objective = BoundedFit.Objective(model, end.X),
            Iterations = end.Iterations,
            AtBound = end.AtBound,
            Combine = line.Of,
            RankTolerance = model.Equations.Length > 0 ? Linearisation.Tolerance : null,
        };
    }
}
