using CsCheck;
using Sen.CleanerProduction.Units;

namespace Sen.CleanerProduction.Tests.Units;

/// <summary>UCUM codes, exact conversions, and sums that make no sense.</summary>
public sealed class UnitTests
{
    [Theory]
    [InlineData(1, "t", "kg", 1000)]
    [InlineData(1, "kW.h", "MJ", 3.6)]
    [InlineData(1, "kWh", "kW.h", 1)]
    [InlineData(1000, "l", "m3", 1)]
    [InlineData(9, "[degF]", "Cel", 5)] // a difference
    [InlineData(20, "Cel", "K", 20)]
    [InlineData(1, "[Btu_IT]", "J", 1055.05585262)]
    [InlineData(1, "[lb_av]", "g", 453.59237)]
    [InlineData(1, "[gal_us]", "L", 3.785411784)]
    [InlineData(36, "m3/h", "l/s", 10)]
    [InlineData(1, "kg/(m3)", "g/L", 1)]
    [InlineData(2, "J/s", "W", 2)]
    [InlineData(1, "kg.m2/s2", "J", 1)]
    [InlineData(1, "m2.kg.s-2", "J", 1)]
    [InlineData(3, "10*6.t", "Mt", 3)]
    [InlineData(1, "a", "h", 8766)]
    [InlineData(2500, "{VND}/(kW.h)", "{VND}/MJ", 2500 / 3.6)]
    [InlineData(1, "min", "s", 60)]
    [InlineData(50, "%", "1", 0.5)]
    [InlineData(1, "kg{dry}", "g", 1000)]
    public void Converts(double value, string from, string to, double expected) => Near.Same(expected, Quantity.Of(value, from).In(to).Value, 1e-15);

    [Fact]
    public void Litres_cannot_be_added_to_kilograms()
    {
        var e = Assert.Throws<UnitException>(() => Quantity.Of(3, "kg") + Quantity.Of(2, "l"));
        Assert.Equal("l (volume) cannot be added to kg (mass); a density is needed", e.Message);
    }

    [Fact]
    public void Dong_cannot_be_added_to_dollars() =>
        Assert.Contains("exchange rate", Assert.Throws<UnitException>(() => Quantity.Of(3, "{VND}") + Quantity.Of(2, "{USD}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Sums_keep_the_first_unit_and_products_make_their_own()
    {
        Assert.Equal(1.5, (Quantity.Of(1, "t") + Quantity.Of(500, "kg")).Value);
        var bill = Quantity.Of(2000, "{VND}/(kW.h)") * Quantity.Of(3, "MW.h");
        Assert.Equal("money", bill.Unit.Dimension.Name);
        Near.Same(6e6, bill.In("{VND}").Value, 1e-15);
        Near.Same(0.84, (Quantity.Of(840, "kg") / Quantity.Of(1, "m3")).In("kg/l").Value, 1e-15);
        Assert.Equal("power", (Quantity.Of(1, "GJ") / Quantity.Of(1, "h")).Unit.Dimension.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("litre")]
    [InlineData("kg/")]
    [InlineData("(kg")]
    [InlineData("kg)")]
    [InlineData("{VND")]
    [InlineData("m99")]
    [InlineData("kkg")]
    [InlineData("kh")]
    public void What_is_no_code_is_said_to_be_none(string code) => Assert.Throws<UnitException>(() => Unit.Of(code));

    [Fact]
    public void There_and_back_is_the_same_number()
    {
        Gen.Select(Gen.Double[1e-9, 1e9], Gen.Int[0, 4].Select(i => new[] { ("kg", "t"), ("kW.h", "J"), ("l", "[gal_us]"), ("[degF]", "K"), ("m3/h", "l/s") }[i])).Sample((value, pair) =>
            Near.Same(value, Quantity.Of(value, pair.Item1).In(pair.Item2).In(pair.Item1).Value, 3e-16), iter: 500);
    }

    [Fact]
    public void Letters_thrown_together_are_a_unit_or_a_message_and_nothing_else()
    {
        Gen.Char["kgmltsWhJK./(){}[]0123-*^"].Array[0, 12].Sample(letters =>
        {
            try
            {
                Unit.Of(new string(letters));
            }
            catch (UnitException e)
            {
                Assert.NotEmpty(e.Message);
            }
        }, iter: 5000);
    }
}
