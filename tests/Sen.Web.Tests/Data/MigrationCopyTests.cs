using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;

namespace Sen.Web.Tests.Data;

/// <summary>A build that is one migration ahead starts on the database of today's.</summary>
public sealed class MigrationCopyTests(EmptySite empty) : IClassFixture<EmptySite>
{
    private const string Id = "99999999999999_Later";

    [Fact]
    public async Task Before_a_migration_the_database_is_copied_as_it_was()
    {
        var site = empty.Site;
        var backups = Path.Combine(site.Home, "backups");
        await site.DbAsync(db =>
        {
            db.Programmes.Add(new Programme { Code = "truoc", Title = new("Chương trình trước lúc chuyển", "") });
            return db.SaveChangesAsync();
        });
        Assert.Equal([], Directory.GetFiles(backups));

        await using var next = site.Build(b => b.Services
            .ConfigureDbContext<SqliteDb>(o => o.ReplaceService<IMigrationsAssembly, OneMigrationMore>())
            .ConfigureDbContext<PostgresDb>(o => o.ReplaceService<IMigrationsAssembly, OneMigrationMore>()));
        await next.Services.GetRequiredService<Preparation>().RunAsync(default);

        Assert.Equal(1, await site.DbAsync(db => db.Database.SqlQueryRaw<int>("select n as \"Value\" from after_today").SingleAsync()));
        var copy = Assert.Single(Directory.GetFiles(backups));
        Assert.StartsWith("before-" + Id, Path.GetFileName(copy), StringComparison.Ordinal);
        var text = await site.TextAsync(copy);
        Assert.Contains("Chương trình trước lúc chuyển", text, StringComparison.Ordinal);
        Assert.Contains("CREATE TABLE programmes", text, StringComparison.Ordinal);
        Assert.DoesNotContain("after_today", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Id, text, StringComparison.Ordinal);

        await next.Services.GetRequiredService<Preparation>().RunAsync(default);
        Assert.Single(Directory.GetFiles(backups));
    }

    [Migration(Id)]
    private sealed class Later : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("create table after_today (n integer); insert into after_today values (1)");
    }

    private sealed class OneMigrationMore(ICurrentDbContext current) : IMigrationsAssembly
    {
        public Assembly Assembly { get; } = typeof(AppDb).Assembly;

        public IReadOnlyDictionary<string, TypeInfo> Migrations => Mine<Migration>().Append(typeof(Later).GetTypeInfo())
            .OrderBy(NameOf, StringComparer.Ordinal).ToDictionary(NameOf, StringComparer.Ordinal);

        public ModelSnapshot? ModelSnapshot => (ModelSnapshot?)Activator.CreateInstance(Mine<ModelSnapshot>().Single());

        public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id => id == nameOrId || id.EndsWith("_" + nameOrId, StringComparison.OrdinalIgnoreCase));

        public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
        {
            var migration = (Migration)Activator.CreateInstance(migrationClass, nonPublic: true)!;
            migration.ActiveProvider = activeProvider;
            return migration;
        }

        private IEnumerable<TypeInfo> Mine<T>() => Assembly.DefinedTypes.Where(t => t.IsSubclassOf(typeof(T)) && t.GetCustomAttribute<DbContextAttribute>()?.ContextType == current.Context.GetType());

        private static string NameOf(TypeInfo migration) => migration.GetCustomAttribute<MigrationAttribute>()!.Id;
    }
}
