namespace Sen.CleanerProduction.Balancing;

/// <summary>Σ = L Lᵀ of the inexact measurements: diagonal, but for the groups bound by correlations.</summary>
internal sealed class Covariance
{
    private readonly double[][] factors;

    public Covariance(double[] sd, IReadOnlyList<CorrelationGroup> groups)
    {
        Sd = sd;
        Groups = groups;
        factors = [.. groups.Select(g => g.Factor()!)];
        GroupOf = new int[sd.Length];
        Array.Fill(GroupOf, -1);
        for (var g = 0; g < groups.Count; g++)
            foreach (var member in groups[g].Members) GroupOf[member] = g;
    }

    public double[] Sd { get; }

    public IReadOnlyList<CorrelationGroup> Groups { get; }

    /// <summary>Group of each measurement, or −1.</summary>
    public int[] GroupOf { get; }

    /// <summary>Σ v.</summary>
    public double[] Apply(ReadOnlySpan<double> v)
    {
        var result = new double[v.Length];
        for (var i = 0; i < v.Length; i++) if (GroupOf[i] < 0) result[i] = Sd[i] * Sd[i] * v[i];
        foreach (var group in Groups)
        {
            var n = group.Members.Length;
            for (var i = 0; i < n; i++)
            {
                var sum = 0.0;
                for (var k = 0; k < n; k++) sum += group.R[(i * n) + k] * Sd[group.Members[k]] * v[group.Members[k]];
                result[group.Members[i]] = sum * Sd[group.Members[i]];
            }
        }
        return result;
    }

    /// <summary>L x: unit normals into errors.</summary>
    public double[] Colour(ReadOnlySpan<double> x)
    {
        var result = new double[x.Length];
        for (var i = 0; i < x.Length; i++) if (GroupOf[i] < 0) result[i] = Sd[i] * x[i];
        for (var g = 0; g < Groups.Count; g++)
        {
            var (members, l) = (Groups[g].Members, factors[g]);
            for (var i = 0; i < members.Length; i++)
            {
                var sum = 0.0;
                for (var k = 0; k <= i; k++) sum += l[(i * members.Length) + k] * x[members[k]];
                result[members[i]] = sum * Sd[members[i]];
            }
        }
        return result;
    }

    /// <summary>Lᵀ x, in place: a constraint's row in unit normals.</summary>
    public void Weigh(Span<double> x)
    {
        for (var i = 0; i < x.Length; i++) x[i] *= Sd[i];
        for (var g = 0; g < Groups.Count; g++)
        {
            var (members, l) = (Groups[g].Members, factors[g]);
            for (var i = 0; i < members.Length; i++)
            {
                var sum = 0.0;
                for (var k = i; k < members.Length; k++) sum += l[(k * members.Length) + i] * x[members[k]];
                x[members[i]] = sum;
            }
        }
    }

    /// <summary>L⁻¹ a: adjustments in unit normals.</summary>
    public double[] Whiten(ReadOnlySpan<double> a)
    {
        var result = new double[a.Length];
        for (var i = 0; i < a.Length; i++) result[i] = a[i] / Sd[i];
        for (var g = 0; g < Groups.Count; g++)
        {
            var (members, l) = (Groups[g].Members, factors[g]);
            for (var i = 0; i < members.Length; i++)
            {
                var sum = result[members[i]];
                for (var k = 0; k < i; k++) sum -= l[(i * members.Length) + k] * result[members[k]];
                result[members[i]] = sum / l[(i * members.Length) + i];
            }
        }
        return result;
    }

    /// <summary>Σ⁻¹ a.</summary>
    public double[] Weaken(ReadOnlySpan<double> a)
    {
        var result = Whiten(a);
        for (var i = 0; i < result.Length; i++) if (GroupOf[i] < 0) result[i] /= Sd[i];
        for (var g = 0; g < Groups.Count; g++)
        {
            var (members, l) = (Groups[g].Members, factors[g]);
            for (var i = members.Length - 1; i >= 0; i--)
            {
                var sum = result[members[i]];
                for (var k = i + 1; k < members.Length; k++) sum -= l[(k * members.Length) + i] * result[members[k]] * Sd[members[k]];
                result[members[i]] = sum / l[(i * members.Length) + i] / Sd[members[i]];
            }
        }
        return result;
    }

    /// <summary>Correlation of two measurements of one group, 1 for a measurement with itself, else 0.</summary>
    public double Correlation(int i, int j)
    {
        if (i == j) return 1;
        if (GroupOf[i] < 0 || GroupOf[i] != GroupOf[j]) return 0;
        var group = Groups[GroupOf[i]];
        return group.R[(Array.BinarySearch(group.Members, i) * group.Members.Length) + Array.BinarySearch(group.Members, j)];
    }
}
