using System.IO.Compression;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Data;

/// <summary>
/// Puts database and files back as they were in an archive. All of the archive is read and tried first; only then is anything touched,
/// and what was there is kept: beside the SQLite database, as a dump among the backups for PostgreSQL.
/// </summary>
public static class Restore
{
    private const string Files = "files/";

    public static async Task FromAsync(AppDb db, SenHome home, string archive, CancellationToken ct)
    {
        var work = Directory.CreateDirectory(Path.Combine(home.Backups, $"restore-{Guid.NewGuid():N}")).FullName;
        try
        {
            var postgres = db.Database.IsNpgsql();
            await UnpackAsync(archive, postgres ? Backup.PostgresEntry : Backup.SqliteEntry, work, ct);
            if (postgres) await PutPostgresAsync(db, home, work, ct);
            else PutSqlite(db, Path.Combine(work, Backup.SqliteEntry));
            foreach (var file in Directory.EnumerateFiles(Path.Combine(work, Files), "*", SearchOption.AllDirectories))
            {
                var to = Path.Combine(home.Files, Path.GetRelativePath(Path.Combine(work, Files), file));
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Move(file, to, overwrite: true);
            }
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static async Task UnpackAsync(string archive, string database, string work, CancellationToken ct)
    {
        await using var zip = await ZipFile.OpenReadAsync(archive, ct);
        if (zip.GetEntry(database) is null)
            throw new InvalidDataException(database == Backup.PostgresEntry ? "The archive holds no PostgreSQL dump." : "The archive holds no SQLite database.");
        Directory.CreateDirectory(Path.Combine(work, Files));
        foreach (var entry in zip.Entries.Where(e => e.Name.Length > 0 && (e.FullName == database || e.FullName.StartsWith(Files, StringComparison.Ordinal))))
        {
            var path = Path.GetFullPath(Path.Combine(work, entry.FullName));
            if (entry.FullName != database && !path.StartsWith(Path.Combine(work, Files), StringComparison.Ordinal))
                throw new InvalidDataException($"The archive names a file outside its folder: {entry.FullName}");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await entry.ExtractToFileAsync(path, ct);
            if (await ChecksumAsync(path, ct) != entry.Crc32) throw new InvalidDataException($"The archive is damaged at {entry.FullName}.");
        }
    }

    private static void PutSqlite(AppDb db, string dump)
    {
        Try(dump);
        var path = ((SqliteConnection)db.Database.GetDbConnection()).DataSource;
        SqliteConnection.ClearAllPools();
        // What was committed last may stand in the log beside the database only, so the three go together.
        foreach (var part in new[] { "", "-wal", "-shm" })
        {
            File.Delete(path + ".before-restore" + part);
            if (File.Exists(path + part)) File.Move(path + part, path + ".before-restore" + part);
        }
        File.Copy(dump, path);
    }

    private static void Try(string dump)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = dump, Pooling = false, Mode = SqliteOpenMode.ReadOnly }.ToString());
        try
        {
            connection.Open();
            using var check = connection.CreateCommand();
            check.CommandText = "select count(*) from \"__EFMigrationsHistory\"; pragma integrity_check";
            using var answer = check.ExecuteReader();
            if (answer.NextResult() && answer.Read() && answer.GetString(0) == "ok") return;
        }
        catch (SqliteException broken)
        {
            throw new InvalidDataException("The database in the archive cannot be read: " + broken.Message, broken);
        }
        throw new InvalidDataException("The database in the archive is damaged.");
    }

    private static async Task PutPostgresAsync(AppDb db, SenHome home, string work, CancellationToken ct)
    {
        var (drop, script) = (Path.Combine(work, "drop.sql"), Path.Combine(work, "sen.sql"));
        // Reads the whole dump, so a broken one ends here.
        await PostgresTools.RunAsync(db, "pg_restore", ["--no-owner", "--no-privileges", "--file=" + script, Path.Combine(work, Backup.PostgresEntry)], ct, connect: false);
        await Backup.BeforeAsync(db, home, "restore", ct);
        var tables = db.Model.GetEntityTypes().Select(e => e.GetTableName()).OfType<string>().Append("__EFMigrationsHistory").Distinct(StringComparer.Ordinal);
        await File.WriteAllLinesAsync(drop, tables.Select(t => $"drop table if exists \"{t}\" cascade;"), ct);
        await PostgresTools.RunAsync(db, "psql", ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--file=" + drop, "--file=" + script], ct);
    }

    /// <summary>The zip's own sum (CRC-32, ISO 3309), which the reader does not compare by itself.</summary>
    private static async Task<uint> ChecksumAsync(string path, CancellationToken ct)
    {
        await using var file = File.OpenRead(path);
        var (block, sum) = (new byte[1 << 16], uint.MaxValue);
        for (int read; (read = await file.ReadAsync(block, ct)) > 0;)
            foreach (var letter in block.AsSpan(0, read)) sum = Sums[(byte)(sum ^ letter)] ^ (sum >> 8);
        return ~sum;
    }

    private static readonly uint[] Sums = [.. Enumerable.Range(0, 256).Select(n =>
    {
        var sum = (uint)n;
        for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
        return sum;
    })];
}
