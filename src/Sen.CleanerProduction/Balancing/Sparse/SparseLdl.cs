namespace Sen.CleanerProduction.Balancing.Sparse;

/// <summary>P M Pᵀ = L D Lᵀ of a symmetric positive definite matrix: sparse columns first, one dense block last.</summary>
/// <remarks>Left-looking by columns (George and Liu 1981); every sum runs in one order, so the bits do not depend on threads.</remarks>
internal sealed class SparseLdl
{
    private SparseLdl(int size, int leading, int[] order, int[] place, int[] offsets, int[] rows)
    {
        (Size, Leading, Order, Place, Offsets, Rows) = (size, leading, order, place, offsets, rows);
        (Values, Diagonal) = (new double[rows.Length], new double[leading]);
        Tail = size - leading;
        Stride = (Tail + 15) / 16 * 16;
        Dense = new double[Tail * Stride];
    }

    public int Size { get; }

    /// <summary>Number of sparse columns.</summary>
    public int Leading { get; }

    public int[] Order { get; }

    /// <summary>Place of each node in the order.</summary>
    public int[] Place { get; }

    public int[] Offsets { get; }

    /// <summary>Rows below the diagonal of each sparse column, ascending.</summary>
    public int[] Rows { get; }

    public double[] Values { get; }

    public double[] Diagonal { get; }

    /// <summary>Size of the dense block, U of its Cholesky factor row by row, and the length of a row.</summary>
    public int Tail { get; }

    public double[] Dense { get; }

    public int Stride { get; }

    /// <summary>Factors M; null where it is not positive definite in double precision.</summary>
    public static SparseLdl? Factor(SymmetricMatrix matrix)
    {
        var ordering = new MinimumDegree(matrix);
        var (size, leading, order) = (matrix.Size, ordering.Leading, ordering.Order);
        var place = new int[size];
        for (var k = 0; k < size; k++) place[order[k]] = k;
        var (offsets, rows) = Pattern(ordering, place);
        var ldl = new SparseLdl(size, leading, order, place, offsets, rows);
        return ldl.Compute(matrix) ? ldl : null;
    }

    /// <summary>Solves M x = b in place; b in the order of the nodes.</summary>
    public void Solve(double[] b)
    {
        var y = new double[Size];
        for (var k = 0; k < Size; k++) y[k] = b[Order[k]];
        for (var k = 0; k < Leading; k++)
        {
            if (y[k] == 0) continue;
            for (var e = Offsets[k]; e < Offsets[k + 1]; e++) y[Rows[e]] -= Values[e] * y[k];
        }
        DenseBlock.Forward(Dense, Tail, Stride, y.AsSpan(Leading));
        DenseBlock.Backward(Dense, Tail, Stride, y.AsSpan(Leading));
        for (var k = Leading - 1; k >= 0; k--)
        {
            var sum = y[k] / Diagonal[k];
            for (var e = Offsets[k]; e < Offsets[k + 1]; e++) sum -= Values[e] * y[Rows[e]];
            y[k] = sum;
        }
        for (var k = 0; k < Size; k++) b[Order[k]] = y[k];
    }

    /// <summary>Columns sorted by transposing twice, in time linear in their length.</summary>
    private static (int[] Offsets, int[] Rows) Pattern(MinimumDegree ordering, int[] place)
    {
        var (leading, size) = (ordering.Leading, place.Length);
        var counts = new int[size + 1];
        var offsets = new int[leading + 1];
        for (var k = 0; k < leading; k++)
        {
            var column = ordering.Column(ordering.Order[k]);
            offsets[k + 1] = offsets[k] + column.Length;
            foreach (var i in column) counts[place[i] + 1]++;
        }
        for (var i = 0; i < size; i++) counts[i + 1] += counts[i];
        var byRow = new int[offsets[leading]];
        for (var k = 0; k < leading; k++)
            foreach (var i in ordering.Column(ordering.Order[k])) byRow[counts[place[i]]++] = k;
        var rows = new int[offsets[leading]];
        var next = offsets[..^1];
        var from = 0;
        for (var i = 0; i < size; i++)
        {
            for (; from < counts[i]; from++) rows[next[byRow[from]]++] = i;
        }
        return (offsets, rows);
    }

    private bool Compute(SymmetricMatrix matrix)
    {
        var work = new double[Size];
        // Columns that still act on others, chained by the next row they act on.
        var (chain, link, at) = (new int[Leading + 1], new int[Leading], new int[Leading]);
        Array.Fill(chain, -1);
        for (var j = 0; j < Leading; j++)
        {
            var node = Order[j];
            for (var e = Offsets[j]; e < Offsets[j + 1]; e++) work[Rows[e]] = 0;
            for (var e = matrix.Offsets[node]; e < matrix.Offsets[node + 1]; e++)
                if (Place[matrix.Columns[e]] is var row && row > j) work[row] = matrix.Values[e];
            var pivot = matrix.Diagonal[node];
            for (var k = chain[j]; k >= 0;)
            {
                var then = link[k];
                var factor = Values[at[k]] * Diagonal[k];
                pivot -= Values[at[k]] * factor;
                for (var e = at[k] + 1; e < Offsets[k + 1]; e++) work[Rows[e]] -= Values[e] * factor;
                Chain(k, at[k] + 1, chain, link, at);
                k = then;
            }
            if (!(pivot > 0) || double.IsInfinity(pivot)) return false;
            Diagonal[j] = pivot;
            for (var e = Offsets[j]; e < Offsets[j + 1]; e++) Values[e] = work[Rows[e]] / pivot;
            Chain(j, Offsets[j], chain, link, at);
        }
        return Rest(matrix);
    }

    private void Chain(int k, int entry, int[] chain, int[] link, int[] at)
    {
        if (entry >= Offsets[k + 1] || Rows[entry] >= Leading) return;
        at[k] = entry;
        (link[k], chain[Rows[entry]]) = (chain[Rows[entry]], k);
    }

    /// <summary>What the sparse columns leave of the dense block, factored.</summary>
    private bool Rest(SymmetricMatrix matrix)
    {
        for (var i = 0; i < Tail; i++)
        {
            var node = Order[Leading + i];
            Dense[(i * Stride) + i] = matrix.Diagonal[node];
            for (var e = matrix.Offsets[node]; e < matrix.Offsets[node + 1]; e++)
                if (Place[matrix.Columns[e]] - Leading is var j && j > i) Dense[(i * Stride) + j] = matrix.Values[e];
        }
        for (var k = 0; k < Leading; k++)
        {
            var first = Offsets[k + 1];
            while (first > Offsets[k] && Rows[first - 1] >= Leading) first--;
            for (var a = first; a < Offsets[k + 1]; a++)
            {
                var factor = Values[a] * Diagonal[k];
                var row = ((Rows[a] - Leading) * Stride) - Leading;
                for (var b = a; b < Offsets[k + 1]; b++) Dense[row + Rows[b]] -= factor * Values[b];
            }
        }
        return DenseBlock.Factor(Dense, Tail, Stride);
    }
}
