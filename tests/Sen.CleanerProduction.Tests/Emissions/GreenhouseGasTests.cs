using CsCheck;
using Sen.CleanerProduction.Emissions;

namespace Sen.CleanerProduction.Tests.Emissions;

/// <summary>The worked case and the contract's sentences about «emissions», one by one.</summary>
public sealed class GreenhouseGasTests
{
    private static string Document(string use, int year = 2023, string gwp = "AR5") => $$"""{"year": {{year}}, "gwp": "{{gwp}}", "use": [{{use}}]}""";

    private static Door Ask(string use, int year = 2023, string gwp = "AR5") => Door.Ask("emissions", Document(use, year, gwp));

    [Fact]
    public void Anthracite_and_electricity_of_2023_with_their_uncertainty() => DoorCases.Holds("emissions-2023");

    [Fact]
    public void A_year_without_a_grid_factor_is_refused_never_guessed() => DoorCases.Holds("emissions-no-factor");

    [Fact]
    public void The_fourth_report_weighs_methane_and_nitrous_oxide_otherwise() =>
        Near.Same(983 + 0.1 * 25 + 0.015 * 298, Ask("""{"item": "anthracite", "amount": 10, "unit": "TJ"}""", gwp: "AR4").Number("total/tCO2e"));

    [Fact]
    public void A_year_matters_only_to_items_with_yearly_factors() => Assert.Equal(0, Ask("""{"item": "diesel", "amount": 1, "unit": "TJ"}""", 1999).Exit);

    [Theory]
    [InlineData("anthracite", 1, "TJ", 98.3)]
    [InlineData("anthracite", 1000, "GJ", 98.3)]
    [InlineData("anthracite", 1000, "MWh", 3.6 * 98.3)]
    [InlineData("anthracite", 1000000, "kWh", 3.6 * 98.3)]
    [InlineData("diesel", 10, "t", 0.43 * 74.1)]
    [InlineData("diesel", 10000, "kg", 0.43 * 74.1)]
    [InlineData("diesel", 1000, "l", 0.84 * 0.043 * 74.1)]
    [InlineData("diesel", 1, "m3", 0.84 * 0.043 * 74.1)]
    [InlineData("natural gas", 1000, "m3", 0.72 * 0.048 * 56.1)]
    [InlineData("natural gas", 1000000, "l", 0.72 * 0.048 * 56.1)]
    [InlineData("petrol, road", 1000, "l", 0.74 * 0.0443 * 69.3)]
    [InlineData("diesel, road", 1, "t", 0.043 * 74.1)]
    [InlineData("electricity", 1000, "kWh", 0.6592)]
    [InlineData("electricity", 3.6, "GJ", 0.6592)]
    [InlineData("electricity", 0.0036, "TJ", 0.6592)]
    public void Every_unit_leads_to_the_same_carbon(string item, double amount, string unit, double co2) =>
        Near.Same(co2, Ask($$"""{"item": "{{item}}", "amount": {{amount.ToString(System.Globalization.CultureInfo.InvariantCulture)}}, "unit": "{{unit}}"}""").Number("lines/0/co2"));

    [Fact]
    public void Calorific_value_and_density_are_shown_with_their_source_and_standing()
    {
        var door = Ask("""{"item": "petrol, road", "amount": 1000, "unit": "l"}""");
        Assert.Equal(44.3, door.Number("lines/0/factor/netCalorificValue/value"));
        Assert.Equal(0.74, door.Number("lines/0/factor/density/value"));
        Assert.Contains("unofficial", door.At("lines/0/factor/density/factorStatus").GetString(), StringComparison.Ordinal);
        Assert.NotEqual("", door.At("lines/0/factor/source").GetString());
    }

    [Fact]
    public void Biomass_has_no_carbon_in_the_total_and_none_beside_it_without_a_factor()
    {
        var door = Ask("""{"item": "solid biomass", "amount": 2, "unit": "TJ"}""");
        Assert.Equal(0, door.Number("lines/0/co2"));
        Assert.True(door.IsNull("lines/0/biogenicCo2"));
        Near.Same(0.06 * 28 + 0.008 * 265, door.Number("total/tCO2e"));
    }

