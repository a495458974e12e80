using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Tests.Features.People.Duplicates.Agencies;

public sealed class AgencyPagesTests(TestSite site)
{
    [Fact]
    public async Task A_pair_is_listed_with_its_reasons_compared_merged_and_undone_from_the_trail()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        using var admin = await site.SignedInAsync();
        var q = Uri.EscapeDataString(first.Name.Vi);
        var list = Visits.Text(await admin.GetStringAsync("/vi/agencies/duplicates?q=" + q));
        Assert.Contains("Tên trùng khi bỏ dấu; cùng tỉnh, thành phố.", list, StringComparison.Ordinal);
        Assert.Contains("Gần như chắc chắn", list, StringComparison.Ordinal);
        Assert.Contains(second.Name.Vi, await admin.GetStringAsync("/vi/agencies/duplicates?handler=Export&format=csv&by=Name&province=2025-92&sort=Province&q=" + q), StringComparison.Ordinal);
        Assert.DoesNotContain(second.Name.Vi, await admin.GetStringAsync("/vi/agencies/duplicates?by=Mail&q=" + q), StringComparison.Ordinal);
        Assert.Contains($"/vi/agencies/duplicates/{first.Id}", await admin.GetStringAsync($"/vi/agencies/{first.Id}/history"), StringComparison.Ordinal);

        var page = $"/vi/agencies/duplicates/{second.Id}?with={first.Id}";
        Assert.Contains("có đủ dấu", Visits.Text(await admin.GetStringAsync(page)), StringComparison.Ordinal);
        // Whoever compares chooses which row stands.
        var turned = await admin.GetStringAsync(page + "&stands=" + second.Id);
        Assert.Contains($"name=\"Input.Standing\" value=\"{second.Id}\"", turned, StringComparison.Ordinal);
        var answer = await admin.SendFormAsync(page, new()
        {
            ["Input.Standing"] = second.Id.ToString(),
            ["Input.StandingVersion"] = second.Version.ToString(CultureInfo.InvariantCulture),
            ["Input.AwayVersion"] = first.Version.ToString(CultureInfo.InvariantCulture),
            ["Input.From[name]"] = "away",
        });
        Assert.Equal($"/vi/agencies/{second.Id}/history", answer.Headers.Location!.ToString());
        Assert.Contains("Đã gộp hai dòng thành một cơ quan.", Visits.Text(await admin.GetStringAsync($"/vi/agencies/{second.Id}/history")), StringComparison.Ordinal);
        Assert.Equal((first.Name.Vi, second.Id), ((await site.NowAsync(second)).Name.Vi, (await site.NowAsync(first)).MergedIntoId!.Value));
        Assert.DoesNotContain(first.Id.ToString(), await admin.GetStringAsync("/vi/agencies/duplicates?from=Weak&q=" + q), StringComparison.Ordinal);

