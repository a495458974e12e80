using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Sen.Web.Data;

/// <summary>PostgreSQL's own programs: pg_dump, pg_restore, psql.</summary>
internal static class PostgresTools
{
    private const string Debian = "/usr/lib/postgresql";

    /// <summary>On the path, or where Debian keeps each version's; the newest, since an older one refuses a newer server. Null where there is none.</summary>
    internal static string? Find(string program, string? path, string debian) =>
        (path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists)
        ?? (Directory.Exists(debian) ? Directory.EnumerateDirectories(debian) : [])
            .OrderByDescending(v => int.TryParse(Path.GetFileName(v), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Select(v => Path.Combine(v, "bin", program)).FirstOrDefault(File.Exists);

    /// <summary>Runs one against this database, or against none («connect» false).</summary>
    public static async Task RunAsync(AppDb db, string program, IEnumerable<string> arguments, CancellationToken ct, bool connect = true)
    {
        var file = Find(program, Environment.GetEnvironmentVariable("PATH"), Debian)
            ?? throw new InvalidOperationException($"{program} is needed to copy a PostgreSQL database: install postgresql-client.");
        var to = new NpgsqlConnectionStringBuilder(db.Database.GetConnectionString());
        var start = new ProcessStartInfo(file, connect ? [.. arguments, "--dbname=" + Words(to)] : arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        // Not among the arguments, which every user of the machine may read.
        if (connect && !string.IsNullOrEmpty(to.Password)) start.Environment["PGPASSWORD"] = to.Password;
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(ct);
        var errors = await process.StandardError.ReadToEndAsync(ct);
        await said;
        await process.WaitForExitAsync(ct);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} failed: {errors.Trim()}");
    }

    private static string Words(NpgsqlConnectionStringBuilder to) => string.Join(' ', new[]
    {
        Word("host", to.Host), Word("port", to.Port.ToString(CultureInfo.InvariantCulture)), Word("dbname", to.Database), Word("user", to.Username),
    }.Where(w => w.Length > 0));

    private static string Word(string name, string? value) =>
        string.IsNullOrEmpty(value) ? "" : $"{name}='{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
