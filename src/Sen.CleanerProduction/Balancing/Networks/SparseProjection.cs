using Sen.CleanerProduction.Balancing.Sparse;

namespace Sen.CleanerProduction.Balancing.Networks;

/// <summary>The projection of a large network: GΣGᵀ as a sparse matrix of merged nodes, factored once, its inverse only where streams ask for it.</summary>
internal sealed class SparseProjection : Projection
{
    private readonly int[] leaves;
    private readonly int[] enters;
    private readonly SparseLdl ldl;
    private readonly Func<int, bool> determined;
    private readonly PreciseVariance precise;
    private SelectedInverse? inverse;

    private SparseProjection(Covariance covariance, int[] leaves, int[] enters, SparseLdl ldl, Func<int, bool> determined) : base(covariance) =>
        (this.leaves, this.enters, this.ldl, this.determined, precise) = (leaves, enters, ldl, determined, new PreciseVariance(covariance, leaves, enters, ldl));

    public override int Rank => ldl.Size;

    /// <summary>Null where GΣGᵀ is not positive definite in double precision.</summary>
    public static SparseProjection? Of(BalanceModel model, NetworkStructure structure, Lazy<bool[]> determined)
    {
        var count = model.Inexact.Length;
        var (leaves, enters) = (new int[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var j = model.Inexact[i];
            var (from, to) = j < model.FlowCount ? (structure.Merged[model.From[j]], structure.Merged[model.To[j]]) : (0, 0);
            (leaves[i], enters[i]) = from == to ? (-1, -1) : (structure.Row[from], structure.Row[to]);
        }
        if (SparseLdl.Factor(Normal(structure.Rows, model.Covariance, leaves, enters)) is not { } ldl) return null;
        return new SparseProjection(model.Covariance, leaves, enters, ldl, i => model.Inexact[i] is var j && j < model.FlowCount && determined.Value[j]);
    }

    public override double[] Pull(ReadOnlySpan<double> residual, out double objective)
    {
        var multipliers = residual.ToArray();
        ldl.Solve(multipliers);
        objective = Algebra.Vectors.Dot(residual, multipliers);
        return Spread(multipliers);
    }

    public override double[] KernelColumn(int place)
    {
        var b = new double[Rank];
        Add(b, place, 1);
        ldl.Solve(b);
        return Spread(b);
    }

    public override Spread[] Spreads()
    {
        inverse ??= new SelectedInverse(ldl);
        var result = new Spread[leaves.Length];
        for (var i = 0; i < result.Length; i++)
        {
            var sd = Covariance.Sd[i];
            var (part, response, lost) = Covariance.GroupOf[i] >= 0 ? InGroup(i) : Alone(i);
            var rest = 1 - part;
            // Nearly all of the variance is gone, or much was lost on the way: the difference needs more digits, or is exactly nothing.
            if (rest < 1e-4 && part > 0 && determined(i)) rest = 0;
            else if (part > 0 && lost > 1e-11 * rest && precise.May(leaves.Length))
            {
                var (all, taken) = precise.Of(new Combination([i], [1]));
                (part, rest) = (taken.High / all.High, (all - taken).High / all.High);
                if (Covariance.GroupOf[i] < 0) response = part;
            }
            result[i] = new(sd * Math.Sqrt(Math.Max(0, part)), sd * Math.Sqrt(Math.Max(0, rest)), response);
        }
        return result;
    }

    public override double SdOf(Combination t)
    {
        var (b, whole) = Weighted(t);
        var variance = whole - Quadratic(b);
        if (variance < 1e-3 * whole && precise.May(leaves.Length))
        {
            var (all, taken) = precise.Of(t);
            variance = (all - taken).High;
        }
        // Below the last digit of what was subtracted there is nothing.
        return variance > 1e-28 * whole ? Math.Sqrt(variance) : 0;
    }

    public override double[] Covary(Combination t)
    {
        var dense = new double[leaves.Length];
        for (var i = 0; i < t.Places.Length; i++) dense[t.Places[i]] += t.Weights[i];
        var moved = Covariance.Apply(dense);
        var b = new double[Rank];
        for (var i = 0; i < moved.Length; i++) if (moved[i] != 0) Add(b, i, moved[i]);
        ldl.Solve(b);
        var taken = Covariance.Apply(Spread(b));
        for (var i = 0; i < moved.Length; i++) moved[i] -= taken[i];
        return moved;
    }

    private static SymmetricMatrix Normal(int size, Covariance covariance, int[] leaves, int[] enters)
    {
        var diagonal = new double[size];
        var (rows, columns, values) = (new List<int>(leaves.Length), new List<int>(leaves.Length), new List<double>(leaves.Length));
        void Enter(int r, int c, double v)
        {
            if (r < 0 || c < 0) return;
            if (r == c) { diagonal[r] += v; return; }
            rows.Add(r);
            columns.Add(c);
            values.Add(v);
        }
        for (var i = 0; i < leaves.Length; i++)
        {
            var v = covariance.Sd[i] * covariance.Sd[i];
            Enter(leaves[i], leaves[i], v);
            Enter(enters[i], enters[i], v);
            Enter(leaves[i], enters[i], -v);
        }
        foreach (var group in covariance.Groups)
        {
            for (var a = 0; a < group.Members.Length; a++)
            {
                for (var b = 0; b < a; b++)
                {
                    var (i, j) = (group.Members[a], group.Members[b]);
                    var c = group.R[(a * group.Members.Length) + b] * covariance.Sd[i] * covariance.Sd[j];
                    // Twice on the diagonal: the pair stands in both triangles. Zeros enter too: the inverse is asked for there.
                    Pair(Enter, leaves[i], leaves[j], c);
                    Pair(Enter, enters[i], enters[j], c);
                    Pair(Enter, leaves[i], enters[j], -c);
                    Pair(Enter, enters[i], leaves[j], -c);
                }
            }
        }
        return SymmetricMatrix.Of(diagonal, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(columns), System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values));
    }

