using Sen.CleanerProduction.Arithmetic;

namespace Sen.CleanerProduction.Regression;

/// <summary>
/// QR by modified Gram–Schmidt with y as the last column (Björck 1967), in 31-digit arithmetic: with centred and scaled columns the hard cases of
/// NIST's StRD keep every digit a double can show.
/// </summary>
internal sealed class Orthogonalised
{
    /// <summary>What is left of a column after the ones before it, relative to the column as it stands: below this it is rounding. 2⁻⁴⁴.</summary>
    private const double Rounding = 5.7e-14;

    private Orthogonalised(DoubleDouble[][] r, DoubleDouble[] z) => (R, Z) = (r, z);

    /// <summary>Upper triangle, R[i][j] for i ≤ j.</summary>
    public DoubleDouble[][] R { get; }

    /// <summary>Qᵀy.</summary>
    public DoubleDouble[] Z { get; }

    /// <summary>Null where a column is a combination of the others, or constant beside the intercept.</summary>
    public static Orthogonalised? Of(ScaledColumns columns)
    {
        var k = columns.X.Length;
        var q = new DoubleDouble[k][];
        for (var j = 0; j < k; j++) q[j] = columns.About(columns.X[j], columns.XMeans[j]);
        var r = q.Select(_ => new DoubleDouble[k]).ToArray();
        var z = new DoubleDouble[k];
        var y = columns.About(columns.Y, columns.YMean);
        for (var j = 0; j < k; j++)
        {
            var length = ScaledColumns.Dot(q[j], q[j]).Sqrt();
            var raw = columns.About(columns.X[j], DoubleDouble.Zero);
            if (!(length.Hi > Rounding * ScaledColumns.Dot(raw, raw).Sqrt().Hi)) return null;
            r[j][j] = length;
            for (var i = 0; i < q[j].Length; i++) q[j][i] /= length;
            for (var l = j + 1; l < k; l++) r[j][l] = Deflate(q[l], q[j]);
            z[j] = Deflate(y, q[j]);
        }
        return new Orthogonalised(r, z);
    }

    /// <summary>Takes from a column its part along q; the part.</summary>
    private static DoubleDouble Deflate(DoubleDouble[] column, DoubleDouble[] q)
    {
        var part = ScaledColumns.Dot(column, q);
        for (var i = 0; i < column.Length; i++) column[i] -= part * q[i];
        return part;
    }

    /// <summary>R⁻¹ z, the slopes of the scaled columns.</summary>
    public DoubleDouble[] Slopes()
    {
        var b = new DoubleDouble[Z.Length];
        for (var i = Z.Length - 1; i >= 0; i--)
        {
            var sum = Z[i];
            for (var j = i + 1; j < Z.Length; j++) sum -= R[i][j] * b[j];
            b[i] = sum / R[i][i];
        }
        return b;
    }

    public DoubleDouble[][] InverseR()
    {
        var k = Z.Length;
        var inverse = R.Select(_ => new DoubleDouble[k]).ToArray();
        for (var j = 0; j < k; j++)
        {
            inverse[j][j] = (DoubleDouble)1 / R[j][j];
            for (var i = j - 1; i >= 0; i--)
            {
                var sum = DoubleDouble.Zero;
                for (var l = i + 1; l <= j; l++) sum += R[i][l] * inverse[l][j];
                inverse[i][j] = -sum / R[i][i];
            }
        }
        return inverse;
    }
}
