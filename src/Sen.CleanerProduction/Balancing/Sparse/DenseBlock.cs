using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sen.CleanerProduction.Balancing.Sparse;

/// <summary>Blocked Cholesky S = UᵀU and inverse of one dense symmetric block, row by row. Columns are done side by side and every sum runs in one order, so threads and vector widths do not change a bit.</summary>
internal static class DenseBlock
{
    private const int Block = 48;
    private const int Strip = 16;

    /// <summary>Below this size a second thread costs more than it brings.</summary>
    private const int Parallel = 192;

    /// <summary>Factors the upper triangle in place; false where S is not positive definite.</summary>
    public static bool Factor(double[] s, int n, int stride)
    {
        for (var k = 0; k < n; k += Block)
        {
            var end = Math.Min(n, k + Block);
            for (var i = k; i < end; i++)
            {
                var row = s.AsSpan(i * stride, n);
                for (var j = k; j < i; j++) Algebra.Vectors.Add(-s[(j * stride) + i], s.AsSpan((j * stride) + i, end - i), row[i..end]);
                if (!(row[i] > 0)) return false;
                var root = Math.Sqrt(row[i]);
                for (var j = i; j < end; j++) row[j] /= root;
            }
            if (end == n) break;
            Across(n - end, Strip * 4, strip => SolveRows(s, stride, k, end, end + strip.From, end + strip.To));
            Across(n - end, Strip * 4, strip => Subtract(s, stride, k, end, end + strip.From, end + strip.To));
        }
        return true;
    }

    /// <summary>x := U⁻ᵀ x.</summary>
    public static void Forward(double[] u, int n, int stride, Span<double> x)
    {
        for (var i = 0; i < n; i++)
        {
            x[i] /= u[(i * stride) + i];
            Algebra.Vectors.Add(-x[i], u.AsSpan((i * stride) + i + 1, n - i - 1), x[(i + 1)..]);
        }
    }

    /// <summary>x := U⁻¹ x.</summary>
    public static void Backward(double[] u, int n, int stride, Span<double> x)
    {
        for (var i = n - 1; i >= 0; i--)
            x[i] = (x[i] - Algebra.Vectors.Dot(u.AsSpan((i * stride) + i + 1, n - i - 1), x[(i + 1)..])) / u[(i * stride) + i];
    }

    /// <summary>Z = (UᵀU)⁻¹, both triangles, block row by block row from the last: Takahashi's recurrence with blocks.</summary>
    public static double[] Inverse(double[] u, int n, int stride)
    {
        var z = new double[n * stride];
        var y = new double[Block * stride];
        var first = (n - 1) / Block * Block;
        for (var k = first; k >= 0; k -= Block)
        {
            var end = Math.Min(n, k + Block);
            // Y = U_kk⁻¹ U_k,> ; Z_k,> = −Y Z_>,> ; Z_kk = (U_kkᵀU_kk)⁻¹ − Z_k,> Yᵀ.
            for (var i = end - 1; i >= k; i--)
            {
                var row = y.AsSpan((i - k) * stride, n);
                u.AsSpan((i * stride) + end, n - end).CopyTo(row[end..]);
                for (var j = i + 1; j < end; j++) Algebra.Vectors.Add(-u[(i * stride) + j], y.AsSpan(((j - k) * stride) + end, n - end), row[end..]);
                for (var j = end; j < n; j++) row[j] /= u[(i * stride) + i];
            }
            Across(n - end, Strip * 2, strip => Multiply(z, y, stride, k, end, end + strip.From, end + strip.To, n));
            Corner(u, z, y, n, stride, k, end);
            for (var i = k; i < end; i++)
                for (var j = end; j < n; j++) z[(j * stride) + i] = z[(i * stride) + j];
        }
        return z;
    }

    /// <summary>C = −A B: rows × depth times depth × width, width a multiple of 16.</summary>
    public static void Product(double[] a, int rows, int depth, double[] b, int width, double[] c)
    {
        Array.Clear(c, 0, rows * width);
        for (var i = 0; i < rows; i += 4)
            for (var column = 0; column < width; column += Strip)
                Tile(a, i * depth, depth, 1, Math.Min(4, rows - i), b, column, width, c, (i * width) + column, width, depth, Strip);
    }

