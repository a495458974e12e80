using Sen.CleanerProduction.Options;

namespace Sen.CleanerProduction.Tests.Options;

/// <summary>Which assumption the verdict hangs on.</summary>
public sealed class SensitivityTests
{
    private static readonly OptionCase Sugar = new(5.2e9, 3.1e9, 10, 0.1);

    [Fact]
    public void The_longest_bar_comes_first()
    {
        var bars = Sensitivity.Tornado(Sugar, [new(OptionInput.Investment, 4.68e9, 5.72e9), new(OptionInput.AnnualSaving, 2.48e9, 3.72e9), new(OptionInput.Years, 8, 12), new(OptionInput.DiscountRate, 0.08, 0.12)]);
        Assert.Equal([OptionInput.AnnualSaving, OptionInput.Years, OptionInput.DiscountRate, OptionInput.Investment], bars.Select(b => b.Input));
        Near.Same(1.04e9, bars[3].Swing, 1e-9);
        Near.Same(Sugar.Npv + 0.52e9, bars[3].NpvAtLow, 1e-12);
    }

    [Fact]
    public void A_range_upside_down_is_no_input() =>
        Assert.Throws<InputException>(() => Sensitivity.Tornado(Sugar, [new(OptionInput.Years, 12, 8)]));
}
