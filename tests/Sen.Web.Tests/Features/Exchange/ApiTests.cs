using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Languages;
using Sen.Web.Tests.Features.Registrations;

namespace Sen.Web.Tests.Features.Exchange;

public sealed class ApiTests(TestSite site)
{
    private async Task<JsonNode> ReadAsync(string address) => JsonNode.Parse(await site.Visitor().GetStringAsync(address))!;

    private async Task<List<string>> CodesAsync(string query) => [.. (await ReadAsync("/api/v1/workshops?pageSize=100&" + query))["items"]!.AsArray().Select(w => (string)w!["code"]!)];

    [Fact]
    public async Task What_no_source_records_is_null_and_stated_figures_stand_apart_from_counted()
    {
        var canTho = await ReadAsync("/api/v1/workshops/can-tho-2016");
        Assert.Equal(("2016-08-18", null, "held", "held", null), ((string?)canTho["startsOn"], (string?)canTho["endsOn"], (string?)canTho["status"], (string?)canTho["state"], canTho["availability"]));
        Assert.Equal("Khu vực phía Nam, Cần Thơ", (string?)canTho["title"]!["vi"]);
        var stated = canTho["figures"]!["stated"]!.AsArray().First(f => (string?)f!["measure"] == "trainees")!;
        Assert.Equal((true, 60), ((bool)stated["isMinimum"]!, (int)stated["value"]!));
        Assert.NotNull(canTho["figures"]!["counted"]!["trainees"]);
        // No recorded date at all: not in the lists, but a public page and so an answer.
        var daNang = await ReadAsync("/api/v1/workshops/da-nang-2016");
        Assert.Null(daNang["startsOn"]);
        Assert.Null(daNang["links"]!["calendar"]);
        Assert.DoesNotContain("da-nang-2016", await CodesAsync("programme=scp-2016"));
        Assert.Contains("da-nang-2016", await CodesAsync("programme=scp-2016&undated=true"));
    }

    [Fact]
    public async Task Seats_are_true_at_the_moment_of_the_answer()
    {
        var workshop = await site.WorkshopAsync(capacity: 2);
        async Task<(int Taken, int Free, int Waiting, string State)> SeatsAsync()
        {
            var one = (await ReadAsync("/api/v1/workshops/" + workshop.Code))["availability"]!;
            var listed = (await ReadAsync("/api/v1/workshops?q=" + workshop.Code))["items"]![0]!["availability"]!;
            Assert.Equal(one.ToJsonString(), listed.ToJsonString());
            return ((int)one["taken"]!, (int)one["free"]!, (int)one["waiting"]!, (string)one["state"]!);
        }

        Assert.Equal((0, 2, 0, "open"), await SeatsAsync());
        await site.SeatedAsync(workshop);
        Assert.Equal((1, 1, 0, "open"), await SeatsAsync());
        await site.SeatedAsync(workshop);
        await site.SeatedAsync(workshop);
        Assert.Equal((2, 0, 1, "waitingList"), await SeatsAsync());
    }

    [Fact]
    public async Task Nobodys_name_or_address_is_given_away_and_a_draft_is_unknown()
    {
        var (workshop, draft) = (await site.WorkshopAsync(capacity: 5), await site.WorkshopAsync(WorkshopStatus.Draft));
        var (name, email) = (Registering.NewName(), Registering.NewMailbox());
        await site.SeatedAsync(workshop, name, email);
        foreach (var address in new[] { "/api/v1/workshops/" + workshop.Code, "/api/v1/workshops?q=" + workshop.Code, "/api/v1/programmes", "/calendar.ics", "/feed.atom", $"/workshops/{workshop.Code}.ics" })
        {
            var text = await site.Visitor().GetStringAsync(address);
            Assert.DoesNotContain(name, text, StringComparison.Ordinal);
            Assert.DoesNotContain(email, text, StringComparison.Ordinal);
            Assert.DoesNotContain(draft.Code + "\"", text, StringComparison.Ordinal);
        }
        using var admin = await site.SignedInAsync();
        var (hidden, unknown) = (await admin.GetAsync("/api/v1/workshops/" + draft.Code), await site.Visitor().GetAsync("/api/v1/workshops/khong-co"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, unknown.StatusCode));
        Assert.Equal((await unknown.Content.ReadAsStringAsync()).Replace("khong-co", draft.Code, StringComparison.Ordinal), await hidden.Content.ReadAsStringAsync());
        Assert.DoesNotContain(draft.Code, await CodesAsync("undated=true"));
    }

