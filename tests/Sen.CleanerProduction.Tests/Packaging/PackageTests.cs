using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;

namespace Sen.CleanerProduction.Tests.Packaging;

/// <summary>The library as others get it: packed, opened, looked through.</summary>
public sealed class PackageTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("sen-pack").FullName;

    public async ValueTask InitializeAsync()
    {
        // What was built for this run is packed; nothing is compiled again.
        string[] arguments = ["pack", Path.Combine(SourceTree.Root, "src", "Sen.CleanerProduction"), "-c", SourceTree.Configuration, "--no-build", "-o", folder, "--nologo", "-v", "q"];
        var run = await SenProcess.RunAsync("dotnet", arguments, [], TimeSpan.FromMinutes(10), new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" });
        Assert.True(run.Exit == 0, Encoding.UTF8.GetString(run.Output) + run.Errors);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void It_holds_the_library_its_documentation_and_its_readme_and_no_path_of_this_machine()
    {
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(folder, "*.nupkg")));
        using var symbols = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(folder, "*.snupkg")));

        var nuspec = XDocument.Load(new MemoryStream(Read(package, "Sen.CleanerProduction.nuspec"))).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
        var ns = nuspec.Name.Namespace;
        Assert.Equal("Sen.CleanerProduction", nuspec.Element(ns + "id")!.Value);
        Assert.Equal("Apache-2.0", nuspec.Element(ns + "license")!.Value);
        Assert.Equal("expression", nuspec.Element(ns + "license")!.Attribute("type")!.Value);
        Assert.Equal("README.md", nuspec.Element(ns + "readme")!.Value);
        Assert.Equal("git", nuspec.Element(ns + "repository")!.Attribute("type")!.Value);
        Assert.Equal(["MathNet.Numerics"], nuspec.Descendants(ns + "dependency").Select(d => d.Attribute("id")!.Value));

        Assert.Equal(File.ReadAllBytes(ReadmeTests.Readme), Read(package, "README.md"));
        Assert.True(Read(package, "lib/net10.0/Sen.CleanerProduction.xml").Length > 100_000);

        foreach (var entry in package.Entries.Concat(symbols.Entries))
            Assert.True(Read(entry).AsSpan().IndexOf(Encoding.UTF8.GetBytes(SourceTree.Root + Path.DirectorySeparatorChar)) < 0, $"{entry.FullName} names the folder it was built in");

        // Symbols of this very build, built so that the same sources give the same bytes.
        using var pe = new PEReader(new MemoryStream(Read(package, "lib/net10.0/Sen.CleanerProduction.dll")));
        var debug = pe.ReadDebugDirectory();
        Assert.Contains(debug, d => d.Type == DebugDirectoryEntryType.Reproducible);
        using var pdb = MetadataReaderProvider.FromPortablePdbStream(new MemoryStream(Read(symbols, "lib/net10.0/Sen.CleanerProduction.pdb")));
        var reader = pdb.GetMetadataReader();
        var view = pe.ReadCodeViewDebugDirectoryData(debug.Single(d => d.Type == DebugDirectoryEntryType.CodeView));
        Assert.Equal(view.Guid, new BlobContentId(reader.DebugMetadataHeader!.Id).Guid);
        Assert.All(reader.Documents, d => Assert.StartsWith("/_", reader.GetString(reader.GetDocument(d).Name), StringComparison.Ordinal));
    }

    private static byte[] Read(ZipArchive archive, string name) => Read(archive.GetEntry(name) ?? throw new FileNotFoundException(name));

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = new MemoryStream();
        using var stream = entry.Open();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
