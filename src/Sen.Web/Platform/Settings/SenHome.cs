namespace Sen.Web.Platform.Settings;

/// <summary>The folder of everything this installation keeps: SQLite database, files, backups, logs of nothing.</summary>
public sealed class SenHome
{
    public SenHome(IConfiguration settings)
    {
        Folder = Path.GetFullPath(settings["SEN_HOME"] is { Length: > 0 } chosen ? chosen : "var");
        Files = Path.Combine(Folder, "files");
        Backups = Path.Combine(Folder, "backups");
        Directory.CreateDirectory(Files);
        Directory.CreateDirectory(Backups);
    }

    public string Folder { get; }
    public string Files { get; }
    public string Backups { get; }
    public string SqliteFile => Path.Combine(Folder, "sen.db");

    /// <summary>Reference data travel with the build, not with the working directory.</summary>
    public static string ReferenceData { get; } = Path.Combine(AppContext.BaseDirectory, "data");
}
