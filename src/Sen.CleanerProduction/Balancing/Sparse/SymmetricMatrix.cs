namespace Sen.CleanerProduction.Balancing.Sparse;

/// <summary>A symmetric matrix with both triangles, compressed by rows: diagonal apart, neighbours ascending.</summary>
internal sealed class SymmetricMatrix
{
    private SymmetricMatrix(int size, double[] diagonal, int[] offsets, int[] columns, double[] values) =>
        (Size, Diagonal, Offsets, Columns, Values) = (size, diagonal, offsets, columns, values);

    public int Size { get; }

    public double[] Diagonal { get; }

    public int[] Offsets { get; }

    public int[] Columns { get; }

    public double[] Values { get; }

    /// <summary>Adds up entries (row, column, value) of one triangle, row ≠ column, in the order given.</summary>
    public static SymmetricMatrix Of(double[] diagonal, ReadOnlySpan<int> rows, ReadOnlySpan<int> columns, ReadOnlySpan<double> values)
    {
        var size = diagonal.Length;
        var offsets = new int[size + 1];
        for (var e = 0; e < rows.Length; e++)
        {
            offsets[rows[e] + 1]++;
            offsets[columns[e] + 1]++;
        }
        for (var i = 0; i < size; i++) offsets[i + 1] += offsets[i];
        var next = offsets[..^1];
        var (target, value) = (new int[offsets[^1]], new double[offsets[^1]]);
        for (var e = 0; e < rows.Length; e++)
        {
            var (r, c) = (rows[e], columns[e]);
            (target[next[r]], value[next[r]++]) = (c, values[e]);
            (target[next[c]], value[next[c]++]) = (r, values[e]);
        }
        // Parallel streams fall together; what is left moves up.
        var last = new int[size];
        Array.Fill(last, -1);
        var kept = 0;
        for (var i = 0; i < size; i++)
        {
            var (start, end) = (offsets[i], offsets[i + 1]);
            offsets[i] = kept;
            for (var e = start; e < end; e++)
            {
                var c = target[e];
                if (last[c] >= offsets[i]) { value[last[c]] += value[e]; continue; }
                last[c] = kept;
                (target[kept], value[kept++]) = (c, value[e]);
            }
            // «last» holds places of this row only from here on.
        }
        offsets[size] = kept;
        return new(size, diagonal, offsets, target, value);
    }
}
