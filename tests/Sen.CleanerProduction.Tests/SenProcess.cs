using System.Diagnostics;

namespace Sen.CleanerProduction.Tests;

/// <summary>A program run to its end, with what it wrote and how it ended; a run that lasts too long is ended and fails the test.</summary>
internal sealed record SenProcess(int Exit, byte[] Output, string Errors)
{
    /// <summary>The command itself, as it was built beside the tests.</summary>
    public static readonly string Sen = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "sen.exe" : "sen");

    public static async Task<SenProcess> RunAsync(string program, IEnumerable<string> arguments, byte[] input, TimeSpan patience, IReadOnlyDictionary<string, string>? settings = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = Path.GetTempPath() };
        foreach (var (name, value) in settings ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(patience);
        try
        {
            using var output = new MemoryStream();
            var reading = process.StandardOutput.BaseStream.CopyToAsync(output, limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await FeedAsync(process, input, limit.Token);
            await Task.WhenAll(reading, errors, process.WaitForExitAsync(limit.Token));
            return new SenProcess(process.ExitCode, output.ToArray(), await errors);
        }
        catch (OperationCanceledException e)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {patience}", e);
        }
    }

    /// <summary>A program that answers before it has read everything closes the pipe; that is its right.</summary>
    private static async Task FeedAsync(Process process, byte[] input, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }
}
