using Sen.CleanerProduction.Balancing.Algebra;

namespace Sen.CleanerProduction.Balancing.Nonlinear;

/// <summary>Where an attempt ended.</summary>
internal sealed record SqpEnd(bool Converged, double[] X, bool[] AtBound, int Iterations, double Objective, double Miss, int Worst, string? Reason);

/// <summary>Sequential quadratic programming with a line search on an exact penalty.</summary>
/// <remarks>Nocedal and Wright, <i>Numerical Optimization</i> (2006), ch. 18.3 (ℓ₁ merit), 18.1 (second-order correction).</remarks>
internal sealed class Sqp(BalanceModel model, ConstraintSystem system)
{
    private const int MostIterations = 200;
    private const double Close = 1e-11;

    private readonly double[] jacobian = new double[system.Count * model.Count];
    private readonly double[] f = new double[system.Count];
    private readonly double[] trial = new double[model.Count];
    private readonly double[] trialF = new double[system.Count];
    private readonly double typical = TypicalSize(model);

    /// <summary>The linearisation at x; null where f or its Jacobian is not finite there.</summary>
    public Linearisation? At(double[] x) => system.Evaluate(x, f) && system.Jacobian(jacobian) ? new Linearisation(model, system.Count, jacobian, Sizes(x)) : null;

    public SqpEnd Run(double[] start)
    {
        var x = (double[])start.Clone();
        var atBound = new bool[model.Count];
        var penalty = 0.0;
        var (last, miss, worst) = (double.PositiveInfinity, double.PositiveInfinity, 0);
        var quiet = 0;
        for (var iteration = 1; iteration <= MostIterations; iteration++)
        {
            if (At(x) is not { } line) return new(false, x, atBound, iteration, 0, double.PositiveInfinity, worst, "a function leaves its domain");
            (miss, worst) = Miss(f, line);
            var sqp = new SqpStep(model, system, line, x, f);
            var step = sqp.Step;
            if (!Finite(step)) return new(false, x, atBound, iteration, 0, miss, worst, "the constraints' derivatives do not determine a step");
            if (model.HasBounds && Bounded(x, ref step, line, atBound) is { } reason) return new(false, x, atBound, iteration, 0, miss, worst, reason);
            for (var i = 0; i < sqp.Multipliers.Length; i++) penalty = Math.Max(penalty, 2 * Math.Abs(sqp.Multipliers[i] * line.Scale(i)));
            var length = Length(step, sqp.Adjustment, x);
            var done = length <= Close || (length <= 1e-8 && length >= 0.5 * last) || (system.IsLinear && iteration > 1 && length <= 1e-7);
            if (!Advance(x, step, sqp, line, penalty, done))
            {
                // No descent left: the end, or a dead end.
                if (miss <= Close && length <= 1e-6) return End(x, atBound, iteration, miss, worst);
                return new(false, x, atBound, iteration, 0, miss, worst, null);
            }
            last = length;
            quiet = done ? quiet + 1 : 0;
            if (quiet < 1) continue;
            if (!system.Evaluate(x, f)) return new(false, x, atBound, iteration, 0, miss, worst, "a function leaves its domain");
            (miss, worst) = Miss(f, line);
            if (miss <= Close) return End(x, atBound, system.IsLinear && !model.HasBounds ? 1 : iteration, miss, worst);
            if (quiet > 5) break;
        }
        return new(false, x, atBound, MostIterations, 0, miss, worst, null);
    }

    private SqpEnd End(double[] x, bool[] atBound, int iterations, double miss, int worst) => new(true, x, atBound, iterations, BoundedFit.Objective(model, x), miss, worst, null);

    /// <summary>Moves x along the step as far as the merit allows; false where no length helps.</summary>
    private bool Advance(double[] x, double[] step, SqpStep sqp, Linearisation line, double penalty, bool whole)
    {
        if (whole || system.IsLinear)
        {
            Vectors.Add(1, step, x);
            return true;
        }
        var merit = Merit(sqp.Adjustment, f, line, penalty);
        var slope = Slope(sqp.Adjustment, step, line, penalty);
        var part = 1.0;
        for (var halvings = 0; halvings < 40; halvings++, part *= 0.5)
        {
            x.CopyTo(trial, 0);
            Vectors.Add(part, step, trial);
            if (!system.Evaluate(trial, trialF)) continue;
            var tried = Merit(AdjustmentOf(trial), trialF, line, penalty);
            if (tried > merit + (1e-4 * part * slope) + (1e-14 * Math.Abs(merit)) && halvings == 0 && !model.HasBounds)
            {
                // A bent constraint can hide a good step: come back to it once before shortening.
                Correct(line);
                if (system.Evaluate(trial, trialF)) tried = Merit(AdjustmentOf(trial), trialF, line, penalty);
            }
            if (!(tried <= merit + (1e-4 * part * slope) + (1e-14 * Math.Abs(merit)))) continue;
            trial.CopyTo(x, 0);
            return true;
        }
        return false;
    }

