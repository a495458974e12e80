namespace Sen.Browser.Tests.Outsider;

/// <summary>The last commit as somebody gets it who clones it for the first time: nothing built, nothing kept.</summary>
public sealed class FreshClone : IAsyncLifetime
{
    private readonly string temporary = Directory.CreateTempSubdirectory("sen-clone-").FullName;

    public string Folder => Path.Combine(temporary, "sen");

    /// <summary>A folder to be in that has nothing to do with Sen.</summary>
    public string Elsewhere => temporary;

    public string In(string name) => Path.Combine(temporary, name);

    public Dictionary<string, string> Settings(string home) => new() { ["SEN_HOME"] = In(home) };

    public async ValueTask InitializeAsync() => (await Shell.RunAsync("git", ["clone", "--quiet", "--no-local", Site.Root, Folder], temporary)).Good();

    public ValueTask DisposeAsync()
    {
        Directory.Delete(temporary, recursive: true);
        return ValueTask.CompletedTask;
    }
}