        var merge = await site.DbAsync(db => db.AgencyMerges.Where(m => m.AwayId == first.Id).Select(m => m.Id).SingleAsync());
        Assert.Contains(merge.ToString(), await admin.GetStringAsync("/vi/agencies/merges?q=" + q), StringComparison.Ordinal);
        Assert.Contains(second.Name.Vi, await admin.GetStringAsync($"/vi/agencies/merges/{merge}"), StringComparison.Ordinal);
        var undo = $"/vi/agencies/merges/{merge}?handler=Undo";
        Assert.Contains($"action=\"{undo}\"", await admin.GetStringAsync($"/vi/audit?Q={merge}"), StringComparison.Ordinal);
        Assert.Equal($"/vi/agencies/merges/{merge}", (await admin.SendFormAsync($"/vi/audit?Q={merge}", [], undo)).Headers.Location!.ToString());
        Assert.Equal((second.Name.Vi, (Guid?)null), ((await site.NowAsync(second)).Name.Vi, (await site.NowAsync(first)).MergedIntoId));
    }

    [Fact]
    public async Task Kept_apart_with_a_reason_is_remembered_until_the_facts_change_and_can_be_taken_back()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        using var admin = await site.SignedInAsync();
        var list = "/vi/agencies/duplicates?q=" + Uri.EscapeDataString(first.Name.Vi);
        var page = $"/vi/agencies/duplicates/{first.Id}?with={second.Id}";
        await admin.SendFormAsync(page, new() { ["Reason"] = "Hai cơ sở khác nhau" }, page + "&handler=Apart");
        Assert.DoesNotContain(second.Name.Vi, await admin.GetStringAsync(list), StringComparison.Ordinal);
        var apart = await admin.GetStringAsync("/vi/agencies/kept-apart?q=" + Uri.EscapeDataString(first.Name.Vi));
        Assert.Contains("Hai cơ sở khác nhau", Visits.Text(apart), StringComparison.Ordinal);
        Assert.Contains("Hai cơ sở khác nhau", Visits.Text(await admin.GetStringAsync(page)), StringComparison.Ordinal);
        Assert.Contains("Hai cơ sở khác nhau", await admin.GetStringAsync("/vi/agencies/kept-apart?handler=Export&format=csv&q=" + Uri.EscapeDataString(first.Name.Vi)), StringComparison.Ordinal);

        // An English name says something new.
        await site.DbAsync(async db =>
        {
            (await db.Agencies.SingleAsync(a => a.Id == second.Id)).Name = Sen.Web.Platform.Languages.Bilingual.Of(second.Name.Vi, "Lotus Institute");
            return await db.SaveChangesAsync();
        });
        Assert.Contains("đã có người nói là hai cơ quan khác nhau", Visits.Text(await admin.GetStringAsync(list)), StringComparison.Ordinal);
        await admin.SendFormAsync("/vi/agencies/duplicates", new() { ["a"] = first.Id.ToString(), ["b"] = second.Id.ToString() }, "/vi/agencies/duplicates?handler=Apart");
        Assert.DoesNotContain(second.Name.Vi, await admin.GetStringAsync(list), StringComparison.Ordinal);
        var id = await site.DbAsync(db => db.KeptAparts.Where(k => k.FirstId == first.Id || k.SecondId == first.Id).Select(k => k.Id).SingleAsync());
        await admin.SendFormAsync("/vi/agencies/kept-apart", new() { ["undo"] = id.ToString() }, "/vi/agencies/kept-apart?handler=Back");
        Assert.Contains(second.Name.Vi, await admin.GetStringAsync(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organiser_merges_only_what_is_all_theirs_and_takes_no_pair_of_persons_back_here()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var (canTho, bacNinh) = (await site.WorkshopAsync("can-tho-2026"), await site.WorkshopAsync("bac-ninh-2026"));
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        var page = $"/vi/agencies/duplicates/{first.Id}?with={second.Id}";
        Dictionary<string, string> fields() => new() { ["Input.Standing"] = first.Id.ToString(), ["Input.StandingVersion"] = "0", ["Input.AwayVersion"] = "0" };
        var person = AgencyMerging.PersonOf(second);
        await site.AddAsync(person);
        var elsewhere = new Registration { WorkshopId = bacNinh, PersonId = person.Id, AgencyId = second.Id, State = RegistrationState.Recorded };
        await site.AddAsync(elsewhere);

        Assert.Contains("nên chỉ quản trị viên gộp được", Visits.Text(await organiser.GetStringAsync(page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.SendFormAsync(page, fields())).StatusCode);
        Assert.Null((await site.NowAsync(second)).MergedIntoId);

        // In their workshop, but somebody holds a role for it.
        await site.DbAsync(db => db.Registrations.Where(r => r.Id == elsewhere.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.WorkshopId, canTho)));
        var grant = new RoleGrant { UserId = await site.DbAsync(db => db.Users.Select(u => u.Id).FirstAsync()), Role = Role.AgencyOfficer, Scope = ScopeKind.Agency, ScopeId = first.Id.ToString() };
        await site.AddAsync(grant);
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.SendFormAsync(page, fields())).StatusCode);
        await site.DbAsync(db => db.RoleGrants.Where(g => g.Id == grant.Id).ExecuteDeleteAsync());
        Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync(page, fields())).StatusCode);
        Assert.Equal(first.Id, (await site.NowAsync(second)).MergedIntoId);

        // What came since is in another's workshop: they cannot undo it either.
        await site.DbAsync(db => db.Registrations.Where(r => r.Id == elsewhere.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.WorkshopId, bacNinh)));
        var merge = await site.DbAsync(db => db.AgencyMerges.Where(m => m.AwayId == second.Id).Select(m => m.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.SendFormAsync("/vi/account", [], $"/vi/agencies/merges/{merge}?handler=Undo")).StatusCode);

        var (a, b) = await site.TwiceAsync();
        var kept = new Sen.Web.Features.People.Duplicates.KeptApart { FirstId = a.Id, SecondId = b.Id, Facts = "", At = DateTime.UnixEpoch, By = "" };
        await site.AddAsync(kept);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.SendFormAsync("/vi/account", new() { ["undo"] = kept.Id.ToString() }, "/vi/agencies/kept-apart?handler=Back")).StatusCode);
        await site.RemoveAsync(person);
    }

    [Theory]
    [InlineData("/vi/agencies/duplicates")]
    [InlineData("/vi/agencies/duplicates?handler=Export&format=csv")]
    [InlineData("/en/agencies/kept-apart")]
    [InlineData("/en/agencies/merges")]
    public async Task The_public_is_sent_to_sign_in(string address) => Assert.Contains("/sign-in", (await site.Visitor().GetAsync(address)).Headers.Location!.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Nonsense_is_answered_and_changes_nothing()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        using var admin = await site.SignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/vi/agencies/duplicates/{first.Id}?with={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/vi/agencies/merges/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/en/agencies/duplicates/{first.Id}?with={first.Id}")).StatusCode);
        Assert.Contains(second.Id.ToString(), await admin.GetStringAsync($"/vi/agencies/duplicates/{first.Id}?q={Uri.EscapeDataString(first.Name.Vi)}"), StringComparison.Ordinal);
        // Somebody merged the two while the form stood open.
        await site.MergedAsync(first, second);
        var answer = await admin.SendFormAsync("/vi/account", new() { ["Input.Standing"] = first.Id.ToString() }, $"/vi/agencies/duplicates/{first.Id}?with={second.Id}");
        Assert.Contains("Một trong hai dòng vừa được người khác gộp", Visits.Text(await admin.GetStringAsync(answer.Headers.Location!.ToString())), StringComparison.Ordinal);
        Assert.Equal(1, await site.DbAsync(db => db.AgencyMerges.CountAsync(m => m.StandingId == first.Id)));
    }

    [Fact]
    public async Task Both_lists_of_duplicates_ask_as_many_questions_for_many_pairs_as_for_one()
    {
        var word = Merging.New().Name.Split(' ')[^1];
        for (var i = 0; i < 4; i++)
        {
            var (a, b) = await site.TwoAgenciesAsync();
            var (p, q) = await site.TwiceAsync();
            if (i == 0) await site.DbAsync(db => db.Agencies.Where(x => x.Id == a.Id || x.Id == b.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.Name.En, word)));
            if (i == 0) await site.DbAsync(db => db.Persons.Where(x => x.Id == p.Id || x.Id == q.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.Email, word.ToLowerInvariant() + "@mau.example")));
        }
        using var administrator = await site.SignedInAsync();
        foreach (var (one, many) in new[] { ("/vi/agencies/duplicates?q=" + word, "/vi/agencies/duplicates?q=vien+nghien+cuu"), ("/vi/people/duplicates?q=" + word.ToLowerInvariant() + "%40mau.example", "/vi/people/duplicates?q=trinh+gop") })
        {
            Assert.Equal(1, await RowsAsync(one));
            Assert.InRange(await RowsAsync(many), 3, int.MaxValue);
            var counts = await CommandCounter.OfDeskAsync(site, one, many);
            Assert.Equal(counts[0], counts[1]);
        }

        async Task<int> RowsAsync(string page) => (await administrator.GetStringAsync(page)).Split("class=\"act\"").Length - 1;
    }
}
