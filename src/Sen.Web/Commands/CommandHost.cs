using Sen.Web.Data;
using Sen.Web.Platform.Audit;

namespace Sen.Web.Commands;

/// <summary>Runs one command against the same settings and database as the server, without serving.</summary>
internal static class CommandHost
{
    public static async Task<int> RunAsync(string command, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct, bool prepare = true)
    {
        await using var app = SenHost.Create([], builder => builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning));
        try
        {
            if (prepare) await app.Services.GetRequiredService<Preparation>().RunAsync(ct);
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Actor>().Runs("sen " + command);
            return await work(scope.ServiceProvider, ct);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or InvalidOperationException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"sen {command}: {e.Message}");
            return 2;
        }
    }
}
