using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetVips;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Cards;
using Sen.Web.Platform.Languages;
using Sen.Web.Tests.Features.Registrations;

namespace Sen.Web.Tests.Features.Home;

/// <summary>What feed readers, search engines and those who share a link get to see.</summary>
public sealed partial class OutsideTests(TestSite site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private async Task<XElement> FeedAsync(string lang = "vi") => XDocument.Parse(await site.Visitor().GetStringAsync("/feed.atom?lang=" + lang)).Root!;

    private static XElement Entry(XElement feed, Workshop w) => Assert.Single(feed.Elements(Atom + "entry"), e => e.Element(Atom + "id")!.Value == "urn:uuid:" + w.Id);

    private Task<int> ChangeAsync(Workshop w, Action<Workshop> change) => site.InScopeAsync(async s =>
    {
        var desk = s.GetRequiredService<WorkshopDesk>();
        var mine = (await desk.FindAsync(w.Code, default))!;
        change(mine);
        Assert.IsType<WorkshopSaved.Done>(await desk.SaveAsync(mine, mine.Version, default));
        return 0;
    });

    private async Task<List<JsonNode>> GraphAsync(string page)
    {
        var html = await site.Visitor().GetStringAsync(page);
        return [.. Data().Matches(html).Select(m => JsonNode.Parse(m.Groups["data"].Value)!).SelectMany(d => d["@graph"]!.AsArray().Select(n => n!))];
    }

    private async Task<JsonNode> EventAsync(Workshop w) => Assert.Single(await GraphAsync("/vi/workshops/" + w.Code), n => n["@type"] is JsonArray types && types.Any(t => (string?)t == "EducationEvent"));

    [Fact]
    public async Task The_feed_has_all_that_Atom_asks_for_and_is_stamped_by_real_changes()
    {
        var workshop = await site.WorkshopAsync();
        foreach (var lang in Language.All)
        {
            var feed = await FeedAsync(lang);
            Assert.Equal((Atom + "feed", lang), (feed.Name, feed.Attribute(XNamespace.Xml + "lang")!.Value));
            foreach (var holder in feed.Elements(Atom + "entry").Prepend(feed))
                foreach (var needed in new[] { "id", "title", "updated" }) Assert.NotEmpty(Assert.Single(holder.Elements(Atom + needed)).Value);
            Assert.NotEmpty(feed.Elements(Atom + "author"));
            Assert.Equal(feed.Elements(Atom + "entry").Count(), feed.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count());
            Assert.Equal($"/{lang}/workshops/{workshop.Code}", new Uri(Entry(feed, workshop).Elements(Atom + "link").First(l => l.Attribute("rel")!.Value == "alternate").Attribute("href")!.Value).AbsolutePath);
        }
        var before = Entry(await FeedAsync(), workshop).Element(Atom + "updated")!.Value;
        await Task.Delay(1100);
        Assert.Equal(before, Entry(await FeedAsync(), workshop).Element(Atom + "updated")!.Value);
        await ChangeAsync(workshop, w => w.Venue = new("Hội trường khác", ""));
        Assert.True(string.CompareOrdinal(Entry(await FeedAsync(), workshop).Element(Atom + "updated")!.Value, before) > 0);
    }

    [Fact]
    public async Task Letters_that_XML_forbids_do_not_break_the_feed()
    {
        var workshop = await site.WorkshopAsync();
        await ChangeAsync(workshop, w => (w.Title, w.Summary) = (new("Một\u0001\u000B\uFFFE <b>&hai</b>\r\nba", ""), new("]]> <script>\u0008", "")));
        Assert.Equal("Một <b>&hai</b> ba", Entry(await FeedAsync(), workshop).Element(Atom + "title")!.Value.Trim());
        Assert.Equal("vi", Entry(await FeedAsync("en"), workshop).Element(Atom + "title")!.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.Equal(HttpStatusCode.BadRequest, (await site.Visitor().GetAsync("/feed.atom?lang=xx")).StatusCode);
    }

    [Fact]
    public async Task Search_engines_read_true_status_dates_and_places_left()
    {
        var workshop = await site.WorkshopAsync(capacity: 3);
        var first = await EventAsync(workshop);
        Assert.Equal(("https://schema.org/EventScheduled", "2026-12-20", null, 3, 3), ((string?)first["eventStatus"], (string?)first["startDate"], (string?)first["endDate"], (int)first["maximumAttendeeCapacity"]!, (int)first["remainingAttendeeCapacity"]!));
        // The page comes from memory; a seat taken makes it anew.
        await site.SeatedAsync(workshop);
        Assert.Equal(2, (int)(await EventAsync(workshop))["remainingAttendeeCapacity"]!);
        await ChangeAsync(workshop, w => w.StartsOn = new(2026, 12, 27));
        var moved = await EventAsync(workshop);
        Assert.Equal(("https://schema.org/EventRescheduled", "2026-12-27", "2026-12-20"), ((string?)moved["eventStatus"], (string?)moved["startDate"], (string?)moved["previousStartDate"]));
        await ChangeAsync(workshop, w => w.StartsOn = new(2026, 12, 20));
        Assert.Equal("https://schema.org/EventScheduled", (string?)(await EventAsync(workshop))["eventStatus"]);
        await site.InScopeAsync(async s => await s.GetRequiredService<WorkshopDesk>().MoveAsync((await s.GetRequiredService<WorkshopDesk>().FindAsync(workshop.Code, default))!, WorkshopStatus.Cancelled, default));
        var cancelled = await EventAsync(workshop);
        Assert.Equal(("https://schema.org/EventCancelled", null), ((string?)cancelled["eventStatus"], cancelled["remainingAttendeeCapacity"]));
    }

    [Fact]
    public async Task A_title_cannot_leave_its_block_and_become_a_script()
    {
        var workshop = await site.WorkshopAsync();
        await ChangeAsync(workshop, w => w.Title = new("</script><script>alert(1)</script> «Tập huấn»", ""));
        var html = await site.Visitor().GetStringAsync("/vi/workshops/" + workshop.Code);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.Equal("</script><script>alert(1)</script> «Tập huấn»", (string?)(await EventAsync(workshop))["name"]);
    }

    [Fact]
    public async Task A_programme_is_a_course_with_its_workshops_and_nothing_invented()
    {
        var graph = await GraphAsync("/en/programmes/scp-2016");
        var course = Assert.Single(graph, n => (n["@type"] as JsonValue)?.ToString() == "Course");
        Assert.Equal(["can-tho-2016", "bac-ninh-2016"], course["hasCourseInstance"]!.AsArray().Select(i => new Uri((string)i!["@id"]!).Segments[^1]));
        var canTho = Assert.Single(graph, n => ((string?)n["@id"])!.Contains("/can-tho-2016#", StringComparison.Ordinal));
        Assert.Equal(("2016-08-18", null), ((string?)canTho["startDate"], (string?)canTho["endDate"]));
        Assert.Null(canTho["maximumAttendeeCapacity"]);
    }

    [Fact]
    public async Task A_public_page_says_its_address_its_languages_and_its_picture()
    {
        var html = await site.Visitor().GetStringAsync("/vi/workshops/can-tho-2016?utm_source=x");
        var root = site.Address.GetLeftPart(UriPartial.Authority);
        foreach (var part in new[]
        {
            $"<link rel=\"canonical\" href=\"{root}/vi/workshops/can-tho-2016\">", $"<link rel=\"alternate\" hreflang=\"en\" href=\"{root}/en/workshops/can-tho-2016\">",
            $"<link rel=\"alternate\" hreflang=\"x-default\" href=\"{root}/vi/workshops/can-tho-2016\">", $"<meta property=\"og:image\" content=\"{root}/cards/vi/can-tho-2016.png\">",
            "<meta property=\"og:title\" content=\"Khu vực phía Nam, Cần Thơ\">", "<meta property=\"og:locale\" content=\"vi_VN\">",
        }) Assert.Contains(part, html, StringComparison.Ordinal);
        // A page behind a secret tells nobody where it is.
        var link = await site.SeatedAsync(await site.WorkshopAsync(capacity: 1));
        Assert.DoesNotContain("canonical", await site.Visitor().GetStringAsync(link), StringComparison.Ordinal);
        Assert.DoesNotContain("canonical", await (await site.Visitor().GetAsync("/vi/khong-co")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robots_are_told_of_the_sitemap_and_it_names_both_languages()
    {
        var root = site.Address.GetLeftPart(UriPartial.Authority);
        Assert.Contains($"\nSitemap: {root}/sitemap.xml\n", await site.Visitor().GetStringAsync("/robots.txt"), StringComparison.Ordinal);
        XNamespace map = "http://www.sitemaps.org/schemas/sitemap/0.9", xhtml = "http://www.w3.org/1999/xhtml";
        var urls = XDocument.Parse(await site.Visitor().GetStringAsync("/sitemap.xml")).Root!.Elements(map + "url").ToList();
        var page = Assert.Single(urls, u => u.Element(map + "loc")!.Value == root + "/vi/workshops/can-tho-2016");
        Assert.Equal([("vi", root + "/vi/workshops/can-tho-2016"), ("en", root + "/en/workshops/can-tho-2016")], page.Elements(xhtml + "link").Select(l => (l.Attribute("hreflang")!.Value, l.Attribute("href")!.Value)));
        Assert.True(DateTime.Parse(page.Element(map + "lastmod")!.Value, null) <= site.Clock.GetUtcNow().LocalDateTime.AddDays(1));
        foreach (var url in urls.Take(14)) Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(url.Element(map + "loc")!.Value)).StatusCode);
    }

    [Fact]
    public async Task The_picture_of_a_link_is_drawn_with_Vietnamese_letters_and_only_of_what_is_public()
    {
        var answer = await site.Visitor().GetAsync("/cards/vi/can-tho-2026.png");
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        using var picture = Image.NewFromBuffer(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((CardPictures.Width, CardPictures.Height), (picture.Width, picture.Height));
        // A letter that no face has would be drawn as an empty box, the same for all of them.
        var cards = site.Services.GetRequiredService<CardPictures>();
        Assert.Equal(4, new[] { "ỡ", "ặ", "Đ", "Ữ" }.Select(t => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(cards.Of(new Card("", t, "", ""))))).Distinct(StringComparer.Ordinal).Count());
        var draft = await site.WorkshopAsync(WorkshopStatus.Draft);
        foreach (var address in new[] { $"/cards/vi/{draft.Code}.png", "/cards/vi/khong-co.png", "/cards/xx.png" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync("/cards/en.png")).StatusCode);
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<data>.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Data();
}
