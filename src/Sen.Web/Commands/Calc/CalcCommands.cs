using System.CommandLine;

namespace Sen.Web.Commands.Calc;

/// <summary>«sen calc METHOD FILE.json»: needs no database, settings or working directory. Exit 0 calculated, 2 bad input, 3 refused.</summary>
internal static class CalcCommands
{
    /// <summary>Larger documents are refused before they are read; 100,000 streams take about 15 MB.</summary>
    private const int LargestDocument = 256 * 1024 * 1024;

    public static Command Create()
    {
        var method = new Argument<string>("method") { Description = string.Join(", ", CalcDoor.Methods) + ".", Arity = ArgumentArity.ZeroOrOne };
        var file = new Argument<string>("file") { Description = "A JSON document, or - for standard input.", Arity = ArgumentArity.ZeroOrOne };
        var force = new Option<bool>("--force") { Description = "Savings only: show a model that fails its validity checks." };
        var command = new Command("calc", "Calculate: one JSON document in, one out. Exit 0 calculated, 2 bad input, 3 refused.") { method, file, force };
        command.SetAction((parsed, ct) => RunAsync(parsed.GetValue(method), parsed.GetValue(file), parsed.GetValue(force), ct));
        return command;
    }

    /// <summary>A fault of ours is no reason to leave a script without an answer.</summary>
    private static CalcReply Safe(string method, ReadOnlyMemory<byte> document, bool force)
    {
        try
        {
            return CalcDoor.Answer(method, document, force);
        }
        catch (Exception e) when (e is ArithmeticException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or KeyNotFoundException or NullReferenceException)
        {
            return new CalcReply(3, CalcOut.Refusal($"a fault in the program, please report it: {e.GetType().Name} {e.Message.ReplaceLineEndings(" ")}"), []);
        }
    }

    private static async Task<int> RunAsync(string? method, string? file, bool force, CancellationToken ct)
    {
        var reply = await AnswerAsync(method, file, force, ct);
        foreach (var error in reply.Errors) await Console.Error.WriteLineAsync(error);
        if (reply.Document is { } document)
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(document, ct);
            await output.WriteAsync("\n"u8.ToArray(), ct);
        }
        return reply.Exit;
    }

    private static async Task<CalcReply> AnswerAsync(string? method, string? file, bool force, CancellationToken ct)
    {
        if (method is null || !CalcDoor.Knows(method)) return CalcReply.Bad($"/: unknown method «{method}»; allowed: {string.Join(", ", CalcDoor.Methods)}");
        if (file is null) return CalcReply.Bad("/: no document; allowed: the path of a JSON document, or - for standard input");
        try
        {
            await using var source = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
            using var content = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = await source.ReadAsync(buffer, ct)) > 0;)
            {
                if (content.Length + read > LargestDocument) return CalcReply.Bad($"/: the document is too large; allowed: up to {LargestDocument} bytes");
                content.Write(buffer, 0, read);
            }
            return Safe(method, content.GetBuffer().AsMemory(0, (int)content.Length), force);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return CalcReply.Bad($"/: cannot read «{file}»: {e.Message.ReplaceLineEndings(" ")}; allowed: a file that can be read");
        }
    }
}
