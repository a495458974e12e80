using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Sen.CleanerProduction.Balancing.Algebra;

/// <summary>Sums in one fixed order: four running sums, always, and fused multiply-add, always. A machine without either computes the same bits, only slower.</summary>
internal static class Vectors
{
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var n = a.Length;
        if (b.Length < n) throw new ArgumentException("b is shorter than a", nameof(b));
        ref var pa = ref MemoryMarshal.GetReference(a);
        ref var pb = ref MemoryMarshal.GetReference(b);
        var sum = Vector256<double>.Zero;
        var i = 0;
        for (; i <= n - 4; i += 4) sum = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref pa, (nuint)i), Vector256.LoadUnsafe(ref pb, (nuint)i), sum);
        var total = (sum[0] + sum[1]) + (sum[2] + sum[3]);
        for (; i < n; i++) total = Math.FusedMultiplyAdd(Unsafe.Add(ref pa, i), Unsafe.Add(ref pb, i), total);
        return total;
    }

    /// <summary>y += c·x.</summary>
    public static void Add(double c, ReadOnlySpan<double> x, Span<double> y)
    {
        var n = x.Length;
        if (y.Length < n) throw new ArgumentException("y is shorter than x", nameof(y));
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var py = ref MemoryMarshal.GetReference(y);
        var factor = Vector256.Create(c);
        var i = 0;
        for (; i <= n - 4; i += 4) Vector256.FusedMultiplyAdd(factor, Vector256.LoadUnsafe(ref px, (nuint)i), Vector256.LoadUnsafe(ref py, (nuint)i)).StoreUnsafe(ref py, (nuint)i);
        for (; i < n; i++) Unsafe.Add(ref py, i) = Math.FusedMultiplyAdd(c, Unsafe.Add(ref px, i), Unsafe.Add(ref py, i));
    }

    public static double Sum(ReadOnlySpan<double> x)
    {
        var sum = Vector256<double>.Zero;
        var i = 0;
        for (; i <= x.Length - 4; i += 4) sum += Vector256.Create(x.Slice(i, 4));
        var total = (sum[0] + sum[1]) + (sum[2] + sum[3]);
        for (; i < x.Length; i++) total += x[i];
        return total;
    }

    /// <summary>Euclidean norm, scaled so that neither large nor small entries overflow.</summary>
    public static double Norm(ReadOnlySpan<double> x)
    {
        var largest = 0.0;
        foreach (var v in x) largest = Math.Max(largest, Math.Abs(v));
        if (largest == 0 || !double.IsFinite(largest)) return largest;
        if (largest is > 1e-140 and < 1e140) return Math.Sqrt(Dot(x, x));
        var scale = Math.ScaleB(1, -Math.ILogB(largest));
        var sum = 0.0;
        foreach (var v in x) sum += v * scale * (v * scale);
        return Math.Sqrt(sum) / scale;
    }

    public static double Largest(ReadOnlySpan<double> x)
    {
        var largest = 0.0;
        foreach (var v in x) largest = Math.Max(largest, Math.Abs(v));
        return largest;
    }
}
