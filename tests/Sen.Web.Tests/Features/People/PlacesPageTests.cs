using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;

namespace Sen.Web.Tests.Features.People;

public sealed partial class PlacesPageTests(TestSite site)
{
    [Theory]
    [InlineData("/vi/places", 34)]
    [InlineData("/en/places?vintage=2016", 63)]
    public async Task Each_vintage_is_drawn_whole_with_both_archipelagos(string address, int units)
    {
        var html = await site.Visitor().GetStringAsync(address);
        Assert.Equal(units, Outline().Count(html));
        Assert.Equal(units, Row().Count(html));
        Assert.Contains("Quần đảo Hoàng Sa", html, StringComparison.Ordinal);
        Assert.Contains("Quần đảo Trường Sa", html, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_are_in_Vietnamese_order()
    {
        var names = Row().Matches(await site.Visitor().GetStringAsync("/vi/places?vintage=2016")).Select(m => WebUtility.HtmlDecode(m.Groups["name"].Value)).ToList();
        Assert.True(names.IndexOf("Đà Nẵng") < names.IndexOf("Hà Nội"));
        Assert.Equal(("An Giang", "Yên Bái"), (names[0], names[^1]));
    }

    [Theory]
    [InlineData("/vi/places?q=hau+giang", "Cần Thơ")]
    [InlineData("/vi/places?q=HẬU+GIANG&vintage=2016", "Hậu Giang")]
    [InlineData("/vi/places?q=da+nang", "Đà Nẵng")]
    public async Task A_unit_is_found_by_its_name_of_either_period(string address, string expected) =>
        Assert.Equal([expected], Row().Matches(await site.Visitor().GetStringAsync(address)).Select(m => WebUtility.HtmlDecode(m.Groups["name"].Value)));

    [Fact]
    public async Task Each_old_unit_became_exactly_one_new_unit()
    {
        var mergers = await site.DbAsync(db => db.ProvinceMergers.AsNoTracking().ToListAsync());
        var units = await site.DbAsync(db => db.Provinces.AsNoTracking().ToListAsync());
        Assert.Equal((63, 34), (units.Count(p => p.Vintage == 2016), units.Count(p => p.Vintage == 2025)));
        Assert.Equal(units.Where(p => p.Vintage == 2016).Select(p => p.Id).Order(StringComparer.Ordinal), mergers.Select(m => m.OldId).Order(StringComparer.Ordinal));
        Assert.Equal(units.Where(p => p.Vintage == 2025).Select(p => p.Id).Order(StringComparer.Ordinal), mergers.Select(m => m.NewId).Distinct().Order(StringComparer.Ordinal));
        // North, Central and South hold the same land in both periods.
        var area = units.ToDictionary(p => p.Id, p => p.Area);
        Assert.All(mergers, m => Assert.Equal(area[m.OldId], area[m.NewId]));
    }

    [Fact]
    public async Task Seven_codes_name_another_place_and_their_pages_say_so()
    {
        var warned = new List<string>();
        foreach (var code in await site.DbAsync(db => db.Provinces.Where(p => p.Vintage == 2025).Select(p => p.Code).OrderBy(c => c).ToListAsync()))
            if ((await site.Visitor().GetStringAsync($"/en/places/2025-{code}")).Contains($"The same code {code} names another place until 30/06/2025", StringComparison.Ordinal)) warned.Add(code);
        Assert.Equal(["15", "24", "44", "52", "80", "82", "91"], warned);
    }

    [Fact]
    public async Task Regions_add_up_to_the_country_in_both_periods()
    {
        foreach (var (vintage, units) in new[] { (2016, 63), (2025, 34) })
        {
            var html = await site.Visitor().GetStringAsync($"/en/places?vintage={vintage}");
            var counts = Count().Matches(html[..html.IndexOf("id=\"units\"", StringComparison.Ordinal)]).Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
            Assert.Equal((7, units), (counts.Count, counts[^1]));
            Assert.Equal(units, counts.SkipLast(1).Sum());
        }
    }

    [Fact]
    public async Task A_unit_leads_to_what_it_became_and_back()
    {
        var old = Visits.Text(await site.Visitor().GetStringAsync("/vi/places/2016-93"));
        Assert.Contains("Hợp nhất vào Thành phố Cần Thơ 01/07/2025 · Nghị quyết 202/2025/QH15; mã theo Quyết định 19/2025/QĐ-TTg", old, StringComparison.Ordinal);
        var now = await site.Visitor().GetStringAsync("/vi/places/2025-92");
        foreach (var part in new[] { "2016-92", "2016-93", "2016-94" }) Assert.Contains($"href=\"/vi/places/{part}\"", now, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/vi/places/2025-99")).StatusCode);
    }

    [Theory]
    [InlineData("/vi/places")]
    [InlineData("/vi/places?vintage=2016")]
    public async Task The_page_is_under_60_KB_on_the_wire(string address)
    {
        using var visitor = site.Visitor();
        visitor.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", "br");
        var answer = await visitor.GetAsync(address);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync()).Length, 5_000, 60_000);
    }

    [Fact]
    public async Task An_enterprise_that_sent_somebody_is_not_published()
    {
        var firm = Sample.Agency("Công ty Zulu Kín", "DN", "2025-92");
        var office = Sample.Agency("Sở Công Thương thành phố Zulu Mở", "SCT", "2025-92");
        await site.AddAsync(firm, office);
        var html = await site.Visitor().GetStringAsync("/vi/places/2025-92");
        Assert.Contains("Zulu Mở", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Zulu Kín", html, StringComparison.Ordinal);
        await site.DbAsync(db => db.Agencies.Where(a => a.Id == firm.Id || a.Id == office.Id).ExecuteDeleteAsync());
    }

    [GeneratedRegex("<path class=\"q2\"")]
    private static partial Regex Outline();

    [GeneratedRegex("<a href=\"/(vi|en)/places/[0-9-]+\" lang=\"vi\">(?<name>[^<]+)</a><small>")]
    private static partial Regex Row();

    [GeneratedRegex("<td class=\"num\">([0-9]+)</td>")]
    private static partial Regex Count();
}
