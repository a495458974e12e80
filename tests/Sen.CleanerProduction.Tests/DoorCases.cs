using System.Text.Json;
using Sen.Web.Commands.Calc;

namespace Sen.CleanerProduction.Tests;

/// <summary>Whole documents in and out (cases/doors): exit code, number of errors, every key and number of the expected document.</summary>
internal static class DoorCases
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "cases");

    public static void Holds(string name)
    {
        using var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "doors", name + ".out.json")));
        var root = expected.RootElement;
        var reply = CalcDoor.Answer(root.GetProperty("method").GetString()!, File.ReadAllBytes(Path.Combine(Folder, "doors", name + ".in.json")), force: false);
        Assert.Equal(root.GetProperty("exit").GetInt32(), reply.Exit);
        Assert.Equal(root.TryGetProperty("errors", out var errors) ? errors.GetInt32() : 0, reply.Errors.Count);
        if (root.GetProperty("document").ValueKind == JsonValueKind.Null) { Assert.Null(reply.Document); return; }
        using var actual = JsonDocument.Parse(reply.Document!);
        Same(root.GetProperty("document"), actual.RootElement, "");
    }

    /// <summary>Numbers agree to 1e-9; wording of reasons and of factors is free, how often we iterate too; more keys may be there.</summary>
    private static void Same(JsonElement expected, JsonElement actual, string at)
    {
        if (at.EndsWith("/reasons", StringComparison.Ordinal) || at.Contains("/factor", StringComparison.Ordinal) || at.EndsWith("/iterations", StringComparison.Ordinal)) return;
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject())
                {
                    Assert.True(actual.TryGetProperty(member.Name, out var value), $"{at}/{member.Name} is missing");
                    Same(member.Value, value, $"{at}/{member.Name}");
                }
                break;
            case JsonValueKind.Array:
                Assert.Equal(expected.GetArrayLength(), actual.GetArrayLength());
                for (var i = 0; i < expected.GetArrayLength(); i++) Same(expected[i], actual[i], $"{at}/{i}");
                break;
            case JsonValueKind.Number:
                var (e, a) = (expected.GetDouble(), actual.GetDouble());
                Assert.True(Math.Abs(e - a) <= 1e-9 * Math.Max(Math.Abs(e), Math.Abs(a)) + 1e-13, $"{at}: expected {e:R}, got {a:R}");
                break;
            default:
                Assert.Equal(expected.ToString(), actual.ToString());
                break;
        }
    }
}
