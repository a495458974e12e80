using System.Text.Json;
using Microsoft.Playwright;
using Sen.Browser.Tests.Walk;

namespace Sen.Browser.Tests;

/// <summary>A page must open on a telephone at the edge of the network: measured by the browser, on the wire, with nothing kept from before.</summary>
public sealed class SizeTests(Site site)
{
    private const int PageLimit = 60 * 1024;
    private const int HomeDocumentLimit = 40 * 1024;

    public static TheoryData<string> PublicPages => [.. Routes.All.Where(r => r.IsPublic && r.Page != Routes.ErrorPage).SelectMany(r => Routes.Fill(r, _ => null).Addresses).SelectMany(a => new[] { "/vi" + a, "/en" + a })];

    private sealed record Load(string Address, string Kind, double Bytes);

    [Theory, MemberData(nameof(PublicPages))]
    public async Task A_public_page_is_light_and_loads_nothing_from_elsewhere(string address)
    {
        var loads = await LoadAsync(address);
        Assert.Equal([], loads.Where(l => !l.Address.StartsWith(site.Address.ToString(), StringComparison.Ordinal)).Select(l => l.Address));
        var counted = loads.Where(l => !l.Address.Contains("/photos/", StringComparison.Ordinal)).ToList();
        Assert.Contains(counted, l => l.Kind == "Stylesheet");
        var bytes = counted.Sum(l => l.Bytes);
        Assert.True(bytes is > 0 and <= PageLimit, $"{bytes} bytes: {string.Join(", ", counted)}");
    }

    [Theory, InlineData("/vi"), InlineData("/en")]
    public async Task The_home_document_alone_is_lighter_still(string address)
    {
        var document = Assert.Single(await LoadAsync(address), l => l.Kind == "Document");
        Assert.True(document.Bytes is > 0 and <= HomeDocumentLimit, $"{document.Bytes} bytes");
    }

    private async Task<List<Load>> LoadAsync(string address)
    {
        await using var context = await site.ReaderAsync(375);
        var page = await context.NewPageAsync();
        var browser = await context.NewCDPSessionAsync(page);
        await browser.SendAsync("Network.enable");
        await browser.SendAsync("Network.setCacheDisabled", new() { ["cacheDisabled"] = true });
        var asked = new Dictionary<string, (string Address, string Kind)>(StringComparer.Ordinal);
        var loads = new List<Load>();
        browser.Event("Network.requestWillBeSent").OnEvent += (_, e) =>
        {
            var request = e!.Value;
            asked[Text(request, "requestId")] = (request.GetProperty("request").GetProperty("url").GetString()!, Text(request, "type"));
        };
        browser.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            if (asked.TryGetValue(Text(e!.Value, "requestId"), out var request)) loads.Add(new(request.Address, request.Kind, e.Value.GetProperty("encodedDataLength").GetDouble()));
        };
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        return loads;
    }

    private static string Text(JsonElement e, string name) => e.GetProperty(name).GetString()!;
}