    [Fact]
    public async Task Lists_are_paged_with_links_to_their_neighbours()
    {
        var first = await site.Visitor().GetAsync("/api/v1/workshops?programme=scp-2016&undated=true&sort=code&pageSize=1");
        Assert.Equal(["bac-ninh-2016"], JsonNode.Parse(await first.Content.ReadAsStringAsync())!["items"]!.AsArray().Select(w => (string)w!["code"]!));
        var links = string.Join(',', first.Headers.GetValues("Link")).Split(", ").Select(l => (Rel: l.Split("rel=")[1].Trim('"'), Address: l[(l.IndexOf('<', StringComparison.Ordinal) + 1)..l.IndexOf('>', StringComparison.Ordinal)])).ToDictionary(l => l.Rel, l => l.Address, StringComparer.Ordinal);
        Assert.Equal(["first", "last", "next"], links.Keys.Order(StringComparer.Ordinal));
        var codes = new List<string>();
        for (var next = links["first"]; next is not null;)
        {
            var answer = await site.Visitor().GetAsync(next);
            codes.AddRange(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray().Select(w => (string)w!["code"]!));
            next = answer.Headers.GetValues("Link").SelectMany(l => l.Split(", ")).Where(l => l.EndsWith("rel=\"next\"", StringComparison.Ordinal)).Select(l => l[1..l.IndexOf('>', StringComparison.Ordinal)]).FirstOrDefault();
        }
        Assert.Equal(["bac-ninh-2016", "can-tho-2016", "da-nang-2016"], codes);
        var beyond = await ReadAsync("/api/v1/workshops?page=2147483647&pageSize=100");
        Assert.Empty(beyond["items"]!.AsArray());
        Assert.True((int)beyond["total"]! > 0);
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=99999999999", "page")]
    [InlineData("page=-1&pageSize=101&status=draft&sort=up&year=x&undated=maybe", "page,pageSize,sort,status,undated,year")]
    [InlineData("pageSize=1.5", "pageSize")]
    public async Task A_question_that_cannot_be_used_is_told_whats_wrong_all_at_once(string query, string words)
    {
        var ask = new HttpRequestMessage(HttpMethod.Get, "/api/v1/workshops?" + query);
        ask.Headers.AcceptLanguage.ParseAdd("en");
        var answer = await site.Visitor().SendAsync(ask);
        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Equal(words, string.Join(',', problem["errors"]!.AsObject().Select(e => e.Key).Order(StringComparer.Ordinal)));
        Assert.Equal(("The question cannot be used", 400), ((string?)problem["title"], (int)problem["status"]!));
        Assert.StartsWith("page", (string)problem["details"]!["vi"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_find_by_programme_state_year_province_and_words_without_marks()
    {
        Assert.Equal(["bac-ninh-2016", "can-tho-2016"], await CodesAsync("programme=scp-2016"));
        Assert.Equal(["bac-ninh-2016", "can-tho-2016"], (await CodesAsync("status=held&year=2016")));
        Assert.Contains("can-tho-2026", await CodesAsync("province=2025-92"));
        Assert.DoesNotContain("bac-ninh-2026", await CodesAsync("province=2025-92"));
        Assert.Equal(["can-tho-2016"], await CodesAsync("q=CAN+tho&programme=scp-2016"));
        Assert.Empty(await CodesAsync("q=!!"));
        Assert.Equal(["scp-2016"], (await ReadAsync("/api/v1/programmes?year=2016"))["items"]!.AsArray().Select(p => (string)p!["code"]!));
    }

    [Fact]
    public async Task Other_sites_may_read_and_nobody_may_write()
    {
        var answer = await site.Visitor().GetAsync("/api/v1/workshops");
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        var preflight = await site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Options, "/api/v1/workshops"));
        Assert.Equal((HttpStatusCode.NoContent, "GET, HEAD"), (preflight.StatusCode, string.Join(", ", preflight.Headers.GetValues("Access-Control-Allow-Methods"))));
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete })
        {
            var refused = await site.Visitor().SendAsync(new HttpRequestMessage(method, "/api/v1/workshops/can-tho-2026"));
            Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.MediaType));
        }
        Assert.Equal("application/problem+json", (await site.Visitor().GetAsync("/api/v1/khac")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task One_workshop_or_three_cost_the_same_queries()
    {
        foreach (var _ in Enumerable.Range(0, 3)) await site.WorkshopAsync(capacity: 10);
        var counts = await CommandCounter.OfAsync(site, "/api/v1/workshops?pageSize=1", "/api/v1/workshops?pageSize=3", "/api/v1/programmes?pageSize=1", "/api/v1/programmes?pageSize=2", "/calendar.ics?lang=en", "/feed.atom?lang=en");
        Assert.Equal(counts[0], counts[1]);
        Assert.Equal(counts[2], counts[3]);
        Assert.InRange(counts[0], 1, 9);
        Assert.InRange(counts[4], 1, 2);
        Assert.InRange(counts[5], 1, 2);
    }
}
