using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Data;

/// <summary>«Host=…» is PostgreSQL; anything else is SQLite, by default in the home folder.</summary>
public static class DatabasePart
{
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        var home = new SenHome(builder.Configuration);
        builder.Services.AddSingleton(home);
        builder.Services.AddScoped<DbContext>(s => s.GetRequiredService<AppDb>());
        builder.Services.AddScoped<Actor>();
        builder.Services.AddScoped<Changes>();
        builder.Services.AddHostedService<ForeignChanges>();
        var connection = builder.Configuration.GetConnectionString("Sen") ?? "";
        if (IsPostgres(connection))
        {
            builder.Services.AddDbContext<PostgresDb>(o => o.UseSenPostgres(connection));
            builder.Services.AddScoped<AppDb>(s => s.GetRequiredService<PostgresDb>());
        }
        else
        {
            builder.Services.AddDbContext<SqliteDb>(o => o.UseSenSqlite(SqliteConnection(connection, home)));
            builder.Services.AddScoped<AppDb>(s => s.GetRequiredService<SqliteDb>());
        }
    }

    public static bool IsPostgres(string? connection) =>
        connection is not null && connection.TrimStart().StartsWith("Host=", StringComparison.OrdinalIgnoreCase);

    internal static string SqliteConnection(string connection, SenHome home)
    {
        var text = connection.Length > 0 ? new SqliteConnectionStringBuilder(connection) : new SqliteConnectionStringBuilder { DataSource = home.SqliteFile };
        text.ForeignKeys = true;
        text.DefaultTimeout = 30;
        return text.ToString();
    }

    internal static DbContextOptionsBuilder UseSenSqlite(this DbContextOptionsBuilder options, string connection) =>
        options.UseSqlite(connection).UseSnakeCaseNamingConvention()
            // SQLite rebuilds a table outside a transaction; what there was has been copied before (Preparation).
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));

    internal static DbContextOptionsBuilder UseSenPostgres(this DbContextOptionsBuilder options, string connection)
    {
        var text = new NpgsqlConnectionStringBuilder(connection);
        // PostgreSQL would compile the query of a page of 50 out of many, 250 ms for what then takes 5.
        if (string.IsNullOrEmpty(text.Options)) text.Options = "-c jit=off";
        return options.UseNpgsql(text.ToString()).UseSnakeCaseNamingConvention();
    }
}
