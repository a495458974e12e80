using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;

[assembly: AssemblyFixture(typeof(Sen.Web.Tests.TestSite))]

namespace Sen.Web.Tests;

/// <summary>
/// The real host on a real port with a real database, prepared once with the sample. SEN_TEST_DB decides which engine:
/// empty is SQLite, «Host=…» is a PostgreSQL server on which a database of its own is made and dropped.
/// </summary>
public sealed class TestSite : IAsyncLifetime
{
    private readonly string home = Directory.CreateTempSubdirectory("sen-test-").FullName;
    private string? postgresServer;
    private string? postgresName;
    private WebApplication app = null!;

    public static bool OnPostgres => DatabasePart.IsPostgres(Environment.GetEnvironmentVariable("SEN_TEST_DB"));

    /// <summary>False starts empty, as SEN_SAMPLE=off does.</summary>
    public bool Sample { get; init; } = true;
    public SettableClock Clock { get; } = new();
    public Uri Address { get; private set; } = null!;
    public IServiceProvider Services => app.Services;
    public string Home => home;
    public string ConnectionString { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await MakeDatabaseAsync();
        app = Build();
        await app.Services.GetRequiredService<Preparation>().RunAsync(CancellationToken.None);
        await app.StartAsync();
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Another host on the same database, as a second node would be: both send people to the same address.</summary>
    public WebApplication Build(Action<WebApplicationBuilder>? adjust = null) => SenHost.Create([], builder =>
    {
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock);
        adjust?.Invoke(builder);
    }, new Dictionary<string, string?> { ["SEN_HOME"] = home, ["ConnectionStrings:Sen"] = ConnectionString, ["SEN_SAMPLE"] = Sample ? "on" : "off", ["Site:Address"] = Address?.ToString() });

    /// <summary>A browser without redirects followed: a test says where it is sent.</summary>
    public HttpClient Visitor() => new(new CookieJar(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = Address };

    /// <summary>Work in a scope of its own, as a request would.</summary>
    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Runs("test");
        return await work(scope.ServiceProvider);
    }

    public Task<T> DbAsync<T>(Func<AppDb, Task<T>> work) => InScopeAsync(s => work(s.GetRequiredService<AppDb>()));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (postgresName is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await using var server = new NpgsqlConnection(postgresServer);
            await server.OpenAsync();
            await using var drop = new NpgsqlCommand($"drop database if exists {postgresName} with (force)", server);
            await drop.ExecuteNonQueryAsync();
        }
        Directory.Delete(home, recursive: true);
    }

    private async Task MakeDatabaseAsync()
    {
        if (!OnPostgres) return;
        postgresServer = Environment.GetEnvironmentVariable("SEN_TEST_DB")!;
        postgresName = "sen_test_" + Guid.NewGuid().ToString("N")[..12];
        await using var server = new NpgsqlConnection(postgresServer);
        await server.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {postgresName}", server);
        await create.ExecuteNonQueryAsync();
        ConnectionString = new NpgsqlConnectionStringBuilder(postgresServer) { Database = postgresName, IncludeErrorDetail = true }.ToString();
    }
}

/// <summary>A clock that a test may set; it stands at the day of the sample until then.</summary>
public sealed class SettableClock : TimeProvider
{
    private TimeSpan shift = new DateTimeOffset(2026, 11, 23, 3, 0, 0, TimeSpan.Zero) - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;

    public IDisposable At(DateTimeOffset moment)
    {
        var before = shift;
        shift = moment - System.GetUtcNow();
        return new Back(() => shift = before);
    }

    private sealed class Back(Action undo) : IDisposable
    {
        public void Dispose() => undo();
    }
}
