namespace Sen.CleanerProduction.Balancing.Sparse;

/// <summary>The entries of M⁻¹ where L has entries, without the others: all that variances of streams ask for.</summary>
/// <remarks>Takahashi, Fagan and Chen 1973; Erisman and Tinney, Comm. ACM 18 (1975) 177: Z = D⁻¹L⁻¹ + (I − Lᵀ)Z, column by column from the last.</remarks>
internal sealed class SelectedInverse
{
    private readonly SparseLdl ldl;
    private readonly double[] values;
    private readonly double[] diagonal;
    private readonly double[] dense;

    public SelectedInverse(SparseLdl ldl)
    {
        this.ldl = ldl;
        (values, diagonal) = (new double[ldl.Values.Length], new double[ldl.Leading]);
        dense = ldl.Tail > 0 ? DenseBlock.Inverse(ldl.Dense, ldl.Tail, ldl.Stride) : [];
        var (mark, weight, sum) = (new int[ldl.Size], new double[ldl.Size], new double[ldl.Size]);
        Array.Fill(mark, -1);
        for (var j = ldl.Leading - 1; j >= 0; j--) Column(j, mark, weight, sum);
    }

    /// <summary>Entry on the diagonal.</summary>
    public double At(int node)
    {
        var i = ldl.Place[node];
        return i < ldl.Leading ? diagonal[i] : dense[((i - ldl.Leading) * ldl.Stride) + i - ldl.Leading];
    }

    /// <summary>Entry between two nodes that are equal or joined in M.</summary>
    public double At(int a, int b)
    {
        var (i, j) = (ldl.Place[a], ldl.Place[b]);
        if (i > j) (i, j) = (j, i);
        if (i >= ldl.Leading) return dense[((i - ldl.Leading) * ldl.Stride) + j - ldl.Leading];
        if (i == j) return diagonal[i];
        var column = ldl.Rows.AsSpan(ldl.Offsets[i]..ldl.Offsets[i + 1]);
        // Most columns of a plant are a few entries long.
        var e = column.Length <= 16 ? column.IndexOf(j) : column.BinarySearch(j);
        return e >= 0 ? values[ldl.Offsets[i] + e] : throw new ArgumentException("The two nodes are not joined.", nameof(b));
    }

    /// <summary>Entry of the dense block by places.</summary>
    public double InTail(int i, int j) => dense[((i - ldl.Leading) * ldl.Stride) + j - ldl.Leading];

    private void Column(int j, int[] mark, double[] weight, double[] sum)
    {
        var (start, end) = (ldl.Offsets[j], ldl.Offsets[j + 1]);
        for (var e = start; e < end; e++)
        {
            var r = ldl.Rows[e];
            (mark[r], weight[r], sum[r]) = (j, ldl.Values[e], 0);
        }
        var tail = start;
        for (; tail < end && ldl.Rows[tail] < ldl.Leading; tail++)
        {
            var (r, l) = (ldl.Rows[tail], ldl.Values[tail]);
            var own = diagonal[r] * l;
            for (var e = ldl.Offsets[r]; e < ldl.Offsets[r + 1]; e++)
            {
                var other = ldl.Rows[e];
                if (mark[other] != j) continue;
                sum[other] += values[e] * l;
                own += values[e] * weight[other];
            }
            sum[r] += own;
        }
        for (var a = tail; a < end; a++)
        {
            var row = ((ldl.Rows[a] - ldl.Leading) * ldl.Stride) - ldl.Leading;
            var total = sum[ldl.Rows[a]];
            for (var b = tail; b < end; b++) total += dense[row + ldl.Rows[b]] * ldl.Values[b];
            sum[ldl.Rows[a]] = total;
        }
        var pivot = 1 / ldl.Diagonal[j];
        for (var e = start; e < end; e++)
        {
            values[e] = -sum[ldl.Rows[e]];
            pivot -= values[e] * ldl.Values[e];
        }
        diagonal[j] = pivot;
    }
}
