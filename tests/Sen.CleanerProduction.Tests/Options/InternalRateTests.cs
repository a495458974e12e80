using System.Numerics;
using CsCheck;
using Sen.CleanerProduction.Arithmetic;
using Sen.CleanerProduction.Options;

namespace Sen.CleanerProduction.Tests.Options;

/// <summary>All rates above −1, each once: against Sturm's theorem in whole numbers.</summary>
public sealed class InternalRateTests
{
    private static IReadOnlyList<double> Rates(params double[] flows) => InternalRates.Of(flows).Require().Roots;

    [Fact]
    public void Two_rates_are_multiple()
    {
        var irr = InternalRates.Of([-1000, 2300, -1320]).Require();
        Assert.Equal(RateStatus.Multiple, irr.Status);
        Near.Same(0.1, irr.Roots[0], 1e-13);
        Near.Same(0.2, irr.Roots[1], 1e-13);
    }

    [Theory]
    [InlineData(-100, 220, -121)]
    [InlineData(-1, 2.2, -1.21)]
    [InlineData(-100, 220.00000000000003, -121)] // 100 · 1.1 · 2, as a computer works it out
    public void A_double_rate_counts_once(double a, double b, double c) => Near.Same(0.1, Assert.Single(Rates(a, b, c)), 1e-9);

    [Fact]
    public void A_triple_rate_counts_once() => Near.Same(0.1, Assert.Single(Rates(-1000, 3300, -3630, 1331)), 1e-5);

    [Fact]
    public void A_double_rate_beside_a_simple_one()
    {
        // (1.1 − q)² (1.3 − q) in q = 1 + r
        var rates = Rates(1, -3.5, 4.07, -1.573);
        Assert.Equal(2, rates.Count);
        Near.Same(0.1, rates[0], 1e-7);
        Near.Same(0.3, rates[1], 1e-12);
    }

    [Fact]
    public void A_miss_by_a_hair_is_no_rate() => Assert.Empty(Rates(-100, 220, -121.000001));

    [Fact]
    public void Close_to_minus_one_counts()
    {
        Near.Same(-0.999999, Assert.Single(Rates(-1e6, 1)), 1e-12);
        Near.Same(-1 + 1e-12, Assert.Single(Rates(-1e12, 1)), 1e-12);
        var least = Assert.Single(Rates(-1e200, 1e-100));
        Assert.True(least > -1);
    }

    [Fact]
    public void Zero_is_a_rate() => Assert.Equal([0.0], Rates(-100, 50, 50));

    [Fact]
    public void A_tiny_rate_keeps_its_digits() => Near.Same(1e-10, Assert.Single(Rates(-1e10, 10000000001)), 1e-9);

    [Fact]
    public void Leading_and_trailing_zeros_change_nothing() => Near.Same(0.1, Assert.Single(Rates(0, 0, -100, 110, 0, 0)), 1e-14);

    [Fact]
    public void A_horizon_of_a_thousand_years_and_flows_of_1e300()
    {
        double[] flows = [-1e300, .. Enumerable.Repeat(1e299, 1000)];
        Near.Same(0.1, Assert.Single(Rates(flows)), 1e-12);
        var mine = Rates([-1e300, .. Enumerable.Repeat(1e299, 999), -1e301]);
        Assert.Equal(2, mine.Count);
        Near.Same(0.1, mine[1], 1e-9);
    }

    [Fact]
    public void Nothing_at_all_has_no_rate() => Assert.Empty(Rates(0, 0, 0));

    [Fact]
    public void Signs_that_change_without_end_are_refused_and_not_endless() =>
        Assert.True(InternalRates.Of([.. Enumerable.Range(0, 5000).Select(i => i % 2 == 0 ? 1.0 : -1.5)]).IsRefused);

    [Fact]
    public void Rates_are_found_among_many_sign_changes()
    {
        double[] at = [0.02, 0.05, 0.11, 0.3, 0.9, 2, 5, 11];
        var rates = Rates(From(at));
        Assert.Equal(at.Length, rates.Count);
        for (var i = 0; i < at.Length; i++) Near.Same(at[i], rates[i], 1e-6);
    }

