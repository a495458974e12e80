using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Sen.Web.Features.Programmes;

namespace Sen.Web.Tests.Features.Exchange;

/// <summary>Answers that stay the same while nobody writes, on a site where nobody does.</summary>
public sealed class QuietAnswersTests(QuietSite quiet) : IClassFixture<QuietSite>
{
    private readonly TestSite site = quiet.Site;

    [Fact]
    public async Task Calendar_feed_sitemap_and_list_show_the_same_workshops()
    {
        await site.WorkshopAsync(WorkshopStatus.Cancelled);
        var api = JsonNode.Parse(await site.Visitor().GetStringAsync("/api/v1/workshops?pageSize=100"))!["items"]!.AsArray().Select(w => (string)w!["code"]!).Order(StringComparer.Ordinal).ToList();
        Assert.True(api.Count is > 5 and < 20);
        Assert.Equal(api, Codes(await site.Visitor().GetStringAsync("/feed.atom"), "/vi/workshops/", "\""));
        Assert.Equal(api, Codes(await site.Visitor().GetStringAsync("/sitemap.xml"), "<loc>" + site.Address.GetLeftPart(UriPartial.Authority) + "/en/workshops/", "<"));
        Assert.Equal(api, Codes((await site.Visitor().GetStringAsync("/calendar.ics")).Replace("\r\n ", "", StringComparison.Ordinal), "/vi/workshops/", "\r"));

        static List<string> Codes(string text, string before, string after) => [.. text.Split(before)[1..].Select(t => t[..t.IndexOf(after, StringComparison.Ordinal)]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    [Theory]
    [InlineData("/api/v1/workshops")]
    [InlineData("/api/v1/workshops?status=held")]
    [InlineData("/api/v1/workshops/can-tho-2016")]
    [InlineData("/api/v1/programmes")]
    [InlineData("/feed.atom")]
    [InlineData("/sitemap.xml")]
    [InlineData("/cards/vi/can-tho-2016.png")]
    public async Task An_answer_that_has_not_changed_is_not_sent_again(string address)
    {
        using var visitor = site.Visitor();
        var first = await visitor.GetAsync(address);
        Assert.False(first.Headers.ETag!.IsWeak);
        var ask = new HttpRequestMessage(HttpMethod.Get, address);
        ask.Headers.IfNoneMatch.Add(first.Headers.ETag);
        var again = await visitor.SendAsync(ask);
        Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, await again.Content.ReadAsStringAsync()));
        var head = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag, ""), (head.StatusCode, head.Headers.ETag, await head.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/calendar.ics")]
    [InlineData("/workshops/can-tho-2026.ics")]
    public async Task Who_has_the_calendar_already_is_told_so(string address)
    {
        using var visitor = site.Visitor();
        var first = await visitor.GetAsync(address);
        Assert.Equal(("text/calendar", "utf-8"), (first.Content.Headers.ContentType!.MediaType, first.Content.Headers.ContentType.CharSet));
        Assert.False(first.Headers.ETag!.IsWeak);
        foreach (var lang in new[] { "", "?lang=vi" })
        {
            var ask = new HttpRequestMessage(HttpMethod.Get, address + lang);
            ask.Headers.IfNoneMatch.Add(first.Headers.ETag);
            var again = await visitor.SendAsync(ask);
            Assert.Equal((HttpStatusCode.NotModified, ""), (again.StatusCode, await again.Content.ReadAsStringAsync()));
        }
        var head = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));
        Assert.Equal((HttpStatusCode.OK, first.Headers.ETag), (head.StatusCode, head.Headers.ETag));
        var english = await visitor.GetAsync(address + "?lang=en");
        Assert.NotEqual(first.Headers.ETag, english.Headers.ETag);
        Assert.Equal("en", english.Content.Headers.ContentLanguage.Single());
        Assert.Contains("Can Tho", await english.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        // Asked in English first, the bare address still speaks Vietnamese.
        Assert.Equal(first.Headers.ETag, (await visitor.GetAsync(address)).Headers.ETag);
        var wrong = await visitor.GetAsync(address + "?lang=xx");
        Assert.Equal((HttpStatusCode.BadRequest, CalendarEndpoints.WrongLanguage), (wrong.StatusCode, await wrong.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task A_compressed_calendar_has_a_tag_of_its_own()
    {
        using var visitor = site.Visitor();
        var plain = await visitor.GetAsync("/calendar.ics");
        visitor.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        var packed = await visitor.GetAsync("/calendar.ics");
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.NotEqual(plain.Headers.ETag, packed.Headers.ETag);
    }
}
