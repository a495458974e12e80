using Microsoft.Data.Sqlite;
using Sen.Web.Data;

namespace Sen.Web.Tests.Data;

/// <summary>What a copy of a database holds, whichever engine made it.</summary>
internal static class Copies
{
    /// <summary>The copy as SQL: its tables' definitions, its migrations and the titles of its programmes.</summary>
    public static async Task<string> TextAsync(this TestSite site, string copy)
    {
        if (!TestSite.OnPostgres) return await OfSqliteAsync(copy);
        var script = Path.GetTempFileName();
        await site.DbAsync(async db =>
        {
            await PostgresTools.RunAsync(db, "pg_restore", ["--file=" + script, copy], default, connect: false);
            return true;
        });
        var text = await File.ReadAllTextAsync(script);
        File.Delete(script);
        return text.Replace("public.", "", StringComparison.Ordinal);
    }

    private static async Task<string> OfSqliteAsync(string copy)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "select sql from sqlite_master where sql is not null union all select migration_id from \"__EFMigrationsHistory\" union all select title_vi from programmes";
        await using var rows = await command.ExecuteReaderAsync();
        var text = new List<string>();
        while (await rows.ReadAsync()) text.Add(rows.GetString(0).Replace("\"", "", StringComparison.Ordinal));
        return string.Join('\n', text);
    }
}
