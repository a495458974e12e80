using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Sen.Browser.Tests.Walk;

/// <summary>Every page there is, in both languages, on a telephone in the dark and on a desk in the light.</summary>
public sealed class WalkTests(WalkTests.Readers readers) : IClassFixture<WalkTests.Readers>
{
    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var route in Routes.All) pages.Add(route.Page, route.Template);
            return pages;
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_sound_for_everybody_who_may_open_it(string page, string template)
    {
        var route = Routes.All.Single(r => r.Page == page && r.Template == template);
        var (addresses, missing) = Routes.Fill(route, readers.Id);
        Assert.True(missing is null, missing);
        var findings = new List<string>();
        foreach (var address in addresses)
        {
            findings.AddRange(await LookAsync("administrator", readers.Administrator, address));
            if (route.IsPublic) findings.AddRange(await LookAsync("visitor", readers.Visitor, address));
        }
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    private static async Task<List<string>> LookAsync(string who, IPage page, string address)
    {
        var findings = new List<string>();
        var headings = new Dictionary<string, Looking.Seen>(StringComparer.Ordinal);
        var status = address == Routes.NoSuchPage ? 404 : 200;
        foreach (var (width, scheme) in new[] { (375, ColorScheme.Dark), (1280, ColorScheme.Light) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            foreach (var lang in new[] { "vi", "en" })
            {
                // What a visitor sees, the administrator sees too: half of the slow looks do.
                var closely = who == "administrator" || (lang == "vi") == (width == 375);
                var seen = await Looking.AtAsync(page, $"/{lang}{address}", status, closely);
                findings.AddRange(seen.Findings.Select(f => $"/{lang}{address} ({who}, {width} px): {f}"));
                headings[lang] = seen;
            }
        }
        var (vi, en) = (headings["vi"], headings["en"]);
        if (vi.Heading.Length == 0 || en.Heading.Length == 0) findings.Add($"{address} ({who}): no heading");
        else if (vi.Heading == en.Heading && !en.HeadingIsMarked) findings.Add($"{address} ({who}): the same heading in both languages: {vi.Heading}");
        return findings;
    }

    /// <summary>The two who walk, and the records the sample does not bring: a list in preview and a mail.</summary>
    public sealed partial class Readers(Site site) : IAsyncLifetime
    {
        private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

        public IPage Administrator { get; private set; } = null!;
        public IPage Visitor { get; private set; } = null!;

        public string? Id(string page) => ids.GetValueOrDefault(page);

        public async ValueTask InitializeAsync()
        {
            Visitor = await (await site.ReaderAsync()).NewPageAsync();
            Administrator = await (await site.AdministratorAsync()).NewPageAsync();

            await Administrator.GotoAsync("/vi/desk/workshops/can-tho-2026/import");
            await Administrator.GetByLabel("Tệp danh sách").SetInputFilesAsync(Path.Combine(AppContext.BaseDirectory, "files", "participants-faulty.xlsx"));
            await Administrator.GetByRole(AriaRole.Button, new() { Name = "Xem trước danh sách" }).ClickAsync();
            await Administrator.ArrivesAsync("/import/[0-9a-f-]+");

            await Visitor.GotoAsync("/vi/sign-in/forgot");
            await Visitor.GetByLabel("Thư điện tử").FillAsync("totchuc@sen.example");
            await Visitor.GetByRole(AriaRole.Button, new() { Name = "Gửi đường dẫn" }).ClickAsync();
            await Visitor.GetByRole(AriaRole.Heading, new() { Name = "Xin xem hộp thư" }).WaitForAsync();

            // The surest pair of the sample: two workshops, so nothing has to be chosen.
            await Administrator.GotoAsync("/vi/people/duplicates");
            await Administrator.GetByRole(AriaRole.Link, new() { Name = "So sánh" }).First.ClickAsync();
            await Administrator.GetByRole(AriaRole.Button, new() { Name = "Gộp thành một người" }).ClickAsync();
            await Administrator.GetByText("Đã gộp hai dòng thành một người").WaitForAsync();

            // The two rows of one department; undone, so that the comparison can be visited too.
            await Administrator.GotoAsync("/vi/agencies/duplicates");
            await Administrator.GetByRole(AriaRole.Link, new() { Name = "So sánh" }).First.ClickAsync();
            await Administrator.GetByRole(AriaRole.Button, new() { Name = "Gộp thành một cơ quan" }).ClickAsync();
            await Administrator.GetByText("Đã gộp hai dòng thành một cơ quan").WaitForAsync();
            await Administrator.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
            await Administrator.GetByText("Đã hoàn tác: hai dòng lại như trước khi gộp").WaitForAsync();

            foreach (var (page, (list, link)) in Routes.Found.Where(f => Routes.All.Any(r => r.Page == f.Key)))
            {
                await Administrator.GotoAsync("/vi" + list);
                var hrefs = await Administrator.Locator("a[href]").EvaluateAllAsync<string[]>("links => links.map(l => l.getAttribute('href'))");
                var pattern = new Regex("^/vi" + Regex.Escape(link).Replace("\\#", "(?<id>[0-9a-f-]{36})", StringComparison.Ordinal) + "(\\?.*)?$", RegexOptions.None, TimeSpan.FromSeconds(1));
                if (hrefs.Select(h => pattern.Match(h)).FirstOrDefault(m => m.Success) is { } found) ids[page] = found.Groups["id"].Value;
            }
        }

        public async ValueTask DisposeAsync()
        {
            await Visitor.Context.CloseAsync();
            await Administrator.Context.CloseAsync();
        }
    }
}
