using Microsoft.Playwright;
using Sen.Browser.Tests.Walk;

namespace Sen.Browser.Tests.Journey;

/// <summary>Somebody who registers, and the tray their mails lie in; everything is found by its words, in one language.</summary>
internal sealed class SeatScreen(IPage page, IBrowserContext desk, string lang, string code)
{
    public const string Agency = "Sở Công Thương tỉnh Vĩnh Long";

    public IPage Page => page;

    public string T(string vi, string en) => lang == "vi" ? vi : en;

    public string Mailbox(string person) => $"{person}.{code}@donvi.example";

    public async Task OpenAsync(string address) => Assert.Equal(200, (await page.GotoAsync("/" + lang + address))!.Status);

    public ILocator Link(string vi, string en) => page.GetByRole(AriaRole.Link, new() { Name = T(vi, en), Exact = true });

    public Task PressAsync(string vi, string en) => page.GetByRole(AriaRole.Button, new() { Name = T(vi, en), Exact = true }).ClickAsync();

    public Task HeadingIsAsync(string vi, string en) => Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(T(vi, en));

    /// <summary>The province is left to the agency.</summary>
    public async Task FillAsync(string name, string email)
    {
        await page.Locator("#Input_FullName").FillAsync(name);
        await page.Locator("#Input_Email").FillAsync(email);
        await page.Locator("#Input_Agency").FillAsync(Agency);
        await page.Locator("#Input_Position").FillAsync("Chuyên viên");
    }

    /// <summary>Opens the newest mail of this person in the tray, and follows its link where they are.</summary>
    public async Task FollowMailAsync(string person)
    {
        var tray = await desk.NewPageAsync();
        await tray.GotoAsync("/vi/mail?Q=" + Uri.EscapeDataString(Mailbox(person)));
        await tray.Locator("tbody th a").First.ClickAsync();
        var link = await tray.Locator(".letter a[href*='token=']").GetAttributeAsync("href");
        await tray.CloseAsync();
        await page.GotoAsync(link!);
    }

    /// <summary>The private page behind this link, as every other page is looked at.</summary>
    public async Task IsSoundAsync(string path = "/registration?")
    {
        var here = page.Url;
        var link = new Uri(here).PathAndQuery.Replace("/registration?", path, StringComparison.Ordinal);
        foreach (var (width, height) in new[] { (375, 800), (1280, 800) })
        {
            var size = page.ViewportSize!;
            await page.SetViewportSizeAsync(width, height);
            foreach (var l in new[] { "vi", "en" }) Assert.Equal([], (await Looking.AtAsync(page, "/" + l + link[3..], 200)).Findings);
            await page.SetViewportSizeAsync(size.Width, size.Height);
        }
        await page.GotoAsync(here);
    }

    public async Task TabToAsync(string selector)
    {
        for (var i = 0; i < 80; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) === true", selector)) return;
        }
        Assert.Fail($"The keyboard does not come to {selector}.");
    }

    public async Task TypeAsync(string selector, string text)
    {
        await TabToAsync(selector);
        await page.Keyboard.TypeAsync(text);
    }
}
