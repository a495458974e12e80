using System.Text;
using System.Text.Json;
using Sen.CleanerProduction.Tests.Fuzz;
using Sen.Web.Commands.Calc;

namespace Sen.CleanerProduction.Tests;

/// <summary>Random documents: calculated, bad input or refused, never a crash, a hang or a NaN. SEN_FUZZ sets how many.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Nothing_breaks_reconcile()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("SEN_FUZZ"), out var given) ? given : 10_000;
        var first = int.TryParse(Environment.GetEnvironmentVariable("SEN_FUZZ_FIRST"), out var from) ? from : 0;
        var exits = new int[4];
        Parallel.For(first, first + count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var text = RandomBalance.Document(new Random(seed));
            CalcReply reply;
            var clock = System.Diagnostics.Stopwatch.StartNew();
            try { reply = CalcDoor.Answer("reconcile", Encoding.UTF8.GetBytes(text), force: false); }
            catch (Exception e) { throw new InvalidOperationException($"seed {seed}: {text}", e); }
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"seed {seed} took {clock.Elapsed}: {text}");
            Interlocked.Increment(ref exits[reply.Exit]);
            Assert.Equal(reply.Exit == 2, reply.Errors.Count > 0);
            Assert.Equal(reply.Exit == 2, reply.Document is null);
            if (reply.Document is not { } document) return;
            using var parsed = JsonDocument.Parse(document);
            Assert.Equal(reply.Exit == 3, parsed.RootElement.GetProperty("status").GetString() == "refused");
        });
        // All three fates must really occur.
        if (count >= 1000) Assert.All((ReadOnlySpan<int>)[exits[0], exits[2], exits[3]] is var seen ? seen.ToArray() : [], n => Assert.True(n > 0));
    }
}
