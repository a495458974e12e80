using System.Globalization;
using System.Text;
using System.Text.Json;
using Sen.CleanerProduction.Options;
using Sen.CleanerProduction.Sampling;
using Sen.CleanerProduction.Sankey;
using Sen.CleanerProduction.Tests.Balancing;
using Sen.Web.Commands.Calc;

namespace Sen.CleanerProduction.Tests.SameBits;

/// <summary>Results of everything that could hang on threads or vectors, written so that a single other bit shows.</summary>
internal static class Fingerprint
{
    public static string Make()
    {
        var text = new StringBuilder();
        foreach (var (name, method, document) in Documents())
        {
            var reply = CalcDoor.Answer(method, document, force: false);
            text.Append(name).Append(' ').Append(reply.Exit).Append(' ').Append(reply.Document is { } d ? Encoding.UTF8.GetString(d) : string.Join("; ", reply.Errors)).Append('\n');
        }
        var plant = Networks.Make(11, 50, 25, 0.1, 0, true, 0, true);
        foreach (var q in BalanceSampling.Draw(plant, 4_000, 2026, withIntervals: true).Require().Quantities) text.Append(CultureInfo.InvariantCulture, $"draws {q.Id} {q.Mean:R} {q.StandardUncertainty:R} {q.Low:R} {q.High:R}\n");
        var gain = GainProbability.Of(new(5.2e9, 3.1e9, 10, 0.1), [(OptionInput.AnnualSaving, new NormalSpread(1e9, 3e8)), (OptionInput.Investment, new TriangularSpread(4e9, 5e9, 8e9))], 10_000, 7);
        text.Append(CultureInfo.InvariantCulture, $"gain {gain.Probability:R} {gain.MeanNpv:R} {gain.Low:R} {gain.Median:R} {gain.High:R}\n");
        var sankey = SankeyLayout.Of([.. plant.Flows.Select(f => new SankeyFlow(f.Id, f.From, f.To, Math.Abs(f.Measured ?? 20), 1))]);
        foreach (var node in sankey.Nodes) text.Append(CultureInfo.InvariantCulture, $"sankey {node.Id} {node.X:R} {node.Y:R} {node.Height:R}\n");
        return text.ToString();
    }

    private static IEnumerable<(string Name, string Method, byte[] Document)> Documents()
    {
        yield return ("plant, small and dense", "reconcile", Document(Networks.Make(1, 28, 11, 0.1, 0.1, true, 0, true)));
        yield return ("plant, sparse", "reconcile", Document(Networks.Make(2, 3000, 1200, 0.1)));
        // Fills in: supernodes, dense blocks, and the parallel strips of their products.
        yield return ("random, dense blocks", "reconcile", Document(Networks.Make(3, 2400, 1200, 0, 0, plantLike: false)));
        yield return ("widely spread uncertainties", "reconcile", Document(Networks.Make(4, 400, 150, 0.1, 0, true, 20)));
        yield return ("equations", "reconcile", """{"variables": [{"id": "a", "measured": 3.1, "sd": 0.1}, {"id": "b", "measured": 8.9, "sd": 0.3}, {"id": "c", "start": 1.5}, {"id": "d", "measured": 1.2, "sd": 0.05}], "equations": ["a*sqrt(b) - c^2 = 5.5", "exp(d/2) + ln(b) = c^1.7", "a^0.3 = d + 0.2"]}"""u8.ToArray());
        foreach (var file in Directory.EnumerateFiles(Path.Combine(DoorCases.Folder, "doors"), "*.in.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            yield return (name, name[..name.IndexOf('-', StringComparison.Ordinal)], File.ReadAllBytes(file));
        }
        var random = new Random(5);
        double[][] x = [.. Enumerable.Range(0, 6).Select(_ => Enumerable.Range(0, 300).Select(_ => random.NextDouble() * 100).ToArray())];
        yield return ("regress", "regress", JsonSerializer.SerializeToUtf8Bytes(new { y = Enumerable.Range(0, 300).Select(i => x.Sum(c => c[i]) + random.NextDouble()), x = x.Select((c, k) => (c, k)).ToDictionary(p => "x" + p.k, p => p.c) }));
        yield return ("degree days", "savings", JsonSerializer.SerializeToUtf8Bytes(new { confidence = 0.9, frequency = "daily", baseline = Days(2022, random), reporting = Days(2023, random), model = new { kind = "degreeDays", heating = (int[])[30, 90], cooling = (int[])[30, 90], step = 1 } }));
    }

    private static IEnumerable<object> Days(int year, Random random) => [.. Enumerable.Range(0, 365).Select(i =>
    {
        var day = new DateOnly(year, 1, 1).AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var temperature = Math.Round(55 - (30 * (1 - (Math.Abs(182 - i) / 91.0))) + (20 * random.NextDouble()), 2);
        return (object)new { start = day, end = day, use = 20 + (1.5 * Math.Max(0, 60 - temperature)) + (0.8 * Math.Max(0, temperature - 70)) + random.NextDouble(), temperature };
    })];

    private static byte[] Document(Plant plant) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        nodes = plant.Nodes,
        flows = plant.Flows.Select(f => f.Measured is null ? (object)new { id = f.Id, from = f.From, to = f.To } : new { id = f.Id, from = f.From, to = f.To, measured = f.Measured, sd = f.StandardUncertainty }),
        correlations = plant.Correlations.Select(c => new { a = c.A, b = c.B, r = c.R }),
    });
}
