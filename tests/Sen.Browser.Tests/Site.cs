using Microsoft.Playwright;
using Sen.Web.Features.Accounts;

[assembly: AssemblyFixture(typeof(Sen.Browser.Tests.Site))]
// Two cores: tests beside each other only make each other late.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Sen.Browser.Tests;

/// <summary>The built program with the sample, and Debian's Chromium to look at it.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly string home = Directory.CreateTempSubdirectory("sen-browser-").FullName;
    private RunningSen sen = null!;
    private IPlaywright playwright = null!;

    public static string Root { get; } = FindRoot();
    public IBrowser Browser { get; private set; } = null!;
    public Uri Address => sen.Address;

    public async ValueTask InitializeAsync()
    {
        var program = Path.Combine(Root, "src", "Sen.Web", "bin", "Release", "net10.0", "sen");
        sen = await RunningSen.StartAsync(program, ["serve"], home, new() { ["SEN_HOME"] = home });
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindChromium(), Headless = true, Args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"] });
    }

    /// <summary>The hours of the workshop's offer are over, as if they had been waited for.</summary>
    public async Task LetOfferLapseAsync(string code)
    {
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(home, "sen.db")}");
        await db.OpenAsync();
        await using var lapse = db.CreateCommand();
        lapse.CommandText = "update registrations set seat_kept_until = '2020-01-01 00:00:00' where state = 'Offered' and workshop_id = (select id from workshops where code = $code)";
        lapse.Parameters.AddWithValue("$code", code);
        Assert.Equal(1, await lapse.ExecuteNonQueryAsync());
    }

    /// <summary>The deadline of the workshop's invitations has passed, as if it had been waited for.</summary>
    public async Task PassDeadlineAsync(string code)
    {
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(home, "sen.db")}");
        await db.OpenAsync();
        await using var pass = db.CreateCommand();
        pass.CommandText = "update invitations set deadline = '2020-01-01 00:00:00', kept_until = case when kept_until is null then null else '2020-01-01 00:00:00' end where workshop_id = (select id from workshops where code = $code)";
        pass.Parameters.AddWithValue("$code", code);
        Assert.NotEqual(0, await pass.ExecuteNonQueryAsync());
    }

    /// <summary>Who was written to for one reason more than once: nobody.</summary>
    public async Task<IReadOnlyList<string>> TwiceWrittenToAsync(string domain)
    {
        await using var db = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(home, "sen.db")};Mode=ReadOnly");
        await db.OpenAsync();
        await using var mails = db.CreateCommand();
        mails.CommandText = "select recipient || ' ' || substr(key, 1, instr(key, ':') - 1) from outbox_messages where recipient like '%@' || $domain group by 1 having count(*) > 1";
        mails.Parameters.AddWithValue("$domain", domain);
        var found = new List<string>();
        await using var reader = await mails.ExecuteReaderAsync();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }

    /// <summary>A browser that knows nothing yet: no cookies, nothing kept.</summary>
    public Task<IBrowserContext> ReaderAsync(int width = 1280, bool scripts = true) =>
        Browser.NewContextAsync(new() { BaseURL = Address.ToString(), ViewportSize = new() { Width = width, Height = 800 }, JavaScriptEnabled = scripts, Locale = "vi-VN" });

    /// <summary>The same, signed in as the sample's administrator through the form.</summary>
    public async Task<IBrowserContext> AdministratorAsync(int width = 1280)
    {
        var context = await ReaderAsync(width);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/vi/sign-in");
        await page.GetByLabel("Thư điện tử").FillAsync(SampleAccounts.Administrator);
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(SampleAccounts.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await page.ArrivesAsync("/vi/desk");
        await page.CloseAsync();
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        var code = await sen.StopAsync();
        await sen.DisposeAsync();
        Directory.Delete(home, recursive: true);
        Assert.True(code == 0, $"The server ended with {code} when asked to stop:\n{sen.Output}");
    }

    private static string FindChromium() => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Append("/usr/bin")
        .Select(folder => Path.Combine(folder, "chromium")).FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("The browser tests need Chromium: sudo apt-get install --no-install-recommends chromium fonts-noto-core fonts-liberation");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sen.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The sources are not above the tests.");
    }
}
