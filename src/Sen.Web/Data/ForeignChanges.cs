using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sen.Web.Platform;

namespace Sen.Web.Data;

/// <summary>
/// Evicts public pages when another process wrote: a second node, or a list taken in on the command line. PostgreSQL tells by NOTIFY;
/// SQLite's data_version, a number in memory, is looked at every 0.3 s. So a seat taken anywhere is seen everywhere within a second.
/// </summary>
public sealed partial class ForeignChanges(IServiceScopeFactory scopes, IOutputCacheStore pages, PageGeneration generation, ILogger<ForeignChanges> log) : BackgroundService
{
    public const string Channel = "sen_pages";
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<AppDb>().Database;
        var (postgres, connection) = (database.IsNpgsql(), database.GetConnectionString()!);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (postgres) await ListenAsync(connection, stoppingToken);
                else await WatchAsync(connection, stoppingToken);
            }
            // A database that restarts: what was missed meanwhile is made good by evicting once.
            catch (Exception e) when (e is NpgsqlException or SqliteException or IOException)
            {
                Lost(log, e.Message);
                await EvictAsync(stoppingToken);
                await Task.Delay(Rest, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(string connection, CancellationToken ct)
    {
        await using var line = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connection) { Pooling = false, KeepAlive = 30 }.ToString());
        await line.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", line)) await listen.ExecuteNonQueryAsync(ct);
        await EvictAsync(ct);
        while (true)
        {
            await line.WaitAsync(ct);
            await EvictAsync(ct);
        }
    }

    private async Task WatchAsync(string connection, CancellationToken ct)
    {
        await using var eye = new SqliteConnection(new SqliteConnectionStringBuilder(connection) { Pooling = false }.ToString());
        await eye.OpenAsync(ct);
        await using var look = eye.CreateCommand();
        look.CommandText = "pragma data_version";
        var seen = await look.ExecuteScalarAsync(ct);
        while (true)
        {
            await Task.Delay(Look, ct);
            var now = await look.ExecuteScalarAsync(ct);
            if (Equals(now, seen)) continue;
            seen = now;
            await EvictAsync(ct);
        }
    }

    private ValueTask EvictAsync(CancellationToken ct)
    {
        generation.Next();
        return pages.EvictByTagAsync(PublicPages.Tag, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Changes of other processes are not seen for a moment: {Error}")]
    private static partial void Lost(ILogger log, string error);
}
