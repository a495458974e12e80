namespace Sen.Browser.Tests.Walk;

/// <summary>The walk's own eyes: what it must not overlook.</summary>
public sealed class LookingTests(Site site)
{
    [Fact]
    public async Task A_bad_page_is_seen_as_one()
    {
        await using var context = await site.ReaderAsync(375);
        var page = await context.NewPageAsync();
        await page.RouteAsync("**/en/bad", route => route.FulfillAsync(new()
        {
            Status = 200,
            ContentType = "text/html; charset=utf-8",
            Body = """
                <!doctype html><html lang="en"><head><title>Bad</title></head><body><main><h1>Bad</h1>
                <p>Xin chào</p><p lang="vi">Xin chào</p><p title="Hội thảo">a</p><input><p style="color:#bbb;background:#fff">pale</p>
                <div style="width:900px">wide</div><script>console.error('broken')</script></main></body></html>
                """,
        }));
        var findings = (await Looking.AtAsync(page, "/en/bad", 200)).Findings;
        Assert.Equal(
        [
            "console: broken", "900 px wide", "Vietnamese not marked as such: <p> Xin chào", "Vietnamese not marked as such: title=\"Hội thảo\"", "axe color-contrast", "axe label",
        ], findings.Select(f => f.StartsWith("axe", StringComparison.Ordinal) ? f.Split(':')[0] : f.Split(" on a screen")[0]).Select(f => System.Text.RegularExpressions.Regex.Replace(f, "^9[0-9]{2} px", "900 px")));
    }
}
