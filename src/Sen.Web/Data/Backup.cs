using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Data;

/// <summary>One archive holds everything: the database as its engine dumps it, and the files. See docs/operate.md.</summary>
public static class Backup
{
    private const string SqliteEntry = "sen.db";
    private const string PostgresEntry = "sen.pgdump";

    public static async Task<string> BeforeMigrationAsync(AppDb db, SenHome home, string migration, CancellationToken ct)
    {
        var path = Path.Combine(home.Backups, $"before-{migration}{(db.Database.IsNpgsql() ? ".pgdump" : ".db")}");
        for (var n = 2; File.Exists(path); n++) path = Path.Combine(home.Backups, string.Create(CultureInfo.InvariantCulture, $"before-{migration}-{n}{Path.GetExtension(path)}"));
        await DumpAsync(db, path, ct);
        return path;
    }

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

    /// <summary>Puts database and files back as they were. What is there now is kept beside, with the ending «.before-restore».</summary>
    public static async Task RestoreAsync(AppDb db, SenHome home, string archive, CancellationToken ct)
    {
        await using var zip = await ZipFile.OpenReadAsync(archive, ct);
        var postgres = db.Database.IsNpgsql();
        var entry = zip.GetEntry(postgres ? PostgresEntry : SqliteEntry)
            ?? throw new InvalidDataException(postgres ? "The archive holds no PostgreSQL dump." : "The archive holds no SQLite database.");
        var dump = Path.Combine(home.Backups, $"restore-{Guid.NewGuid():N}");
        await entry.ExtractToFileAsync(dump, ct);
        try
        {
            if (postgres) await RunAsync("pg_restore", ["--clean", "--if-exists", "--no-owner", "--dbname=" + Uri(db), dump], ct);
            else ReplaceSqlite(db, dump);
        }
        finally
        {
            File.Delete(dump);
        }
        foreach (var file in zip.Entries.Where(e => e.FullName.StartsWith("files/", StringComparison.Ordinal) && e.Name.Length > 0))
        {
            var path = Path.GetFullPath(Path.Combine(home.Files, file.FullName["files/".Length..]));
            if (!path.StartsWith(home.Files + Path.DirectorySeparatorChar, StringComparison.Ordinal)) throw new InvalidDataException($"The archive names a file outside its folder: {file.FullName}");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await file.ExtractToFileAsync(path, overwrite: true, ct);
        }
    }

    private static async Task DumpAsync(AppDb db, string path, CancellationToken ct)
    {
        if (db.Database.IsNpgsql())
        {
            await RunAsync("pg_dump", ["--format=custom", "--no-owner", "--file=" + path, "--dbname=" + Uri(db)], ct);
            return;
        }
        await db.Database.OpenConnectionAsync(ct);
        await using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        await target.OpenAsync(ct);
        ((SqliteConnection)db.Database.GetDbConnection()).BackupDatabase(target);
    }

    private static void ReplaceSqlite(AppDb db, string dump)
    {
        var path = ((SqliteConnection)db.Database.GetDbConnection()).DataSource;
        SqliteConnection.ClearAllPools();
        if (File.Exists(path)) File.Move(path, path + ".before-restore", overwrite: true);
        foreach (var rest in new[] { path + "-wal", path + "-shm" }) File.Delete(rest);
        File.Copy(dump, path);
    }

    private static string Uri(AppDb db)
    {
        var c = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
        var words = new List<string> { Word("host", c.Host), Word("port", c.Port.ToString(CultureInfo.InvariantCulture)), Word("dbname", c.Database), Word("user", c.Username), Word("password", c.Password) };
        return string.Join(' ', words.Where(w => w.Length > 0));
    }

    private static string Word(string name, string? value) =>
        string.IsNullOrEmpty(value) ? "" : $"{name}='{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    private static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct)
    {
        Process process;
        try
        {
            process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} is needed to copy a PostgreSQL database: install postgresql-client and put it on the PATH.", missing);
        }
        using (process)
        {
            var errors = await process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed: {errors.Trim()}");
        }
    }
}
