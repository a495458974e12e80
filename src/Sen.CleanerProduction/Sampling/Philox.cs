using System.Runtime.Intrinsics;

namespace Sen.CleanerProduction.Sampling;

/// <summary>Philox4x32-10: random bits as a pure function of a counter and a key, so that any draw can be made anywhere, in any order, on any thread.</summary>
/// <remarks>Salmon, Moraes, Dror and Shaw, <i>Parallel random numbers: as easy as 1, 2, 3</i>, SC11 (2011). Its published vectors are tested.</remarks>
public static class Philox
{
    private const uint FirstMultiplier = 0xD2511F53, SecondMultiplier = 0xCD9E8D57, FirstKeyStep = 0x9E3779B9, SecondKeyStep = 0xBB67AE85;

    /// <summary>Four random 32-bit words.</summary>
    /// <param name="c0">First word of the counter.</param>
    /// <param name="c1">Second word.</param>
    /// <param name="c2">Third word.</param>
    /// <param name="c3">Fourth word.</param>
    /// <param name="k0">First word of the key.</param>
    /// <param name="k1">Second word.</param>
    /// <returns>The words in the order of the paper.</returns>
    public static (uint W0, uint W1, uint W2, uint W3) Words(uint c0, uint c1, uint c2, uint c3, uint k0, uint k1)
    {
        for (var round = 0; round < 10; round++)
        {
            var (p0, p1) = ((ulong)FirstMultiplier * c0, (ulong)SecondMultiplier * c2);
            (c0, c1, c2, c3) = ((uint)(p1 >> 32) ^ c1 ^ k0, (uint)p1, (uint)(p0 >> 32) ^ c3 ^ k1, (uint)p0);
            (k0, k1) = (unchecked(k0 + FirstKeyStep), unchecked(k1 + SecondKeyStep));
        }
        return (c0, c1, c2, c3);
    }

    /// <summary>Standard normals for one stream: pair p of this block gives places p and p + half (Box and Muller 1958).</summary>
    internal static void Normals(ulong seed, ulong block, uint stream, Span<double> into)
    {
        var half = into.Length / 2;
        var low = Vector256.Create((ulong)uint.MaxValue);
        for (var p = 0; p < half; p += 4)
        {
            var pair = (block * (ulong)half) + (ulong)p;
            var counter = Vector256.Create(pair, pair + 1, pair + 2, pair + 3);
            var (c0, c1, c2, c3) = (counter & low, counter >>> 32, Vector256.Create((ulong)stream), Vector256<ulong>.Zero);
            var (k0, k1) = ((uint)seed, (uint)(seed >> 32));
            for (var round = 0; round < 10; round++)
            {
                var (p0, p1) = (c0 * Vector256.Create((ulong)FirstMultiplier), c2 * Vector256.Create((ulong)SecondMultiplier));
                (c0, c1, c2, c3) = ((p1 >>> 32) ^ c1 ^ Vector256.Create((ulong)k0), p1 & low, (p0 >>> 32) ^ c3 ^ Vector256.Create((ulong)k1), p0 & low);
                (k0, k1) = (unchecked(k0 + FirstKeyStep), unchecked(k1 + SecondKeyStep));
            }
            var radius = Vector256.Sqrt(Vector256.Create(-2.0) * Logarithm(Vector256.Create(2.0) - FromBits(c0 | (c1 << 32))));
            var (sine, cosine) = Turn(FromBits(c2 | (c3 << 32)) - Vector256<double>.One);
            (radius * cosine).CopyTo(into[p..]);
            (radius * sine).CopyTo(into[(p + half)..]);
        }
    }

    /// <summary>52 random bits as a number from 1 to below 2.</summary>
    private static Vector256<double> FromBits(Vector256<ulong> bits) => ((bits >>> 12) | Vector256.Create(0x3FF0000000000000UL)).AsDouble();

    /// <summary>ln u for 0 &lt; u ≤ 1, by the series of 2 artanh((m−1)/(m+1)); fused throughout, so every machine gives the same bits.</summary>
    private static Vector256<double> Logarithm(Vector256<double> u)
    {
        var bits = u.AsUInt64() + Vector256.Create(0x3FF0000000000000UL - 0x3FE6A09E667F3BCDUL);
        var exponent = Vector256.ConvertToDouble((bits >>> 52).AsInt64() - Vector256.Create(1023L));
        var m = ((bits & Vector256.Create(0x000FFFFFFFFFFFFFUL)) + Vector256.Create(0x3FE6A09E667F3BCDUL)).AsDouble();
        var f = (m - Vector256<double>.One) / (m + Vector256<double>.One);
        var g = f * f;
        var sum = Vector256.Create(1.0 / 23);
        for (var k = 21; k >= 1; k -= 2) sum = Vector256.FusedMultiplyAdd(sum, g, Vector256.Create(1.0 / k));
        return Vector256.FusedMultiplyAdd(exponent, Vector256.Create(0.6931471805599453), Vector256.Create(2.0) * f * sum);
    }

    /// <summary>Sine and cosine of 2πu for 0 ≤ u &lt; 1.</summary>
    private static (Vector256<double> Sine, Vector256<double> Cosine) Turn(Vector256<double> u)
    {
        var t = u * Vector256.Create(4.0);
        var quarter = Vector256.Floor(t + Vector256.Create(0.5));
        var r = (t - quarter) * Vector256.Create(Math.PI / 2);
        var g = r * r;
        var (s, c) = (Vector256<double>.One, Vector256<double>.One);
        for (var k = 17; k >= 3; k -= 2) s = Vector256.FusedMultiplyAdd(s * Vector256.Create(-1.0 / (k * (k - 1))), g, Vector256<double>.One);
        for (var k = 18; k >= 2; k -= 2) c = Vector256.FusedMultiplyAdd(c * Vector256.Create(-1.0 / (k * (k - 1))), g, Vector256<double>.One);
        s *= r;
        var q = Vector256.ConvertToInt64(quarter);
        var odd = Vector256.Equals(q & Vector256<long>.One, Vector256<long>.One).AsDouble();
        var (sine, cosine) = (Vector256.ConditionalSelect(odd, c, s), Vector256.ConditionalSelect(odd, s, c));
        var sineSign = (Vector256.ShiftLeft(q & Vector256.Create(2L), 62)).AsDouble();
        var cosineSign = (Vector256.ShiftLeft((q + Vector256<long>.One) & Vector256.Create(2L), 62)).AsDouble();
        return (Vector256.Xor(sine, sineSign), Vector256.Xor(cosine, cosineSign));
    }
}
