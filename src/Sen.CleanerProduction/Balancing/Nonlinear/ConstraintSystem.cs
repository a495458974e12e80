using Sen.CleanerProduction.Balancing.Equations;

namespace Sen.CleanerProduction.Balancing.Nonlinear;

/// <summary>All constraints of a plant as f(x) = 0: the balances of its nodes, then its equations.</summary>
internal sealed class ConstraintSystem
{
    private readonly BalanceModel model;
    private readonly Evaluation[] equations;
    private readonly bool[] isLinear;

    public ConstraintSystem(BalanceModel model)
    {
        this.model = model;
        equations = [.. model.Equations.Select(e => new Evaluation(e))];
        isLinear = [.. model.Equations.Select(e => e.IsLinear(j => model.Known[j] == Knowledge.Exact))];
        IsLinear = !isLinear.Contains(false);
        Curved = [.. Enumerable.Range(0, equations.Length).Where(e => !isLinear[e]).SelectMany(e => model.Equations[e].Quantities).Distinct().Where(j => model.Known[j] != Knowledge.Exact).Order()];
    }

    public int Count => model.NodeCount + equations.Length;

    public bool IsLinear { get; }

    /// <summary>Quantities in which some equation is not linear.</summary>
    public int[] Curved { get; }

    /// <summary>Total size of the nonlinear equations, for the work a Hessian takes.</summary>
    public long CurvatureWork => Enumerable.Range(0, equations.Length).Where(e => !isLinear[e]).Sum(e => (long)model.Equations[e].Quantities.Length * model.Equations[e].Steps.Length);

    public string Describe(int constraint) => constraint < model.NodeCount ? $"the balance of {model.Plant.Nodes[constraint]}" : $"equation {constraint - model.NodeCount + 1} («{Short(model.Equations[constraint - model.NodeCount].Text)}»)";

    /// <summary>f(x); false where a function leaves its domain.</summary>
    public bool Evaluate(ReadOnlySpan<double> x, Span<double> f)
    {
        f.Clear();
        for (var j = 0; j < model.FlowCount; j++)
        {
            if (model.From[j] == model.To[j]) continue;
            if (model.From[j] != model.Outside) f[model.From[j]] -= x[j];
            if (model.To[j] != model.Outside) f[model.To[j]] += x[j];
        }
        for (var e = 0; e < equations.Length; e++) f[model.NodeCount + e] = equations[e].Value(x);
        foreach (var v in f) if (!double.IsFinite(v)) return false;
        return true;
    }

    /// <summary>Jacobian at the point of the last <see cref="Evaluate"/>, one constraint after the other over all quantities; false where it is not finite.</summary>
    public bool Jacobian(Span<double> jacobian)
    {
        jacobian.Clear();
        for (var j = 0; j < model.FlowCount; j++)
        {
            if (model.From[j] == model.To[j]) continue;
            if (model.From[j] != model.Outside) jacobian[(model.From[j] * model.Count) + j] = -1;
            if (model.To[j] != model.Outside) jacobian[(model.To[j] * model.Count) + j] = 1;
        }
        for (var e = 0; e < equations.Length; e++)
        {
            var row = jacobian.Slice((model.NodeCount + e) * model.Count, model.Count);
            equations[e].AddGradient(row);
            foreach (var j in model.Equations[e].Quantities) if (!double.IsFinite(row[j])) return false;
        }
        return true;
    }

    /// <summary>Σ λᵢ ∇²fᵢ at the point of the last <see cref="Evaluate"/>, over <see cref="Curved"/>; null where it is not finite.</summary>
    public double[]? Curvature(ReadOnlySpan<double> multipliers)
    {
        var n = Curved.Length;
        var place = new Dictionary<int, int>();
        for (var i = 0; i < n; i++) place[Curved[i]] = i;
        var hessian = new double[n * n];
        var column = new double[model.Count];
        for (var e = 0; e < equations.Length; e++)
        {
            var weight = multipliers[model.NodeCount + e];
            if (isLinear[e] || weight == 0) continue;
            foreach (var q in model.Equations[e].Quantities)
            {
                if (!place.TryGetValue(q, out var k)) continue;
                foreach (var j in model.Equations[e].Quantities) column[j] = 0;
                equations[e].AddCurvature(q, weight, column);
                foreach (var j in model.Equations[e].Quantities)
                {
                    if (!place.TryGetValue(j, out var i)) continue;
                    hessian[(i * n) + k] += column[j];
                    if (!double.IsFinite(hessian[(i * n) + k])) return null;
                }
            }
        }
        return hessian;
    }

    private static string Short(string text) => text.Length <= 80 ? text : text[..77] + "…";
}
