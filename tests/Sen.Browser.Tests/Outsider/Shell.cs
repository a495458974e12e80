using System.Diagnostics;

namespace Sen.Browser.Tests.Outsider;

/// <summary>What a command printed, and how it ended.</summary>
internal sealed record Shell(int Code, string Output, string Errors)
{
    public static async Task<Shell> RunAsync(string program, string[] arguments, string folder, Dictionary<string, string>? settings = null)
    {
        using var process = Process.Start(RunningSen.Start(program, arguments, folder, settings ?? []))!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(10));
        return new(process.ExitCode, await output, await errors);
    }

    public Shell Good()
    {
        Assert.True(Code == 0, $"It ended with {Code}.\n{Output}\n{Errors}");
        return this;
    }
}
