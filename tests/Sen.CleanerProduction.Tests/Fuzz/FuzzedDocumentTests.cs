using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Sen.Web.Commands.Calc;

namespace Sen.CleanerProduction.Tests.Fuzz;

/// <summary>Documents broken in every way are calculated, bad input or refused: never a crash, a hang, a NaN. SEN_FUZZ sets how many for each method.</summary>
public sealed class FuzzedDocumentTests
{
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("SEN_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 1000;

    public static TheoryData<string> Methods => [.. BrokenDocument.Methods];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_broken_document_is_calculated_bad_input_or_refused(string method)
    {
        var random = new Random(20160818);
        var exits = new int[4];
        for (var i = 0; i < Count; i++)
        {
            var document = BrokenDocument.Of(method, random);
            var watch = Stopwatch.StartNew();
            CalcReply reply;
            try
            {
                reply = CalcDoor.Answer(method, document, force: method == "savings" && random.Next(2) == 0);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"document {i}: {System.Text.Encoding.UTF8.GetString(document)}", e);
            }
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"document {i} took {watch.Elapsed}: {System.Text.Encoding.UTF8.GetString(document)[..Math.Min(2000, document.Length)]}");
            exits[reply.Exit]++;
            if (reply.Exit == 2)
            {
                Assert.Null(reply.Document);
                Assert.NotEmpty(reply.Errors);
                continue;
            }
            using var parsed = JsonDocument.Parse(reply.Document!);
            Assert.Equal(reply.Exit == 3 ? "refused" : "calculated", parsed.RootElement.GetProperty("status").GetString());
            if (reply.Exit == 3) Assert.NotEqual(0, parsed.RootElement.GetProperty("reasons").GetArrayLength());
            Finite(parsed.RootElement);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{method}: {exits[0]} calculated, {exits[2]} bad input, {exits[3]} refused");
        Assert.True(exits[0] > 0 && exits[2] > 0);
    }

    private static void Finite(JsonElement e)
    {
        if (e.ValueKind == JsonValueKind.Number) Assert.True(double.IsFinite(e.GetDouble()));
        else if (e.ValueKind == JsonValueKind.Array) foreach (var item in e.EnumerateArray()) Finite(item);
        else if (e.ValueKind == JsonValueKind.Object) foreach (var member in e.EnumerateObject()) Finite(member.Value);
    }
}
