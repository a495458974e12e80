using Sen.CleanerProduction.Balancing;
using Sen.CleanerProduction.Sampling;
using Sen.CleanerProduction.Tests.Balancing;

namespace Sen.CleanerProduction.Tests.Sampling;

/// <summary>Monte Carlo: published random words, kept balances, the analytic answer, the same bits on any number of threads.</summary>
public sealed class SamplingTests
{
    [Fact]
    public void Philox_gives_its_published_words()
    {
        // Random123 1.09, kat_vectors, philox4x32 10.
        Assert.Equal((0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u), Philox.Words(0, 0, 0, 0, 0, 0));
        Assert.Equal((0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu), Philox.Words(uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue, uint.MaxValue));
        Assert.Equal((0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u), Philox.Words(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0));
    }

    [Fact]
    public void Normals_are_Box_and_Mullers_of_those_words()
    {
        var made = new double[256];
        Philox.Normals(0x299f31d0a4093822, 5, 7, made);
        for (var p = 0; p < 128; p++)
        {
            var (w0, w1, w2, w3) = Philox.Words((5 * 128) + (uint)p, 0, 7, 0, 0xa4093822, 0x299f31d0);
            double Unit(uint low, uint high) => BitConverter.UInt64BitsToDouble(((((ulong)high << 32) | low) >> 12) | 0x3FF0000000000000) - 1;
            var radius = Math.Sqrt(-2 * Math.Log(1 - Unit(w0, w1)));
            Assert.Equal(radius * Math.Cos(2 * Math.PI * Unit(w2, w3)), made[p], 1e-12);
            Assert.Equal(radius * Math.Sin(2 * Math.PI * Unit(w2, w3)), made[p + 128], 1e-12);
        }
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(0.2, true)]
    public void Means_and_spreads_are_the_analytic_ones(double unmeasured, bool correlated)
    {
        var plant = Networks.Make(3, 40, 20, unmeasured, 0, true, 0, correlated);
        var sample = BalanceSampling.Draw(plant, 40_000, 2026).Require();
        Assert.All(sample.Quantities.Zip(sample.Balance.Quantities), p =>
        {
            if (p.Second.StandardUncertainty is not > 0) return;
            var error = p.Second.StandardUncertainty.Value / Math.Sqrt(sample.Draws);
            Assert.True(Math.Abs(p.First.Mean!.Value - p.Second.Value!.Value) <= 4 * error);
            Assert.Equal(1, p.First.StandardUncertainty!.Value / p.Second.StandardUncertainty.Value, 4 / Math.Sqrt(2.0 * sample.Draws));
        });
        Assert.True(Networks.Miss(plant, [.. sample.Quantities.Select(q => q.Mean)]) <= 1e-9);
    }

    [Fact]
    public void The_bits_do_not_depend_on_threads()
    {
        var plant = Networks.Make(4, 30, 12);
        var (one, many) = (BalanceSampling.Draw(plant, 5000, 1, true, threads: 1).Require(), BalanceSampling.Draw(plant, 5000, 1, true, threads: 8).Require());
        Assert.Equal(one.Quantities, many.Quantities);
        Assert.Equal(1ul, one.Seed);
        Assert.NotEqual(one.Quantities[0], BalanceSampling.Draw(plant, 5000, 2, true).Require().Quantities[0]);
    }

    [Fact]
    public void A_plant_that_is_refused_is_not_sampled()
    {
        var plant = new Plant { Nodes = ["a"], Flows = [new("s1", null, "a") { Measured = 1, StandardUncertainty = 0 }, new("s2", "a", null) { Measured = 2, StandardUncertainty = 0 }] };
        Assert.True(BalanceSampling.Draw(plant, 10, 1).IsRefused);
        Assert.True(Reconciliation.Solve(plant).IsRefused);
    }
}
