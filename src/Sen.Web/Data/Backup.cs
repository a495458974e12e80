using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Data;

/// <summary>One archive holds everything: the database as its engine dumps it, and the files. See docs/operate.md.</summary>
public static class Backup
{
    internal const string SqliteEntry = "sen.db";
    internal const string PostgresEntry = "sen.pgdump";

    public static async Task WriteAsync(AppDb db, SenHome home, string archive, CancellationToken ct)
    {
        var dump = Path.Combine(home.Backups, $"dump-{Guid.NewGuid():N}");
        try
        {
            await DumpAsync(db, dump, ct);
            await using var zip = await ZipFile.OpenAsync(archive, ZipArchiveMode.Create, ct);
            await zip.CreateEntryFromFileAsync(dump, db.Database.IsNpgsql() ? PostgresEntry : SqliteEntry, ct);
            foreach (var file in Directory.EnumerateFiles(home.Files, "*", SearchOption.AllDirectories))
                await zip.CreateEntryFromFileAsync(file, "files/" + Path.GetRelativePath(home.Files, file).Replace('\\', '/'), CompressionLevel.NoCompression, ct);
        }
        finally
        {
            File.Delete(dump);
        }
    }

    /// <summary>A copy in the folder of backups, under a name that is not taken.</summary>
    public static async Task<string> BeforeAsync(AppDb db, SenHome home, string what, CancellationToken ct)
    {
        var ending = db.Database.IsNpgsql() ? ".pgdump" : ".db";
        var path = Path.Combine(home.Backups, $"before-{what}{ending}");
        for (var n = 2; File.Exists(path); n++) path = Path.Combine(home.Backups, string.Create(CultureInfo.InvariantCulture, $"before-{what}-{n}{ending}"));
        await DumpAsync(db, path, ct);
        return path;
    }

    private static async Task DumpAsync(AppDb db, string path, CancellationToken ct)
    {
        if (db.Database.IsNpgsql())
        {
            await PostgresTools.RunAsync(db, "pg_dump", ["--format=custom", "--no-owner", "--no-privileges", "--file=" + path], ct);
            return;
        }
        await db.Database.OpenConnectionAsync(ct);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await target.OpenAsync(ct);
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(target);
    }
}
