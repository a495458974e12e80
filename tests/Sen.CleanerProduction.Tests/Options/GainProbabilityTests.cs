using Sen.CleanerProduction.Options;

namespace Sen.CleanerProduction.Tests.Options;

/// <summary>The probability that an option gains, against what can be worked out.</summary>
public sealed class GainProbabilityTests
{
    private static readonly OptionCase Even = new(1000, 200, 5, 0);

    [Fact]
    public void An_investment_spread_evenly_about_its_worth_gains_half_the_time()
    {
        var found = GainProbability.Of(Even, [(OptionInput.Investment, new UniformSpread(500, 1500))], 100_000, 7);
        Near.Within(4 * found.StandardError, 0.5, found.Probability);
        Near.Within(4 * 1000 / Math.Sqrt(12 * 100_000), 0, found.MeanNpv);
        Near.Within(10, -450, found.Low);
        Assert.Equal(7UL, found.Seed);
    }

    [Fact]
    public void A_normal_saving_gains_as_often_as_the_normal_says()
    {
        // NPV = 5 s − 1000, s from N(220, 40): P = Φ(0.5) = 0.691462
        var found = GainProbability.Of(Even, [(OptionInput.AnnualSaving, new NormalSpread(220, 40))], 100_000, 42);
        Near.Within(4 * found.StandardError, 0.691462, found.Probability);
    }

    [Fact]
    public void A_triangle_has_its_quantiles()
    {
        var triangle = new TriangularSpread(0, 3, 4);
        Near.Same(3, triangle.Quantile(0.75), 1e-15);
        Near.Same(Math.Sqrt(3), triangle.Quantile(0.25), 1e-15);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits() =>
        Assert.Equal(GainProbability.Of(Even, [(OptionInput.Years, new UniformSpread(3, 8))], 1000, 1), GainProbability.Of(Even, [(OptionInput.Years, new UniformSpread(3, 8))], 1000, 1));

    [Fact]
    public void A_rate_without_ends_is_no_input() =>
        Assert.Throws<InputException>(() => GainProbability.Of(Even, [(OptionInput.DiscountRate, new NormalSpread(0.1, 0.5))], 10, 1));
}
