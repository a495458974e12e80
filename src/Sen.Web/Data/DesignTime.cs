using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Sen.Web.Platform.Audit;

namespace Sen.Web.Data;

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteDb>
{
    public SqliteDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteDb>();
        options.UseSenSqlite("Data Source=:memory:").UseApplicationServiceProvider(Design.Services);
        return new SqliteDb(options.Options, new Actor(), TimeProvider.System, new Changes(Design.Services));
    }
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresDb>
{
    public PostgresDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresDb>();
        options.UseSenPostgres("Host=localhost").UseApplicationServiceProvider(Design.Services);
        return new PostgresDb(options.Options, new Actor(), TimeProvider.System, new Changes(Design.Services));
    }
}

internal static class Design
{
    /// <summary>Identity reads its schema version from the application's options; without them the passkey table is missing.</summary>
    public static readonly IServiceProvider Services = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentitySchemaVersions.Version3).BuildServiceProvider();
}
