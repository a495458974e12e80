namespace Sen.CleanerProduction.Tests.Costing;

/// <summary>What the door does not take, and what it takes but refuses.</summary>
public sealed class LineRefusalTests
{
    [Theory]
    [InlineData("""{"currency": "VND", "centres": []}""", "/centres")]
    [InlineData("""{"currency": "VND"}""", "/centres")]
    [InlineData("""{"centres": [{"id": "a"}, {"id": "a"}]}""", "/centres/1/id")]
    [InlineData("""{"centres": [{"id": "a", "receives": [{"from": "zz", "product": 1, "loss": 0}]}]}""", "/centres/0/receives/0/from")]
    [InlineData("""{"centres": [{"id": "a", "receives": [{"from": "a", "product": 1, "loss": 0}]}]}""", "/centres/0/receives/0/from")]
    [InlineData("""{"centres": [{"id": "a", "receives": [{"from": "b", "product": 1, "loss": 0}]}, {"id": "b", "receives": [{"from": "a", "product": 1, "loss": 0}]}]}""", "/centres/0/receives/0/from")]
    [InlineData("""{"centres": [{"id": "a", "materials": [{"name": "m", "price": 1, "product": -1, "loss": 0}]}]}""", "/centres/0/materials/0/product")]
    [InlineData("""{"centres": [{"id": "a", "materials": [{"name": "m", "price": 1, "loss": 0}]}]}""", "/centres/0/materials/0/product")]
    [InlineData("""{"centres": [{"id": "a"}], "ratio": "2digits"}""", "/ratio")]
    [InlineData("""{"centres": [{"id": "a"}], "decimals": 0.5}""", "/decimals")]
    public void Bad_input_says_where(string document, string pointer)
    {
        var door = Door.Ask("mfca", document);
        Assert.Equal(2, door.Exit);
        Assert.StartsWith(pointer + ":", Assert.Single(door.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"centres": [{"id": "a", "energyCost": 5}]}""")]
    [InlineData("""{"centres": [{"id": "a", "energyCost": 5, "materials": [{"name": "oil", "price": 1, "product": 0, "loss": 3, "inRatio": false}]}]}""")]
    [InlineData("""{"centres": [{"id": "a", "materials": [{"name": "m", "price": 1, "product": 1, "loss": 0}]}, {"id": "b", "receives": [{"from": "a", "product": 0, "loss": 0}]}]}""")]
    [InlineData("""{"centres": [{"id": "a", "materials": [{"name": "m", "price": 1e300, "product": 1e300, "loss": 0}]}]}""")]
    public void Cost_without_a_quantity_to_go_by_is_refused(string document)
    {
        var door = Door.Ask("mfca", document);
        Assert.Equal(3, door.Exit);
        Assert.Equal("refused", door.At("status").GetString());
        Assert.NotEqual(0, door.At("reasons").GetArrayLength());
    }

    [Fact]
    public void A_centre_that_costs_nothing_has_no_shares_and_no_ratio()
    {
        var door = Door.Ask("mfca", """{"centres": [{"id": "a"}]}""");
        Assert.Equal(0, door.Exit);
        Assert.True(door.IsNull("centres/0/ratio"));
        Assert.True(door.IsNull("centres/0/product/share"));
        Assert.True(door.IsNull("line/loss/share"));
    }
}