    [Fact]
    public void Every_rate_is_a_root_and_none_is_missing()
    {
        Gen.Int[-9, 9].Array[2, 14].Sample(flows =>
        {
            var rates = Rates([.. flows.Select(f => (double)f)]);
            Assert.Equal(Sturm.PositiveRoots(flows), rates.Count);
            Assert.Equal(rates.Order(), rates);
            Assert.All(rates, r =>
            {
                Assert.True(r > -1);
                var x = 1 / (1 + r);
                Near.Within(1e-9, 0, flows.Select((f, t) => f * Math.Pow(x, t)).Sum() / flows.Select((f, t) => Math.Abs(f) * Math.Pow(x, t)).Sum());
            });
        }, iter: 4000);
    }

    [Fact]
    public void Products_of_known_factors_give_back_their_rates()
    {
        Gen.Int[-9, 40].HashSet[1, 5].Sample(tenths =>
        {
            double[] at = [.. tenths.Order().Select(t => t / 10.0)];
            var rates = Rates(From(at));
            Assert.Equal(at.Length, rates.Count);
            for (var i = 0; i < at.Length; i++) Near.Within(1e-6, at[i], rates[i]);
        }, iter: 500);
    }

    [Fact]
    public void Money_in_other_units_has_the_same_rates()
    {
        Gen.Int[-50, 50].Array[2, 10].Sample(flows =>
        {
            var (plain, dear) = (Rates([.. flows.Select(f => (double)f)]), Rates([.. flows.Select(f => f * 25_000.0)]));
            Assert.Equal(plain.Count, dear.Count);
            for (var i = 0; i < plain.Count; i++) Near.Within(1e-9, plain[i], dear[i]);
        }, iter: 500);
    }

    /// <summary>Flows with exactly these rates: the product of (1 + rᵢ) − q, written in powers of q from the last year.</summary>
    private static double[] From(params double[] rates)
    {
        var product = new[] { new Rational(1, 1) };
        foreach (var rate in rates)
        {
            var root = new Rational(1, 1) + Rational.Of(rate);
            var next = Enumerable.Repeat(Rational.Zero, product.Length + 1).ToArray();
            for (var i = 0; i < product.Length; i++)
            {
                next[i] += product[i];
                next[i + 1] -= product[i] * root;
            }
            product = next;
        }
        return [.. product.Select(p => p.ToDouble())];
    }

    /// <summary>Sturm's theorem (1829) on whole numbers: distinct positive roots, multiple ones once.</summary>
    private static class Sturm
    {
        public static int PositiveRoots(int[] coefficients)
        {
            var p = coefficients.Select(c => (BigInteger)c).ToList();
            while (p.Count > 0 && p[^1].IsZero) p.RemoveAt(p.Count - 1);
            while (p.Count > 0 && p[0].IsZero) p.RemoveAt(0);
            if (p.Count < 2) return 0;
            List<List<BigInteger>> chain = [p, [.. p.Skip(1).Select((c, i) => c * (i + 1))]];
            while (chain[^1].Count > 1)
            {
                var rest = Remainder(chain[^2], chain[^1]);
                if (rest.Count == 0) break;
                chain.Add([.. rest.Select(c => -c)]);
            }
            return Changes(chain.Select(q => q[0].Sign)) - Changes(chain.Select(q => q[^1].Sign));
        }

        /// <summary>Remainder times a positive number, reduced to its primitive part.</summary>
        private static List<BigInteger> Remainder(List<BigInteger> a, List<BigInteger> b)
        {
            var r = a.ToList();
            while (r.Count >= b.Count)
            {
                var (lead, by) = (r[^1], b[^1]);
                var size = BigInteger.Abs(by);
                var shift = r.Count - b.Count;
                r = [.. r.Select((c, i) => c * size - (i >= shift ? b[i - shift] * lead * by.Sign : 0))];
                while (r.Count > 0 && r[^1].IsZero) r.RemoveAt(r.Count - 1);
            }
            if (r.Count == 0) return r;
            var common = r.Aggregate(BigInteger.Zero, (g, c) => BigInteger.GreatestCommonDivisor(g, c));
            return [.. r.Select(c => c / common)];
        }

        private static int Changes(IEnumerable<int> signs)
        {
            var (changes, last) = (0, 0);
            foreach (var sign in signs.Where(s => s != 0))
            {
                if (last != 0 && sign != last) changes++;
                last = sign;
            }
            return changes;
        }
    }
}