    private static void Pair(Action<int, int, double> enter, int r, int c, double v) => enter(r, c, r == c ? 2 * v : v);

    private void Add(double[] b, int place, double weight)
    {
        if (leaves[place] >= 0) b[leaves[place]] -= weight;
        if (enters[place] >= 0) b[enters[place]] += weight;
    }

    /// <summary>Gᵀ λ.</summary>
    private double[] Spread(double[] multipliers)
    {
        var result = new double[leaves.Length];
        for (var i = 0; i < result.Length; i++) result[i] = (enters[i] >= 0 ? multipliers[enters[i]] : 0) - (leaves[i] >= 0 ? multipliers[leaves[i]] : 0);
        return result;
    }

    /// <summary>Entry of K = Gᵀ(GΣGᵀ)⁻¹G between measurements of one group.</summary>
    private double Kernel(int i, int j)
    {
        double Z(int a, int b) => a < 0 || b < 0 ? 0 : inverse!.At(a, b);
        return Z(enters[i], enters[j]) - Z(enters[i], leaves[j]) - Z(leaves[i], enters[j]) + Z(leaves[i], leaves[j]);
    }

    /// <summary>Part of the variance that goes into the adjustment, response, and what rounding may have cost.</summary>
    private (double Part, double Response, double Lost) Alone(int i)
    {
        var variance = Covariance.Sd[i] * Covariance.Sd[i];
        var (leaving, entering) = (leaves[i] >= 0 ? inverse!.At(leaves[i]) : 0, enters[i] >= 0 ? inverse!.At(enters[i]) : 0);
        var between = leaves[i] >= 0 && enters[i] >= 0 ? inverse!.At(leaves[i], enters[i]) : 0;
        var part = variance * (entering - between - between + leaving);
        return (part, part, 1e-15 * variance * Math.Max(leaving, entering));
    }

    private (double Part, double Response, double Lost) InGroup(int i)
    {
        var members = Covariance.Groups[Covariance.GroupOf[i]].Members;
        var (adjusted, response, largest) = (0.0, 0.0, 0.0);
        double[] weights = [.. members.Select(j => Covariance.Correlation(i, j) * Covariance.Sd[i] * Covariance.Sd[j])];
        for (var a = 0; a < members.Length; a++)
        {
            if (weights[a] == 0) continue;
            largest = Math.Max(largest, Math.Abs(weights[a]) * Largest(members[a]));
            response += weights[a] * Kernel(members[a], i);
            for (var b = 0; b < members.Length; b++)
                if (weights[b] != 0) adjusted += weights[a] * Kernel(members[a], members[b]) * weights[b];
        }
        return (adjusted / (Covariance.Sd[i] * Covariance.Sd[i]), Math.Abs(response), 1e-15 * members.Length * largest);
    }

    private double Largest(int i) => Math.Max(enters[i] >= 0 ? inverse!.At(enters[i]) : 0, leaves[i] >= 0 ? inverse!.At(leaves[i]) : 0);

    /// <summary>GΣt as a sparse vector, and tᵀΣt.</summary>
    private (Dictionary<int, double> B, double Whole) Weighted(Combination t)
    {
        var b = new Dictionary<int, double>();
        var sums = new Dictionary<int, double>();
        var whole = 0.0;
        for (var k = 0; k < t.Places.Length; k++)
        {
            int[] related = Covariance.GroupOf[t.Places[k]] is >= 0 and var g ? Covariance.Groups[g].Members : [t.Places[k]];
            foreach (var i in related)
                sums[i] = sums.GetValueOrDefault(i) + (t.Weights[k] * Covariance.Correlation(i, t.Places[k]) * Covariance.Sd[i] * Covariance.Sd[t.Places[k]]);
        }
        for (var k = 0; k < t.Places.Length; k++) whole += t.Weights[k] * sums[t.Places[k]];
        foreach (var (i, v) in sums)
        {
            if (leaves[i] >= 0) b[leaves[i]] = b.GetValueOrDefault(leaves[i]) - v;
            if (enters[i] >= 0) b[enters[i]] = b.GetValueOrDefault(enters[i]) + v;
        }
        return (b, whole);
    }

    /// <summary>bᵀ(GΣGᵀ)⁻¹b, walking only the columns b reaches.</summary>
    private double Quadratic(Dictionary<int, double> b)
    {
        inverse ??= new SelectedInverse(ldl);
        var y = new SortedDictionary<int, double>();
        foreach (var (node, v) in b) y[ldl.Place[node]] = v;
        var total = 0.0;
        while (y.Count > 0)
        {
            var (k, v) = y.First();
            if (k >= ldl.Leading) break;
            y.Remove(k);
            total += v * v / ldl.Diagonal[k];
            for (var e = ldl.Offsets[k]; e < ldl.Offsets[k + 1]; e++) y[ldl.Rows[e]] = y.GetValueOrDefault(ldl.Rows[e]) - (ldl.Values[e] * v);
        }
        foreach (var (i, v) in y)
            foreach (var (j, w) in y) total += v * inverse.InTail(i, j) * w;
        return total;
    }
}
