using System.Globalization;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Sen.CleanerProduction.Tests.SameBits;

/// <summary>The same bits for any thread count and vector width: the same work in processes that see another machine.</summary>
public sealed class SameBitsTests
{
    private const string Target = "SEN_BITS_FILE";
    private static readonly Lazy<string> Here = new(Fingerprint.Make);

    [Theory]
    [InlineData("DOTNET_EnableHWIntrinsic=0", "Vector128 Vector256 Avx2")] // no vectors at all: every operation in software
    [InlineData("DOTNET_EnableAVX512=0", "Avx512")]
    [InlineData("DOTNET_EnableAVX2=0", "Vector256 Avx2 Fma")] // .NET 10 takes fused multiply-add away with it
    [InlineData("DOTNET_PROCESSOR_COUNT=1", "2processors")]
    [InlineData("DOTNET_PROCESSOR_COUNT=2", "1processors")]
    [InlineData("DOTNET_PROCESSOR_COUNT=7", "2processors")]
    [InlineData("DOTNET_TieredCompilation=0", "")] // optimised at once, where here much ran unoptimised first
    public async Task Another_machine_gives_the_same_bits(string setting, string lacks)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var (name, value) = (setting[..setting.IndexOf('=', StringComparison.Ordinal)], setting[(setting.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            var run = await SenProcess.RunAsync(Environment.ProcessPath!, ["-noLogo", "-noColor", "-method", $"{typeof(SameBitsTests).FullName}.{nameof(The_work_gives_a_result)}"], [], TimeSpan.FromMinutes(10), new Dictionary<string, string> { [name] = value, [Target] = file });
            Assert.True(run.Exit == 0, Encoding.UTF8.GetString(run.Output) + run.Errors);
            var (expected, actual) = (Here.Value.Split('\n'), (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).Split('\n'));
            Assert.Empty(lacks.Split(' ', StringSplitOptions.RemoveEmptyEntries).Intersect(actual[0].Split(' '), StringComparer.Ordinal));
            Assert.Equal(expected.Length, actual.Length - 1);
            Assert.All(expected.Zip(actual.Skip(1)), pair => Assert.Equal(pair.First, pair.Second));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>What the other process runs; it writes where it is told.</summary>
    [Fact]
    public void The_work_gives_a_result()
    {
        Assert.DoesNotContain("NaN", Here.Value, StringComparison.Ordinal);
        string[] calculated = ["plant, sparse 0", "random, dense blocks 0", "widely spread uncertainties 0", "equations 0", "regress 0", "degree days 0", "draws s0", "gain", "sankey"];
        Assert.All(calculated, start => Assert.Contains(Here.Value.Split('\n'), line => line.StartsWith(start, StringComparison.Ordinal)));
        if (Environment.GetEnvironmentVariable(Target) is { } file) File.WriteAllText(file, Machine() + "\n" + Here.Value);
    }

    /// <summary>What this process may use; a setting that changed nothing would prove nothing.</summary>
    private static string Machine()
    {
        (bool Has, string Name)[] all =
        [
            (Vector128.IsHardwareAccelerated, "Vector128"), (Vector256.IsHardwareAccelerated, "Vector256"), (Avx2.IsSupported, "Avx2"), (Fma.IsSupported, "Fma"),
            (Avx512F.IsSupported, "Avx512"), (true, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture) + "processors"),
        ];
        return string.Join(' ', all.Where(f => f.Has).Select(f => f.Name));
    }
}
