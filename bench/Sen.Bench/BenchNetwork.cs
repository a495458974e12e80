using System.Globalization;
using Sen.CleanerProduction;
using Sen.CleanerProduction.Savings;

namespace Sen.Bench;

/// <summary>Networks and a year of days, the same in every run, made as bench/numbers/compare.py makes its own.</summary>
internal static class BenchNetwork
{
    /// <summary>By a name such as «1000x400-plant»: a tree of nodes and further streams, near neighbours and outlets (plant) or any two nodes (random).</summary>
    public static Plant Make(string name)
    {
        var parts = name.Split('x', '-');
        var (streams, nodes, plant) = (int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2] == "plant");
        var random = new Random(1);
        var ends = new List<(int From, int To)>();
        for (var i = 0; i < nodes; i++) ends.Add((i == 0 ? -1 : plant ? Math.Max(0, i - 1 - random.Next(4)) : random.Next(i), i));
        while (ends.Count < streams)
        {
            var a = random.Next(nodes);
            var b = plant && random.NextDouble() < 0.7 ? -1 : plant ? Math.Clamp(a + random.Next(-8, 9), 0, nodes - 1) : random.Next(nodes);
            if (a != b) ends.Add((a, b));
        }
        static string? Node(int i) => i < 0 ? null : "n" + i.ToString(CultureInfo.InvariantCulture);
        return new Plant
        {
            Nodes = [.. Enumerable.Range(0, nodes).Select(i => Node(i)!)],
            Flows = [.. ends.Select((e, j) => new Flow("s" + j.ToString(CultureInfo.InvariantCulture), Node(e.From), Node(e.To)) { Measured = 10 + (90 * random.NextDouble()), StandardUncertainty = 0.5 + random.NextDouble() })],
        };
    }

    /// <summary>365 days of a plant that heats below 60 and cools above 70.</summary>
    public static EnergyPeriod[] Year()
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, 365).Select(i =>
        {
            var temperature = 55 - (30 * Math.Cos(2 * Math.PI * i / 365)) + (16 * (random.NextDouble() - 0.5));
            return Day(i, temperature, 20 + (1.5 * Math.Max(0, 60 - temperature)) + (0.8 * Math.Max(0, temperature - 70)) + (4 * random.NextDouble()));
        })];
    }

    public static EnergyPeriod Day(int i, double temperature, double use)
    {
        var day = new DateOnly(2022, 1, 1).AddDays(i);
        return new EnergyPeriod(day, day) { Use = use, Temperatures = [temperature] };
    }
}
