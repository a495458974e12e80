using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sen.Browser.Tests;

/// <summary>The built program as a process of its own, as somebody at a keyboard would start it; ended as a service manager would.</summary>
public sealed class RunningSen : IAsyncDisposable
{
    private static readonly string[] Settings = ["SEN_HOME", "SEN_SAMPLE", "SEN_TEST_DB", "PORT", "ConnectionStrings__Sen", "ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "CONFIGURATION"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly TaskCompletionSource serves = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningSen(Process process, int port)
    {
        this.process = process;
        Address = new Uri($"http://localhost:{port}");
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => serves.TrySetException(new InvalidOperationException("It ended before it served:\n" + Output));
    }

    public Uri Address { get; }

    public string Output
    {
        get { lock (output) return output.ToString(); }
    }

    /// <summary>Starts it and waits for the line in which it says where it serves.</summary>
    public static async Task<RunningSen> StartAsync(string program, string[] arguments, string folder, Dictionary<string, string> settings)
    {
        var port = FreePort();
        var sen = new RunningSen(new Process { StartInfo = Start(program, arguments, folder, new(settings) { ["PORT"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture) }) }, port);
        sen.process.Start();
        sen.process.StandardInput.Close();
        sen.process.BeginOutputReadLine();
        sen.process.BeginErrorReadLine();
        await sen.serves.Task.WaitAsync(Patience);
        return sen;
    }

    /// <summary>Asks it to end (SIGTERM) and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!process.HasExited)
        {
            using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        }
        return process.ExitCode;
    }

    /// <summary>Ends it at once (SIGKILL), as a power cut would.</summary>
    public Task KillAsync()
    {
        process.Kill(entireProcessTree: true);
        return process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    public static ProcessStartInfo Start(string program, IEnumerable<string> arguments, string folder, Dictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, UseShellExecute = false };
        foreach (var name in Settings) start.Environment.Remove(name);
        foreach (var (name, value) in settings) start.Environment[name] = value;
        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (output) output.AppendLine(line);
        if (line.StartsWith("Sen: http", StringComparison.Ordinal)) serves.TrySetResult();
    }
}
