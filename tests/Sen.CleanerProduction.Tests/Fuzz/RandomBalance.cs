using System.Globalization;
using System.Text;

namespace Sen.CleanerProduction.Tests.Fuzz;

/// <summary>Random documents for «reconcile»: small plants with equations, odd numbers, slips of the pen.</summary>
internal static class RandomBalance
{
    private static readonly string[] Ids = ["a", "b", "c", "d", "e", "f", "x", "y"];
    private static readonly string[] Odd = ["null", "true", "-1", "0", "1e308", "-1e308", "1e-320", "\"a\"", "[]", "{}", "\"\"", "1e999", "0.1", "100", "1e9", "1e-9", "\"zz\""];

    public static string Document(Random random)
    {
        var text = new StringBuilder("{");
        if (random.Next(4) == 0) text.Append("\"confidence\":").Append(Number(random)).Append(',');
        var nodes = random.Next(5);
        text.Append("\"nodes\":[").AppendJoin(',', Enumerable.Range(0, nodes).Select(i => random.Next(60) == 0 ? Odd[random.Next(Odd.Length)] : $"\"n{i}\"")).Append("],\"flows\":[");
        var flows = random.Next(6);
        text.AppendJoin(',', Enumerable.Range(0, flows).Select(i => Quantity(random, Ids[i], nodes))).Append("],\"variables\":[");
        var variables = random.Next(3);
        text.AppendJoin(',', Enumerable.Range(0, variables).Select(i => Quantity(random, Ids[6 + i], -1))).Append(']');
        string[] known = [.. Ids.Take(flows), .. Ids.Skip(6).Take(variables)];
        if (random.Next(3) == 0 && known.Length > 1) text.Append($",\"correlations\":[{{\"a\":\"{known[0]}\",\"b\":\"{known[1]}\",\"r\":{Number(random)}}}]");
        if (random.Next(2) == 0) text.Append(",\"equations\":[").AppendJoin(',', Enumerable.Range(0, random.Next(4)).Select(_ => $"\"{Expression(random, known, 3)} = {Expression(random, known, 2)}\"")).Append(']');
        text.Append('}');
        if (random.Next(20) == 0) text.Remove(random.Next(text.Length), 1);
        if (random.Next(50) == 0) text.Insert(random.Next(text.Length), Odd[random.Next(Odd.Length)]);
        return text.ToString();
    }

    private static string Quantity(Random random, string id, int nodes)
    {
        var text = new StringBuilder($"{{\"id\":\"{id}\"");
        string Node() => random.Next(3) == 0 || nodes == 0 ? "null" : $"\"n{random.Next(nodes)}\"";
        if (nodes >= 0) text.Append($",\"from\":{Node()},\"to\":{Node()}");
        if (random.Next(3) > 0) text.Append($",\"measured\":{Number(random)},\"{(random.Next(5) == 0 ? "halfWidth95" : "sd")}\":{(random.Next(6) == 0 ? "0" : Math.Abs(random.NextDouble() * 5).ToString("R", CultureInfo.InvariantCulture))}");
        else if (random.Next(4) == 0) text.Append($",\"start\":{Number(random)}");
        if (random.Next(8) == 0) text.Append($",\"min\":{Number(random)}");
        if (random.Next(8) == 0) text.Append($",\"max\":{Number(random)}");
        return text.Append('}').ToString();
    }

    private static string Number(Random random) => random.Next(12) == 0 ? Odd[random.Next(Odd.Length)] : (random.Next(10) == 0 ? Math.Pow(10, random.Next(-300, 300)) : Math.Round((random.NextDouble() * 120) - 10, random.Next(6))).ToString("R", CultureInfo.InvariantCulture);

    private static string Expression(Random random, string[] ids, int depth)
    {
        if (depth == 0 || random.Next(4) == 0) return random.Next(3) > 0 && ids.Length > 0 ? ids[random.Next(ids.Length)] : random.Next(1, 50).ToString(CultureInfo.InvariantCulture);
        string Inner() => Expression(random, ids, depth - 1);
        return random.Next(10) switch
        {
            0 => $"sqrt({Inner()})",
            1 => $"exp({Inner()}/100)",
            2 => $"ln({Inner()})",
            3 => $"({Inner()})^{random.Next(-2, 4)}",
            4 => $"-({Inner()})",
            5 => $"({Inner()})/({Inner()})",
            6 or 7 => $"({Inner()})*({Inner()})",
            8 => $"({Inner()}) - ({Inner()})",
            _ => $"{Inner()} + {Inner()}",
        };
    }
}
