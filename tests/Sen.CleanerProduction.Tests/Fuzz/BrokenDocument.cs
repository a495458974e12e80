using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sen.CleanerProduction.Tests.Fuzz;

/// <summary>Sound documents of every other method, broken in one to three places.</summary>
internal static class BrokenDocument
{
    private static readonly Dictionary<string, string[]> Seeds = new(StringComparer.Ordinal)
    {
        ["mfca"] =
        [
            File("mfca-steel-plate"),
            """
            {"currency": "VND", "decimals": 0, "ratio": "exact", "centres": [{"id": "a", "materials": [{"name": "m", "price": 3.5, "product": 9, "loss": 1, "inRatio": true}], "energyCost": 10, "systemCost": 7, "wasteManagementCost": 1},
             {"id": "b", "receives": [{"from": "a", "product": 5, "loss": 1}], "systemCost": 3}, {"id": "c", "receives": [{"from": "a", "product": 2, "loss": 1}, {"from": "b", "product": 1, "loss": 0}]}]}
            """,
        ],
        ["appraise"] =
        [
            File("appraise-song-con"), File("appraise-one-sign"), """{"cashFlows": [-100, 230, -132, 5, -7, 1], "discountRate": 0.05, "financeRate": 0.1, "reinvestRate": 0.12, "options": [{"id": "a", "investment": 1, "annualSaving": 2, "currency": "VND"}]}""",
        ],
        ["regress"] = [File("regress-collinear"), """{"y": [1, 2, 4, 3, 7, 9], "x": {"a": [1, 2, 3, 4, 5, 7], "b": [0, 1, 0, 1, 1, 0]}, "intercept": true, "weights": [1, 2, 1, 2, 1, 3]}"""],
        ["savings"] =
        [
            File("savings-roasting-2025"),
            """
            {"confidence": 0.9, "frequency": "daily", "model": {"kind": "degreeDays", "heating": [10, 20], "cooling": [15, 30], "step": 1}, "reporting": [{"start": "2023-01-01", "end": "2023-01-01", "use": 9, "temperature": 12}],
             "baseline": [{"start": "2022-01-01", "end": "2022-01-01", "use": 25, "temperature": 5}, {"start": "2022-01-02", "end": "2022-01-02", "use": 20, "temperature": 10}, {"start": "2022-01-03", "end": "2022-01-03", "use": 11, "temperature": 19},
              {"start": "2022-01-04", "end": "2022-01-04", "use": 14, "temperature": 25}, {"start": "2022-01-05", "end": "2022-01-05", "use": 18, "temperature": 31}, {"start": "2022-01-06", "end": "2022-01-06", "use": 16, "temperature": 14}]}
            """,
        ],
        ["emissions"] = [File("emissions-2023"), """{"year": 2020, "gwp": "AR4", "use": [{"item": "diesel, road", "amount": 3, "unit": "l"}, {"item": "solid biomass", "amount": 1, "unit": "TJ"}]}"""],
        ["indicators"] = ["""{"baseline": {"productOutput": 10, "energy": 3, "materials": 4, "water": 5, "ghg": 6, "wastewater": 7, "waste": 8}, "reporting": {"productOutput": 12, "energy": 3, "materials": 5, "water": 4, "ghg": 6, "wastewater": 9, "waste": 0}}"""],
    };

    private static string File(string name) => System.IO.File.ReadAllText(Path.Combine(DoorCases.Folder, "doors", name + ".in.json"));

    public static IEnumerable<string> Methods => Seeds.Keys;

    public static byte[] Of(string method, Random random)
    {
        var root = JsonNode.Parse(Seeds[method][random.Next(Seeds[method].Length)])!;
        for (var cuts = random.Next(1, 4); cuts > 0; cuts--)
        {
            var places = new List<(JsonNode Parent, object Key)>();
            Collect(root, places);
            if (places.Count == 0) break;
            var (parent, key) = places[random.Next(places.Count)];
            if (parent is JsonObject o)
            {
                if (random.Next(6) == 0) o.Remove((string)key);
                else o[(string)key] = Other(o[(string)key], random);
            }
            else if (parent is JsonArray a)
            {
                if (random.Next(6) == 0) a.RemoveAt((int)key);
                else if (random.Next(6) == 0) a.Add(a[(int)key]?.DeepClone());
                else a[(int)key] = Other(a[(int)key], random);
            }
        }
        var bytes = JsonSerializer.SerializeToUtf8Bytes(root);
        if (random.Next(30) == 0) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static JsonNode? Other(JsonNode? was, Random random) => random.Next(18) switch
    {
        0 => null,
        1 => JsonValue.Create("x"),
        2 => new JsonArray(),
        3 => new JsonObject(),
        4 => JsonValue.Create(true),
        5 => JsonValue.Create(1e308),
        6 => JsonValue.Create(-1e308),
        7 => JsonValue.Create(5e-324),
        8 => JsonValue.Create(0),
        9 => JsonValue.Create(-1),
        10 => JsonValue.Create(1e9),
        11 => JsonValue.Create(1e-9),
        12 => JsonValue.Create("9999-12-31"),
        13 => JsonValue.Create(Math.Pow(10, random.Next(-320, 308)) * random.NextDouble()),
        _ => was is JsonValue v && v.TryGetValue<double>(out var number) ? JsonValue.Create(Math.Clamp(number * (random.NextDouble() * 4 - 1), -1e308, 1e308)) : was?.DeepClone(),
    };

    private static void Collect(JsonNode? node, List<(JsonNode, object)> places)
    {
        if (node is JsonObject o)
            foreach (var member in o)
            {
                places.Add((o, member.Key));
                Collect(member.Value, places);
            }
        else if (node is JsonArray a)
            for (var i = 0; i < a.Count; i++)
            {
                places.Add((a, i));
                Collect(a[i], places);
            }
    }
}