    [Fact]
    public void Biogenic_carbon_stands_beside_the_total_where_a_factor_is_known()
    {
        var book = FactorBook.Parse("kind,item,year,unit,co2,ch4,n2o,value,source,status\nstationary combustion,solid biomass,,kg/TJ,112000,30,4,,\"IPCC 2006, vol. 2\",verified\nGWP100,AR5,,kgCO2e/kg,1,28,265,,x,y");
        var line = GreenhouseGases.Calculate(2023, "AR5", [new EnergyUse("solid biomass", 1, "TJ")], book).Require().Lines[0];
        Assert.Equal((0, 112), (line.Co2, line.BiogenicCo2));
        Assert.Equal("IPCC 2006, vol. 2", line.Factor.Row.Source);
    }

    [Fact]
    public void A_line_that_states_not_both_uncertainties_has_none_and_so_the_total()
    {
        var door = Ask("""{"item": "diesel", "amount": 1, "unit": "t", "amountUncertaintyPercent": 3}, {"item": "LPG", "amount": 1, "unit": "t", "amountUncertaintyPercent": 3, "factorUncertaintyPercent": 4}""");
        Assert.True(door.IsNull("lines/0/uncertaintyPercent"));
        Assert.Equal(5, door.Number("lines/1/uncertaintyPercent"));
        Assert.True(door.IsNull("uncertaintyPercent"));
    }

    [Theory]
    [InlineData("""{"item": "solid biomass", "amount": 1, "unit": "t"}""")]
    [InlineData("""{"item": "anthracite", "amount": 1, "unit": "m3"}""")]
    public void A_fuel_without_calorific_value_or_density_for_its_unit_is_refused(string use) => Assert.Equal(3, Ask(use).Exit);

    [Theory]
    [InlineData("""{"item": "unobtainium", "amount": 1, "unit": "t"}""", "/use/0/item")]
    [InlineData("""{"item": "kerosene", "amount": 1, "unit": "t"}""", "/use/0/item")]
    [InlineData("""{"item": "diesel", "amount": 1, "unit": "barrel"}""", "/use/0/unit")]
    [InlineData("""{"item": "electricity", "amount": 1, "unit": "t"}""", "/use/0/unit")]
    [InlineData("""{"item": "diesel", "amount": -1, "unit": "t"}""", "/use/0/amount")]
    [InlineData("""{"item": "diesel", "unit": "t"}""", "/use/0/amount")]
    [InlineData("""{"item": "diesel", "amount": 1, "unit": "t", "factorUncertaintyPercent": -1}""", "/use/0/factorUncertaintyPercent")]
    public void Bad_input_says_where(string use, string pointer)
    {
        var door = Ask(use);
        Assert.Equal(2, door.Exit);
        Assert.StartsWith(pointer + ":", Assert.Single(door.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public void Warming_potentials_and_year_must_be_known()
    {
        Assert.StartsWith("/gwp:", Ask("""{"item": "diesel", "amount": 1, "unit": "t"}""", gwp: "AR9").Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("/year:", Door.Ask("emissions", """{"gwp": "AR5", "use": []}""").Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("/gwp:", Door.Ask("emissions", """{"year": 2023, "use": []}""").Errors[0], StringComparison.Ordinal);
        Assert.StartsWith("/use:", Door.Ask("emissions", """{"year": 2023, "gwp": "AR5"}""").Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Twice_the_use_is_twice_the_gas_and_order_does_not_matter()
    {
        Gen.Select(Gen.Int[0, 3].Select(i => new[] { "diesel", "LPG", "fuel oil", "electricity" }[i]), Gen.Double[0.1, 500]).Array[1, 6].Sample(use =>
        {
            EnergyUse Of((string Item, double Amount) u, double times) => new(u.Item, u.Amount * times, u.Item == "electricity" ? "MWh" : "t", 2, 3);
            double Total(IEnumerable<EnergyUse> all) => GreenhouseGases.Calculate(2020, "AR5", [.. all]).Require().TCo2e;
            var once = Total(use.Select(u => Of(u, 1)));
            Near.Same(2 * once, Total(use.Select(u => Of(u, 2))), 1e-13);
            Near.Same(once, Total(use.Reverse().Select(u => Of(u, 1))), 1e-13);
        }, iter: 200);
    }
}
