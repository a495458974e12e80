using System.Globalization;
using System.Text;
using System.Text.Json;
using Sen.Web.Commands.Calc;

namespace Sen.CleanerProduction.Tests.Fuzz;

/// <summary>Fuzzed documents through the command itself, a process each. SEN_FUZZ_COMMAND sets how many.</summary>
public sealed class FuzzedCommandTests
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("SEN_FUZZ_COMMAND"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 48;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_command_calculates_refuses_or_says_what_is_wrong()
    {
        string[] methods = ["reconcile", .. BrokenDocument.Methods];
        var exits = new int[4];
        await Parallel.ForAsync(0, Count, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (seed, _) =>
        {
            var random = new Random(seed);
            var method = methods[seed % methods.Length];
            var document = method == "reconcile" ? Encoding.UTF8.GetBytes(RandomBalance.Document(random)) : BrokenDocument.Of(method, random);
            var run = await SenProcess.RunAsync(SenProcess.Sen, ["calc", method, "-"], document, Patience);
            try
            {
                Judge(run, CalcDoor.Answer(method, document, force: false));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}, {method}, exit {run.Exit}, {run.Errors}: {Encoding.UTF8.GetString(document)}", e);
            }
            Interlocked.Increment(ref exits[run.Exit]);
        });
        TestContext.Current.TestOutputHelper?.WriteLine($"{exits[0]} calculated, {exits[2]} bad input, {exits[3]} refused");
        Assert.Equal(Count, exits[0] + exits[2] + exits[3]);
        if (Count >= 48) Assert.True(exits[0] > 0 && exits[2] > 0);
    }

    private static void Judge(SenProcess run, CalcReply inProcess)
    {
        Assert.Contains(run.Exit, (int[])[0, 2, 3]);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        if (run.Exit == 2)
        {
            Assert.Empty(run.Output);
            var lines = run.Errors.TrimEnd('\n').Split('\n');
            Assert.Equal(inProcess.Errors, lines);
            Assert.All(lines, line => Assert.Matches("^/.*: .+; allowed: .+", line));
        }
        else
        {
            Assert.Empty(run.Errors);
            // Two processes, one result: what the door answers here is what the command printed, byte for byte.
            Assert.Equal([.. inProcess.Document!, (byte)'\n'], run.Output);
            using var parsed = JsonDocument.Parse(run.Output);
            Finite(parsed.RootElement);
        }
        Assert.Equal(inProcess.Exit, run.Exit);
    }

    /// <summary>Also a number that is text: «NaN» in a string would be as quiet as in the open.</summary>
    private static void Finite(JsonElement e)
    {
        if (e.ValueKind == JsonValueKind.Number) Assert.True(double.IsFinite(e.GetDouble()));
        else if (e.ValueKind == JsonValueKind.String) Assert.DoesNotContain(e.GetString(), (string[])["NaN", "Infinity", "-Infinity"]);
        else if (e.ValueKind == JsonValueKind.Array) foreach (var item in e.EnumerateArray()) Finite(item);
        else if (e.ValueKind == JsonValueKind.Object) foreach (var member in e.EnumerateObject()) Finite(member.Value);
    }
}
