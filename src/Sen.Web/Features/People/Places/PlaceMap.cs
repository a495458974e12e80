using System.Text.Json;

namespace Sen.Web.Features.People.Places;

/// <summary>The outlines of a vintage's units, and the archipelagos of Hoàng Sa and Trường Sa, which stand on every map.</summary>
public sealed class PlaceMap
{
    public sealed record Unit(string Code, string Name, string D);

    public sealed record Archipelago(string Name, string OwnerCode, double[][] Dots, double Lx, double Ly);

    public sealed record Drawing(string ViewBox, IReadOnlyList<Unit> Units, IReadOnlyList<Archipelago> Archipelagos);

    private readonly Dictionary<int, Drawing> drawings = [];

    private PlaceMap() { }

    public Drawing this[int vintage] => drawings[vintage];

    public static PlaceMap Load(string folder)
    {
        var map = new PlaceMap();
        foreach (var vintage in new[] { 2016, 2025 })
        {
            var bytes = File.ReadAllBytes(Path.Combine(folder, $"vn_map_{vintage}.json"));
            map.drawings[vintage] = JsonSerializer.Deserialize<Drawing>(bytes, JsonSerializerOptions.Web)!;
        }
        return map;
    }
}
