using Sen.CleanerProduction.Balancing.Sparse;

namespace Sen.CleanerProduction.Balancing.Networks;

/// <summary>Variances to twice the digits, by refining the solution against the streams themselves: for the few where subtraction leaves too little.</summary>
internal sealed class PreciseVariance(Covariance covariance, int[] leaves, int[] enters, SparseLdl ldl)
{
    /// <summary>Operations spent on digits at most: about a second.</summary>
    private long budget = 1_000_000_000;

    /// <summary>Whether there is time for one more.</summary>
    public bool May(int streams) => (budget -= 200L * streams) > 0;

    /// <summary>tᵀΣt and what the constraints take of it, bᵀ(GΣGᵀ)⁻¹b with b = GΣt.</summary>
    public (DoubleDouble Whole, DoubleDouble Taken) Of(Combination t)
    {
        var weights = new DoubleDouble[leaves.Length];
        for (var k = 0; k < t.Places.Length; k++) weights[t.Places[k]] += t.Weights[k];
        var moved = Weigh(weights);
        DoubleDouble whole = 0;
        for (var i = 0; i < weights.Length; i++) if (weights[i].High != 0) whole += weights[i] * moved[i];
        var b = Collect(moved);
        var x = new DoubleDouble[b.Length];
        var step = new double[b.Length];
        var last = double.PositiveInfinity;
        for (var round = 0; round < 8; round++)
        {
            var image = Collect(Weigh(Spread(x)));
            for (var i = 0; i < step.Length; i++) step[i] = (b[i] - image[i]).High;
            ldl.Solve(step);
            var size = Algebra.Vectors.Largest(step);
            if (size == 0 || size >= last) break;
            last = size;
            for (var i = 0; i < step.Length; i++) x[i] += step[i];
        }
        DoubleDouble taken = 0;
        for (var i = 0; i < b.Length; i++) taken += b[i] * x[i];
        return (whole, taken);
    }

    private DoubleDouble[] Weigh(DoubleDouble[] v)
    {
        var result = new DoubleDouble[v.Length];
        for (var i = 0; i < v.Length; i++) if (covariance.GroupOf[i] < 0) result[i] = v[i] * covariance.Sd[i] * covariance.Sd[i];
        foreach (var group in covariance.Groups)
        {
            var n = group.Members.Length;
            for (var i = 0; i < n; i++)
            {
                DoubleDouble sum = 0;
                for (var k = 0; k < n; k++) sum += v[group.Members[k]] * covariance.Sd[group.Members[k]] * group.R[(i * n) + k];
                result[group.Members[i]] = sum * covariance.Sd[group.Members[i]];
            }
        }
        return result;
    }

    private DoubleDouble[] Spread(DoubleDouble[] multipliers)
    {
        var result = new DoubleDouble[leaves.Length];
        for (var i = 0; i < result.Length; i++) result[i] = (enters[i] >= 0 ? multipliers[enters[i]] : 0) - (leaves[i] >= 0 ? multipliers[leaves[i]] : (DoubleDouble)0);
        return result;
    }

    private DoubleDouble[] Collect(DoubleDouble[] flows)
    {
        var result = new DoubleDouble[ldl.Size];
        for (var i = 0; i < flows.Length; i++)
        {
            if (leaves[i] >= 0) result[leaves[i]] -= flows[i];
            if (enters[i] >= 0) result[enters[i]] += flows[i];
        }
        return result;
    }
}
