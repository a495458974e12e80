namespace Sen.CleanerProduction.Tests.Costing;

/// <summary>ISO 14053:2021 table A.5, steel-plate cutting.</summary>
public sealed class SteelPlateTests
{
    private const string Centre = """
        {"id": "cutting", "energyCost": 1660, "systemCost": 118000, "wasteManagementCost": 365, "materials": [
          {"name": "A", "price": 13, "product": 896, "loss": 311, "inRatio": true}, {"name": "B", "price": 8, "product": 223, "loss": 377, "inRatio": true},
          {"name": "C", "price": 30, "product": 88, "loss": 32, "inRatio": true}, {"name": "D", "price": 20, "product": 455, "loss": 147, "inRatio": true},
          {"name": "E", "price": 36, "product": 135, "loss": 45, "inRatio": true}, {"name": "machine oil", "price": 2, "product": 0, "loss": 28, "inRatio": false}]}
        """;

    [Fact]
    public void As_printed_with_the_ratio_rounded_to_three_digits() => DoorCases.Holds("mfca-steel-plate");

    [Fact]
    public void Unrounded_it_is_109_407_and_53_284()
    {
        var door = Door.Ask("mfca", $$"""{"currency": "JPY", "ratio": "exact", "centres": [{{Centre}}]}""");
        Near.Within(5e-5, 109407.7918, door.Number("line/product/total"));
        Near.Within(5e-5, 53284.2082, door.Number("line/loss/total"));
        Near.Same(1797.0 / 2709, door.Number("centres/0/ratio"), 1e-15);
        Assert.Equal(162692, door.Number("line/input/total"));
        Assert.Equal(30032, door.Number("line/product/material"));
        Assert.Equal(12635, door.Number("line/loss/material"));
    }

    [Fact]
    public void In_dong_every_class_closes_to_the_coin()
    {
        var door = Door.Ask("mfca", $$"""{"currency": "VND", "ratio": "exact", "centres": [{{Centre}}]}""");
        Assert.Equal(
            [30032, 1101, 78275, 0, 109408, 12635, 559, 39725, 365, 53284],
            new[] { "product", "loss" }.SelectMany(p => new[] { "material", "energy", "system", "wasteManagement", "total" }.Select(c => door.Number($"line/{p}/{c}"))));
    }

    [Fact]
    public void The_ratio_is_exact_where_none_is_named() =>
        Near.Same(1797.0 / 2709, Door.At("mfca", $$"""{"currency": "JPY", "centres": [{{Centre}}]}""", "centres/0/ratio").GetDouble(), 1e-15);

    [Fact]
    public void Conventional_costing_hides_60_of_which_it_shows_20()
    {
        var door = Door.Ask("mfca", """
            {"currency": "EUR", "centres": [{"id": "c", "energyCost": 0, "systemCost": 100, "wasteManagementCost": 20,
              "materials": [{"name": "m", "price": 1, "product": 80, "loss": 20, "inRatio": true}]}]}
            """);
        Assert.Equal(160, door.Number("line/product/total"));
        Assert.Equal(60, door.Number("line/loss/total"));
        Near.Same(60.0 / 220, door.Number("line/loss/share"));
        Assert.Equal(200, door.Number("line/conventional/product"));
        Assert.Equal(20, door.Number("line/conventional/loss"));
    }
}
