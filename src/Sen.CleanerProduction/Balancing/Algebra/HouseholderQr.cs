namespace Sen.CleanerProduction.Balancing.Algebra;

/// <summary>A P = Q R by Householder reflections, columns pivoted by norm, rows sorted by size so that rows of very different scale keep their digits.</summary>
/// <remarks>Businger and Golub, Numer. Math. 7 (1965) 269; row order: Cox and Higham, Math. Comp. 67 (1998) 1431. Columns are stored one after the other.</remarks>
internal sealed class HouseholderQr
{
    private readonly double[] a;
    private readonly double[] beta;
    private readonly int[] rowOrder;
    private readonly double[] work;

    /// <param name="matrix">The columns one after the other; left as it is.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="tolerance">Columns whose remaining norm is below this part of the largest count as dependent.</param>
    public HouseholderQr(double[] matrix, int rows, int columns, double tolerance)
    {
        (Rows, Columns) = (rows, columns);
        rowOrder = SortRows(matrix, rows, columns);
        a = new double[rows * columns];
        for (var j = 0; j < columns; j++)
            for (var i = 0; i < rows; i++) a[(j * rows) + i] = matrix[(j * rows) + rowOrder[i]];
        Pivots = [.. Enumerable.Range(0, columns)];
        beta = new double[Math.Min(rows, columns)];
        work = new double[rows];
        Rank = Factor(tolerance);
    }

    public int Rows { get; }

    public int Columns { get; }

    public int Rank { get; }

    /// <summary>Original place of each column, independent ones first.</summary>
    public int[] Pivots { get; }

    public double R(int i, int j) => a[(j * Rows) + i];

    /// <summary>Qᵀ x.</summary>
    public double[] Forward(ReadOnlySpan<double> x)
    {
        var y = new double[Rows];
        for (var i = 0; i < Rows; i++) y[i] = x[rowOrder[i]];
        for (var k = 0; k < Rank; k++) Reflect(k, y);
        return y;
    }

    /// <summary>Q y.</summary>
    public double[] Back(ReadOnlySpan<double> y)
    {
        y.CopyTo(work);
        for (var k = Rank - 1; k >= 0; k--) Reflect(k, work);
        var x = new double[Rows];
        for (var i = 0; i < Rows; i++) x[rowOrder[i]] = work[i];
        return x;
    }

    /// <summary>R₁₁⁻¹ b over the independent columns, in pivoted order.</summary>
    public double[] SolveR(ReadOnlySpan<double> b)
    {
        var x = b[..Rank].ToArray();
        for (var j = Rank - 1; j >= 0; j--)
        {
            x[j] /= a[(j * Rows) + j];
            for (var i = 0; i < j; i++) x[i] -= a[(j * Rows) + i] * x[j];
        }
        return x;
    }

    /// <summary>R₁₁⁻ᵀ b over the independent columns; b in pivoted order.</summary>
    public double[] SolveRt(ReadOnlySpan<double> b)
    {
        var x = new double[Rank];
        for (var j = 0; j < Rank; j++) x[j] = (b[j] - Vectors.Dot(a.AsSpan(j * Rows, j), x)) / a[(j * Rows) + j];
        return x;
    }

    private static int[] SortRows(double[] matrix, int rows, int columns)
    {
        var size = new double[rows];
        for (var j = 0; j < columns; j++)
            for (var i = 0; i < rows; i++) size[i] = Math.Max(size[i], Math.Abs(matrix[(j * rows) + i]));
        int[] order = [.. Enumerable.Range(0, rows)];
        Array.Sort(order, (i, j) => size[i] != size[j] ? size[j].CompareTo(size[i]) : i.CompareTo(j));
        return order;
    }

    private int Factor(double tolerance)
    {
        var norms = new double[Columns];
        var first = 0.0;
        for (var j = 0; j < Columns; j++) first = Math.Max(first, norms[j] = Vectors.Norm(a.AsSpan(j * Rows, Rows)));
        for (var k = 0; k < beta.Length; k++)
        {
            var pivot = k;
            for (var j = k + 1; j < Columns; j++) if (norms[j] > norms[pivot]) pivot = j;
            if (!(norms[pivot] > tolerance * first) || norms[pivot] == 0) return k;
            Exchange(k, pivot, norms);
            var column = a.AsSpan((k * Rows) + k, Rows - k);
            var norm = Vectors.Norm(column);
            if (!(norm > tolerance * first) || norm == 0) return k;
            // v = x + sign(x₁)‖x‖e₁, scaled to v₁ = 1.
            var head = column[0] >= 0 ? column[0] + norm : column[0] - norm;
            beta[k] = head / (column[0] >= 0 ? norm : -norm);
            for (var i = 1; i < column.Length; i++) column[i] /= head;
            column[0] = column[0] >= 0 ? -norm : norm;
            for (var j = k + 1; j < Columns; j++)
            {
                var other = a.AsSpan((j * Rows) + k, Rows - k);
                ReflectWith(column, beta[k], other);
                norms[j] = Vectors.Norm(other[1..]);
            }
        }
        return beta.Length;
    }

    private void Exchange(int k, int pivot, double[] norms)
    {
        if (k == pivot) return;
        var x = a.AsSpan(k * Rows, Rows);
        var y = a.AsSpan(pivot * Rows, Rows);
        for (var i = 0; i < Rows; i++) (x[i], y[i]) = (y[i], x[i]);
        (Pivots[k], Pivots[pivot]) = (Pivots[pivot], Pivots[k]);
        (norms[k], norms[pivot]) = (norms[pivot], norms[k]);
    }

    private void Reflect(int k, Span<double> y) => ReflectWith(a.AsSpan((k * Rows) + k, Rows - k), beta[k], y[k..]);

    private static void ReflectWith(ReadOnlySpan<double> v, double beta, Span<double> y)
    {
        var s = beta * (y[0] + Vectors.Dot(v[1..], y[1..]));
        y[0] -= s;
        Vectors.Add(-s, v[1..], y[1..]);
    }
}
