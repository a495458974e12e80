using System.Diagnostics;
using System.Net;
using System.Reflection.PortableExecutable;
using System.Text.Json;

namespace Sen.Browser.Tests.Outsider;

/// <summary>
/// What docs promise to somebody with a fresh clone, in the order in which they would try it. The first command builds; the others share it.
/// </summary>
public sealed class OutsiderTests(FreshClone clone, ITestOutputHelper output) : IClassFixture<FreshClone>
{
    private static readonly string[] Addresses =
    [
        "/vi", "/en", "/vi/workshops/da-nang-2016", "/en/workshops/da-nang-2016", "/vi/workshops/can-tho-2016", "/en/workshops/can-tho-2016",
        "/vi/workshops/bac-ninh-2016", "/en/workshops/bac-ninh-2016", "/health/live", "/health/ready", "/robots.txt",
    ];

    [Fact]
    public async Task Run_builds_serves_and_ends_when_asked()
    {
        await using (var first = await StartAsync("home"))
        {
            await AnswersAsync(first.Address);
            Assert.Equal(0, await first.StopAsync());
        }
        var clock = Stopwatch.StartNew();
        await using var second = await StartAsync("home");
        output.WriteLine($"The second start took {clock.Elapsed.TotalSeconds:0.0} s until it served.");
        await AnswersAsync(second.Address);
        Assert.Equal(0, await second.StopAsync());
    }

    [Fact]
    public async Task A_list_is_read_from_anywhere_and_only_json_is_printed()
    {
        var list = Path.Combine(clone.Folder, "tests", "Sen.Web.Tests", "Features", "Registrations", "Lists", "files", "participants-sample.xlsx");
        File.Copy(list, clone.In("ds.xlsx"), overwrite: true);
        var told = await SenAsync("lists", "import", "participants", "ds.xlsx", "--workshop", "can-tho-2016", "--dry-run", "--json");
        using var json = JsonDocument.Parse(told.Good().Output);
        Assert.True(json.RootElement.GetProperty("rows").GetArrayLength() > 0, told.Output);
    }

    [Fact]
    public async Task Published_it_serves_the_same_from_its_own_folder()
    {
        var folder = clone.In("published");
        (await Shell.RunAsync("dotnet", ["publish", "src/Sen.Web", "-c", "Release", "-o", folder, "--nologo", "-v", "q"], clone.Folder)).Good();
        await using var sen = await RunningSen.StartAsync(Path.Combine(folder, "sen"), ["serve"], clone.Elsewhere, clone.Settings("published-home"));
        await AnswersAsync(sen.Address);
        Assert.Equal(0, await sen.StopAsync());
        // Both: what is run from the checkout and what is published.
        var built = Path.Combine(clone.Folder, "src", "Sen.Web", "bin", "Release", "net10.0");
        foreach (var file in new[] { "sen.dll", "Sen.CleanerProduction.dll", "Microsoft.EntityFrameworkCore.dll", "Npgsql.dll" })
            Assert.All([built, folder], f => Assert.True(IsCompiledAhead(Path.Combine(f, file)), $"{file} waits for the compiler in {f}"));
        // The libraries of other systems alone would be 600 MB.
        var size = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length) / 1_000_000;
        Assert.True(size < 200, $"{size} MB are published");
    }

    [Fact]
    public async Task Without_the_sample_it_is_empty_and_ready()
    {
        var settings = clone.Settings("empty");
        settings["SEN_SAMPLE"] = "off";
        await using var sen = await RunningSen.StartAsync(Path.Combine(clone.Folder, "run"), [], clone.Elsewhere, settings);
        await IsEmptyAsync(sen.Address);
        Assert.Equal(0, await sen.StopAsync());
    }

    [Fact]
    public async Task The_sample_goes_and_does_not_come_back()
    {
        (await SenAsync("removed", "sample", "remove")).Good();
        await using var sen = await StartAsync("removed");
        await IsEmptyAsync(sen.Address);
        Assert.Equal(0, await sen.StopAsync());
    }

    [Fact]
    public async Task What_was_backed_up_is_there_again_after_a_restore()
    {
        var archive = clone.In("copy.zip");
        Assert.Equal(archive, (await SenAsync("kept", "backup", archive)).Good().Output.Trim());
        (await SenAsync("kept", "sample", "remove")).Good();
        (await SenAsync("kept", "restore", archive)).Good();
        await using var sen = await StartAsync("kept");
        await AnswersAsync(sen.Address);
        Assert.Equal(0, await sen.StopAsync());
    }

    private Task<RunningSen> StartAsync(string home) => RunningSen.StartAsync(Path.Combine(clone.Folder, "run"), [], clone.Elsewhere, clone.Settings(home));

    private Task<Shell> SenAsync(string home, params string[] arguments) => Shell.RunAsync(Path.Combine(clone.Folder, "sen"), arguments, clone.Elsewhere, clone.Settings(home));

    private static async Task AnswersAsync(Uri address)
    {
        using var visitor = Visitor(address);
        Assert.Equal("ready", await visitor.GetStringAsync("/health/ready"));
        var root = await visitor.GetAsync("/");
        Assert.Equal((HttpStatusCode.Found, "/en"), (root.StatusCode, root.Headers.Location!.ToString()));
        foreach (var page in Addresses)
        {
            var answer = await visitor.GetAsync(page);
            Assert.Equal((page, HttpStatusCode.OK), (page, answer.StatusCode));
            if (page.Contains("2016", StringComparison.Ordinal)) Assert.Contains("2016", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.StartsWith("User-agent: *", await visitor.GetStringAsync("/robots.txt"), StringComparison.Ordinal);
    }

    private static async Task IsEmptyAsync(Uri address)
    {
        using var visitor = Visitor(address);
        Assert.Equal("ready", await visitor.GetStringAsync("/health/ready"));
        var page = await visitor.GetStringAsync("/en/workshops");
        Assert.Contains("No workshop is published yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sample data", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/vi/workshops/can-tho-2016")).StatusCode);
    }

    private static HttpClient Visitor(Uri address)
    {
        var visitor = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        visitor.DefaultRequestHeaders.Add("Accept-Language", "en");
        return visitor;
    }

    /// <summary>Its header points to the machine's code beside the IL.</summary>
    private static bool IsCompiledAhead(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        return file.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
