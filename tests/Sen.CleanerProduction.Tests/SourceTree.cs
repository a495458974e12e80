namespace Sen.CleanerProduction.Tests;

/// <summary>Where the sources of this build stand.</summary>
internal static class SourceTree
{
    public static readonly string Root = Find();

    /// <summary>Release or Debug: the folder the tests were built into.</summary>
    public static readonly string Configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sen.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("The tests run inside the source tree.");
    }
}
