using Sen.CleanerProduction.Emissions;

namespace Sen.CleanerProduction.Tests.Emissions;

/// <summary>Official letter 3505/BCT-KHCN of 2011.</summary>
public sealed class OilEquivalentTests
{
    [Theory]
    [InlineData("electricity", 1_000_000, "kWh", 154.3)]
    [InlineData("electricity", 1000, "MWh", 154.3)]
    [InlineData("diesel", 10, "t", 10.2)]
    [InlineData("diesel", 10, "m3", 8.8)]
    [InlineData("diesel", 10_000, "l", 8.8)]
    [InlineData("natural gas", 1_000_000, "m3", 900)]
    [InlineData("LPG", 500, "kg", 0.545)]
    public void As_the_letter_counts(string item, double amount, string unit, double toe) => Near.Same(toe, OilEquivalent.Of(item, amount, unit).Toe, 1e-13);

    [Theory]
    [InlineData("LPG", 1, "m3")] // the letter gives no factor by volume
    [InlineData("wood", 1, "t")]
    [InlineData("diesel", -1, "t")]
    public void What_the_letter_does_not_count_is_no_input(string item, double amount, string unit) => Assert.Throws<InputException>(() => OilEquivalent.Of(item, amount, unit));
}
