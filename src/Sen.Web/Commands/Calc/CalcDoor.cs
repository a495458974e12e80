using System.Text.Json;
using System.Text.Unicode;
using Sen.CleanerProduction;

namespace Sen.Web.Commands.Calc;

/// <summary>One method of the door: reads its input, writes its document's members, says whether it was calculated or refused.</summary>
/// <remarks>Problems go to <see cref="CalcIn.Wrong"/>; where <see cref="CalcIn.Sound"/> is false nothing is written and the exit code is 2.</remarks>
internal delegate CalcFate CalcMethod(CalcIn input, CalcOut output, bool force);

internal enum CalcFate
{
    Calculated,
    Refused,
    BadInput,
}

/// <summary>The door itself, callable in process: bytes in, exit code, document and errors out. It never throws and never prints NaN.</summary>
internal static class CalcDoor
{
    // One file per method; a new one needs its line here.
    private static readonly SortedDictionary<string, CalcMethod> Table = new(StringComparer.Ordinal)
    {
        ["appraise"] = AppraiseCalc.Run,
        ["emissions"] = EmissionsCalc.Run,
        ["indicators"] = IndicatorsCalc.Run,
        ["mfca"] = MfcaCalc.Run,
        ["reconcile"] = ReconcileCalc.Run,
        ["regress"] = RegressCalc.Run,
        ["savings"] = SavingsCalc.Run,
    };

    public static IEnumerable<string> Methods => Table.Keys;

    public static bool Knows(string method) => Table.ContainsKey(method);

    public static CalcReply Answer(string method, ReadOnlyMemory<byte> document, bool force)
    {
        if (!Table.TryGetValue(method, out var run)) return CalcReply.Bad($"/: unknown method «{method}»; allowed: {string.Join(", ", Methods)}");
        if (force && method != "savings") return CalcReply.Bad("/: --force is for savings; allowed: no option");
        // The parser looks at the letters of a text only when it is asked for, and then throws.
        if (!Utf8.IsValid(document.Span)) return CalcReply.Bad("/: not UTF-8; allowed: one JSON object in UTF-8 (RFC 8259)");
        JsonDocument parsed;
        try
        {
            parsed = JsonDocument.Parse(WithoutMark(document), new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException e)
        {
            return CalcReply.Bad($"/: not a JSON document: {e.Message.ReplaceLineEndings(" ")}; allowed: one JSON object (RFC 8259), at most 64 levels deep");
        }
        using (parsed)
        {
            var problems = new CalcProblems();
            var input = CalcIn.Root(parsed.RootElement, problems);
            using var output = new CalcOut();
            try
            {
                var fate = input.Sound ? run(input, output, force) : CalcFate.BadInput;
                input.Finish();
                if (!input.Sound || fate == CalcFate.BadInput) return CalcReply.Bad(problems.Lines);
                return new CalcReply(fate == CalcFate.Refused ? 3 : 0, output.End(problems.Ignored), []);
            }
            catch (InputException e) when (e.Problems.Count > 0)
            {
                return CalcReply.Bad([.. problems.Lines, .. e.Problems.Select(p => p.ToString().ReplaceLineEndings(" "))]);
            }
            catch (NotFiniteException e)
            {
                return new CalcReply(3, CalcOut.Refusal($"the numbers leave the range of double precision at «{e.Key}»"), []);
            }
        }
    }

    /// <summary>A byte order mark is no part of JSON, but editors write it.</summary>
    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> document) =>
        document.Span.StartsWith("\uFEFF"u8) ? document[3..] : document;
}
