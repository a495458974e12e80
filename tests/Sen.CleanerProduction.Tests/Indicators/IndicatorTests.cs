namespace Sen.CleanerProduction.Tests.Indicators;

/// <summary>The contract's sentences about «indicators», one by one.</summary>
public sealed class IndicatorTests
{
    private static Door Ask(string before, string after) => Door.Ask("indicators", $$"""{"baseline": { {{before}} }, "reporting": { {{after}} } }""");

    [Fact]
    public void Productivity_is_output_per_use_and_intensity_pollution_per_output()
    {
        var door = Ask("\"productOutput\": 100, \"energy\": 50, \"waste\": 20", "\"productOutput\": 120, \"energy\": 48, \"waste\": 21");
        Assert.Equal(0, door.Exit);
        Near.Same(-2, door.Number("items/energy/change"));
        Near.Same(-0.04, door.Number("items/energy/relativeChange"));
        Near.Same(2, door.Number("items/energy/productivity/baseline"));
        Near.Same(2.5, door.Number("items/energy/productivity/reporting"));
        Near.Same(0.25, door.Number("items/energy/productivity/relativeChange"));
        Assert.Equal("absolute", door.At("items/energy/decoupling").GetString());
        Near.Same(0.2, door.Number("items/waste/intensity/baseline"));
        Near.Same(0.175, door.Number("items/waste/intensity/reporting"));
        Assert.Equal("relative", door.At("items/waste/decoupling").GetString());
        Near.Same(20, door.Number("productOutput/change"));
        Near.Same(0.2, door.Number("productOutput/relativeChange"));
    }

    [Theory]
    [InlineData(100, 110, 10, 9, "absolute")]
    [InlineData(100, 110, 10, 10.5, "relative")]
    [InlineData(100, 110, 10, 10, "relative")]
    [InlineData(100, 110, 0.1, 0.11, "none")] // grows exactly alike, also in tenths
    [InlineData(100, 110, 10, 12, "none")]
    [InlineData(100, 90, 10, 8, "absolute")]
    [InlineData(100, 90, 10, 9, "none")]
    [InlineData(100, 90, 10, 9.5, "none")]
    [InlineData(100, 100, 10, 9, "absolute")]
    [InlineData(100, 100, 10, 10, "none")]
    public void Decoupling(double outputBefore, double outputAfter, double before, double after, string expected)
    {
        var door = Ask(FormattableString.Invariant($"\"productOutput\": {outputBefore}, \"water\": {before}"), FormattableString.Invariant($"\"productOutput\": {outputAfter}, \"water\": {after}"));
        Assert.Equal(expected, door.At("items/water/decoupling").GetString());
    }

    [Fact]
    public void Where_there_was_nothing_there_is_no_relative_change()
    {
        var door = Ask("\"productOutput\": 0, \"energy\": 0, \"ghg\": 5", "\"productOutput\": 10, \"energy\": 3, \"ghg\": 5");
        Assert.Equal(0, door.Exit);
        Assert.All(["items/energy/relativeChange", "items/energy/productivity/baseline", "items/energy/productivity/relativeChange", "items/ghg/intensity/baseline", "items/ghg/intensity/relativeChange", "productOutput/relativeChange", "items/water"],
            path => Assert.True(door.IsNull(path), path));
    }

    [Fact]
    public void Items_come_back_in_the_order_of_the_document()
    {
        var door = Ask("\"waste\": 1, \"productOutput\": 1, \"energy\": 2, \"ghg\": 1", "\"productOutput\": 1, \"ghg\": 1, \"energy\": 2, \"waste\": 1");
        Assert.Equal(["waste", "energy", "ghg"], door.At("items").EnumerateObject().Select(p => p.Name).Take(3));
    }

    [Theory]
    [InlineData("\"energy\": 1", "\"productOutput\": 1, \"energy\": 1", "/baseline/productOutput")]
    [InlineData("\"productOutput\": 1, \"energy\": 1", "\"productOutput\": 1", "/reporting/energy")]
    [InlineData("\"productOutput\": 1, \"energy\": -1", "\"productOutput\": 1, \"energy\": 1", "/baseline/energy")]
    [InlineData("\"productOutput\": \"1\"", "\"productOutput\": 1", "/baseline/productOutput")]
    public void Bad_input_says_where(string before, string after, string pointer)
    {
        var door = Ask(before, after);
        Assert.Equal(2, door.Exit);
        Assert.StartsWith(pointer + ":", Assert.Single(door.Errors), StringComparison.Ordinal);
    }
}