    private void Correct(Linearisation line)
    {
        var back = model.Covariance.Apply(line.Projection.Pull(line.Reduce(trialF), out _));
        for (var i = 0; i < back.Length; i++) back[i] = -back[i];
        var correction = new double[model.Count];
        for (var i = 0; i < back.Length; i++) correction[model.Inexact[i]] = back[i];
        line.Unknowns(trialF, back, correction);
        Vectors.Add(1, correction, trial);
    }

    /// <summary>Bends the step so that its end keeps the bounds.</summary>
    private string? Bounded(double[] x, ref double[] step, Linearisation line, bool[] atBound)
    {
        var end = (double[])x.Clone();
        Vectors.Add(1, step, end);
        Array.Clear(atBound);
        var free = line.Free();
        var reason = BoundedFit.Hold(model, end, atBound, j => model.Known[j] != Knowledge.Exact, j => Direction(line, free, j));
        if (reason is not null) return reason;
        var bent = new double[x.Length];
        for (var j = 0; j < bent.Length; j++) bent[j] = end[j] - x[j];
        step = bent;
        return null;
    }

    private double[] Direction(Linearisation line, List<double[]> free, int j)
    {
        var direction = new double[model.Count];
        var combination = model.Known[j] == Knowledge.Inexact ? new Networks.Combination([model.Place[j]], [1]) : line.Of(j);
        var moves = line.Projection.Covary(combination);
        for (var i = 0; i < moves.Length; i++) direction[model.Inexact[i]] = moves[i];
        line.Unknowns([], moves, direction);
        // What nothing determines moves easily: ten times its own size counts as one standard uncertainty.
        foreach (var n in free) if (n[j] != 0) Vectors.Add(100 * n[j], n, direction);
        return direction;
    }

    private double Merit(double[] adjustment, double[] at, Linearisation line, double penalty)
    {
        var white = model.Covariance.Whiten(adjustment);
        var sum = 0.5 * Vectors.Dot(white, white);
        for (var i = 0; i < at.Length; i++) sum += (penalty + 1) * Math.Abs(at[i] / line.Scale(i));
        return sum;
    }

    private double Slope(double[] adjustment, double[] step, Linearisation line, double penalty)
    {
        var ds = new double[adjustment.Length];
        for (var i = 0; i < ds.Length; i++) ds[i] = step[model.Inexact[i]];
        var slope = Vectors.Dot(model.Covariance.Whiten(adjustment), model.Covariance.Whiten(ds));
        for (var i = 0; i < f.Length; i++) slope -= (penalty + 1) * Math.Abs(f[i] / line.Scale(i));
        return Math.Min(slope, 0);
    }

    private double[] AdjustmentOf(double[] at)
    {
        var a = new double[model.Inexact.Length];
        for (var i = 0; i < a.Length; i++) a[i] = at[model.Inexact[i]] - model.Measured[model.Inexact[i]];
        return a;
    }

    /// <summary>The step's length: in standard uncertainties of the measurements, in sizes of the unknowns.</summary>
    private double Length(double[] step, double[] adjustment, double[] x)
    {
        var ds = new double[adjustment.Length];
        for (var i = 0; i < ds.Length; i++) ds[i] = step[model.Inexact[i]];
        var length = Vectors.Largest(model.Covariance.Whiten(ds)) / (1 + Vectors.Largest(model.Covariance.Whiten(adjustment)));
        for (var j = 0; j < model.Count; j++)
            if (model.Known[j] == Knowledge.Unknown) length = Math.Max(length, Math.Abs(step[j]) / Size(j, x[j]));
        return length;
    }

    private static (double Miss, int Worst) Miss(double[] f, Linearisation line)
    {
        var (miss, worst) = (0.0, 0);
        for (var i = 0; i < f.Length; i++) if (Math.Abs(f[i]) / line.Scale(i) > miss) (miss, worst) = (Math.Abs(f[i]) / line.Scale(i), i);
        return (miss, worst);
    }

    private double[] Sizes(double[] x)
    {
        var sizes = new double[model.Count];
        for (var j = 0; j < sizes.Length; j++) sizes[j] = Size(j, x[j]);
        return sizes;
    }

    private double Size(int j, double x) => model.Known[j] switch
    {
        Knowledge.Unknown => Math.Max(Math.Abs(x), 1e-6 * typical),
        Knowledge.Inexact => Math.Max(Math.Max(Math.Abs(x), Math.Abs(model.Measured[j])), model.Sd[j]),
        _ => Math.Abs(x),
    };

    /// <summary>Median of the measured sizes: what an unknown is guessed at.</summary>
    public static double TypicalSize(BalanceModel model)
    {
        double[] sizes = [.. model.Measured.Where(y => !double.IsNaN(y) && y != 0).Select(Math.Abs).Order()];
        return sizes.Length == 0 ? 1 : sizes[sizes.Length / 2];
    }

    private static bool Finite(double[] v)
    {
        foreach (var one in v) if (!double.IsFinite(one)) return false;
        return true;
    }
}
