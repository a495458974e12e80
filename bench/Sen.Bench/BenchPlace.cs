using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Npgsql;
using Sen.Web;
using Sen.Web.Data;

namespace Sen.Bench;

/// <summary>A host with a home and a database of its own, both gone at the end.</summary>
internal sealed class BenchPlace(WebApplication app, string home, string connection) : IAsyncDisposable
{
    public WebApplication App => app;
    public string Engine => connection.Length > 0 ? "PostgreSQL" : "SQLite";

    public static async Task<BenchPlace> MakeAsync(bool sample)
    {
        var home = Directory.CreateTempSubdirectory("sen-bench-").FullName;
        var connection = await DatabaseAsync();
        var app = SenHost.Create([], b =>
        {
            b.Logging.ClearProviders();
            b.WebHost.UseUrls("http://127.0.0.1:0");
        }, new Dictionary<string, string?> { ["SEN_HOME"] = home, ["ConnectionStrings:Sen"] = connection, ["SEN_SAMPLE"] = sample ? "on" : "off" });
        await app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        return new BenchPlace(app, home, connection);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(home, recursive: true);
    }

    private static async Task<string> DatabaseAsync()
    {
        var server = Environment.GetEnvironmentVariable("SEN_BENCH_DB") ?? "";
        if (server.Length == 0) return "";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var drop = new NpgsqlCommand("drop database if exists sen_bench with (force)", connection);
        await drop.ExecuteNonQueryAsync();
        await using var create = new NpgsqlCommand("create database sen_bench", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = "sen_bench" }.ToString();
    }
}