    private static void Corner(double[] u, double[] z, double[] y, int n, int stride, int k, int end)
    {
        var size = end - k;
        var inverse = new double[size * size];
        for (var c = 0; c < size; c++)
        {
            var x = new double[size];
            x[c] = 1;
            for (var i = 0; i < size; i++)
            {
                x[i] /= u[((k + i) * stride) + k + i];
                for (var j = i + 1; j < size; j++) x[j] -= u[((k + i) * stride) + k + j] * x[i];
            }
            for (var i = size - 1; i >= 0; i--)
            {
                for (var j = i + 1; j < size; j++) x[i] -= u[((k + i) * stride) + k + j] * x[j];
                x[i] /= u[((k + i) * stride) + k + i];
            }
            x.CopyTo(inverse, c * size);
        }
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var value = inverse[(j * size) + i] - Algebra.Vectors.Dot(z.AsSpan(((k + i) * stride) + end, n - end), y.AsSpan((j * stride) + end, n - end));
                z[((k + i) * stride) + k + j] = z[((k + j) * stride) + k + i] = value;
            }
        }
    }

    /// <summary>Rows k…end of U in columns from…to: U_kk⁻ᵀ times them.</summary>
    private static void SolveRows(double[] s, int stride, int k, int end, int from, int to)
    {
        for (var i = k; i < end; i++)
        {
            var row = s.AsSpan((i * stride) + from, to - from);
            for (var j = k; j < i; j++) Algebra.Vectors.Add(-s[(j * stride) + i], s.AsSpan((j * stride) + from, to - from), row);
            var pivot = s[(i * stride) + i];
            for (var j = 0; j < row.Length; j++) row[j] /= pivot;
        }
    }

    /// <summary>S −= U_k,>ᵀ U_k,> in columns from…to, upper triangle (and a little below it).</summary>
    private static void Subtract(double[] s, int stride, int k, int end, int from, int to)
    {
        for (var column = from; column < to; column += Strip)
        {
            var width = Math.Min(Strip, to - column);
            var last = Math.Min(to, column + Strip);
            for (var i = end; i < last; i += 4) Tile(s, (k * stride) + i, 1, stride, Math.Min(4, last - i), s, (k * stride) + column, stride, s, (i * stride) + column, stride, end - k, width);
        }
    }

    /// <summary>Z_k,> = −Y Z_>,> in columns from…to.</summary>
    private static void Multiply(double[] z, double[] y, int stride, int k, int end, int from, int to, int n)
    {
        var packed = new double[(n - end) * Strip];
        for (var column = from; column < to; column += Strip)
        {
            var width = Math.Min(Strip, to - column);
            for (var i = end; i < n; i++) z.AsSpan((i * stride) + column, width).CopyTo(packed.AsSpan((i - end) * Strip));
            for (var i = k; i < end; i += 4) Tile(y, ((i - k) * stride) + end, stride, 1, Math.Min(4, end - i), packed, 0, Strip, z, (i * stride) + column, stride, n - end, width);
        }
    }

    /// <summary>C −= A B for up to 4 rows and 16 columns of C, sums over the depth in order. Rows of B and C must have 16 places (stride pads them).</summary>
    private static void Tile(double[] a, int at, int aRow, int aDeep, int rows, double[] b, int bt, int bDeep, double[] c, int ct, int cRow, int depth, int width)
    {
        if (rows == 4 && width == Strip)
        {
            ref var pa = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(a), at);
            ref var pb = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(b), bt);
            ref var pc = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(c), ct);
            Wide(ref pa, aRow, aDeep, ref pb, bDeep, ref pc, cRow, depth);
            return;
        }
        for (var r = 0; r < rows; r++)
        {
            for (var j = 0; j < width; j++)
            {
                var sum = c[ct + (r * cRow) + j];
                for (var d = 0; d < depth; d++) sum = Math.FusedMultiplyAdd(-a[at + (r * aRow) + (d * aDeep)], b[bt + (d * bDeep) + j], sum);
                c[ct + (r * cRow) + j] = sum;
            }
        }
    }

    private static void Wide(ref double a, int aRow, int aDeep, ref double b, int bDeep, ref double c, int cRow, int depth)
    {
        // Two halves of 8 columns: 8 running sums, 2 of B, 1 of A stay in registers even with 16 of them.
        for (var half = 0; half < Strip; half += 8)
        {
            ref var c0 = ref Unsafe.Add(ref c, half);
            ref var c1 = ref Unsafe.Add(ref c0, cRow);
            ref var c2 = ref Unsafe.Add(ref c1, cRow);
            ref var c3 = ref Unsafe.Add(ref c2, cRow);
            var (s00, s01) = (Vector256.LoadUnsafe(ref c0), Vector256.LoadUnsafe(ref c0, 4));
            var (s10, s11) = (Vector256.LoadUnsafe(ref c1), Vector256.LoadUnsafe(ref c1, 4));
            var (s20, s21) = (Vector256.LoadUnsafe(ref c2), Vector256.LoadUnsafe(ref c2, 4));
            var (s30, s31) = (Vector256.LoadUnsafe(ref c3), Vector256.LoadUnsafe(ref c3, 4));
            ref var pb = ref Unsafe.Add(ref b, half);
            ref var pa = ref a;
            for (var d = 0; d < depth; d++)
            {
                var (b0, b1) = (Vector256.LoadUnsafe(ref pb), Vector256.LoadUnsafe(ref pb, 4));
                var f = Vector256.Create(-pa);
                s00 = Vector256.FusedMultiplyAdd(f, b0, s00);
                s01 = Vector256.FusedMultiplyAdd(f, b1, s01);
                f = Vector256.Create(-Unsafe.Add(ref pa, aRow));
                s10 = Vector256.FusedMultiplyAdd(f, b0, s10);
                s11 = Vector256.FusedMultiplyAdd(f, b1, s11);
                f = Vector256.Create(-Unsafe.Add(ref pa, 2 * aRow));
                s20 = Vector256.FusedMultiplyAdd(f, b0, s20);
                s21 = Vector256.FusedMultiplyAdd(f, b1, s21);
                f = Vector256.Create(-Unsafe.Add(ref pa, 3 * aRow));
                s30 = Vector256.FusedMultiplyAdd(f, b0, s30);
                s31 = Vector256.FusedMultiplyAdd(f, b1, s31);
                pa = ref Unsafe.Add(ref pa, aDeep);
                pb = ref Unsafe.Add(ref pb, bDeep);
            }
            s00.StoreUnsafe(ref c0);
            s01.StoreUnsafe(ref c0, 4);
            s10.StoreUnsafe(ref c1);
            s11.StoreUnsafe(ref c1, 4);
            s20.StoreUnsafe(ref c2);
            s21.StoreUnsafe(ref c2, 4);
            s30.StoreUnsafe(ref c3);
            s31.StoreUnsafe(ref c3, 4);
        }
    }

    private static void Across(int count, int strip, Action<(int From, int To)> work)
    {
        var parts = (count + strip - 1) / strip;
        if (count < Parallel) work((0, count));
        else System.Threading.Tasks.Parallel.For(0, parts, p => work((p * strip, Math.Min(count, (p + 1) * strip))));
    }
}
