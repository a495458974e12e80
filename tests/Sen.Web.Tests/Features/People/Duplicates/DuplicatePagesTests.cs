using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Tests.Features.People.Duplicates;

public sealed class DuplicatePagesTests(TestSite site)
{
    [Fact]
    public async Task A_pair_is_listed_with_its_reasons_compared_merged_and_undone_from_the_trail()
    {
        var (first, second) = await site.TwiceAsync();
        using var admin = await site.SignedInAsync();
        var list = Visits.Text(await admin.GetStringAsync("/vi/people/duplicates?q=" + Uri.EscapeDataString(first.FullName)));
        Assert.Contains($"cùng hộp thư {first.Email}", list.ToLowerInvariant(), StringComparison.Ordinal);
        Assert.Contains("tên trùng khi bỏ dấu", list, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Gần như chắc chắn", list, StringComparison.Ordinal);
        Assert.Contains(second.FullName, await admin.GetStringAsync("/vi/people/duplicates?handler=Export&format=csv&by=Mail&province=2025-92&q=" + Uri.EscapeDataString(first.FullName)), StringComparison.Ordinal);
        Assert.DoesNotContain(second.FullName, await admin.GetStringAsync("/vi/people/duplicates?by=Phone&q=" + Uri.EscapeDataString(first.FullName)), StringComparison.Ordinal);

        var page = $"/vi/people/duplicates/{second.Id}?with={first.Id}";
        var compare = Visits.Text(await admin.GetStringAsync(page));
        Assert.Contains("Hai dòng này có phải một người?", compare, StringComparison.Ordinal);
        Assert.Contains("có đủ dấu", compare, StringComparison.Ordinal);
        var answer = await admin.SendFormAsync(page, new()
        {
            ["Input.Standing"] = first.Id.ToString(),
            ["Input.StandingVersion"] = first.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Input.AwayVersion"] = second.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Input.From[phone]"] = "away",
            ["Input.From[name]"] = "standing",
        });
        Assert.Equal($"/vi/people/{first.Id}", answer.Headers.Location!.ToString());
        Assert.Contains("Đã gộp hai dòng thành một người.", Visits.Text(await admin.GetStringAsync($"/vi/people/{first.Id}")), StringComparison.Ordinal);
        var now = await site.NowAsync(first);
        Assert.Equal((first.FullName, second.Phone), (now.FullName, now.Phone));
        Assert.DoesNotContain(second.FullName, await admin.GetStringAsync("/vi/people/duplicates?from=Weak&q=" + Uri.EscapeDataString(first.FullName)), StringComparison.Ordinal);

        var merge = await site.DbAsync(db => db.PersonMerges.Where(m => m.AwayId == second.Id).Select(m => m.Id).SingleAsync());
        var trail = await admin.GetStringAsync($"/vi/audit?Q={merge}");
        var undo = $"/vi/people/merges/{merge}?handler=Undo";
        Assert.Contains($"action=\"{undo}\"", trail, StringComparison.Ordinal);
        Assert.Equal($"/vi/people/merges/{merge}", (await admin.SendFormAsync($"/vi/audit?Q={merge}", [], undo)).Headers.Location!.ToString());
        Assert.Equal((first.Phone, (Guid?)null), ((await site.NowAsync(first)).Phone, (await site.NowAsync(second)).MergedIntoId));
        Assert.Contains("Lần gộp này đã được hoàn tác rồi.", await Follow(admin, await admin.SendFormAsync($"/vi/audit?Q={merge}", [], undo)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_many_rows_gone_as_came_are_seen_all_the_same()
    {
        var (gone, too) = await site.TwiceAsync();
        using var admin = await site.SignedInAsync();
        Assert.Contains(too.FullName, await admin.GetStringAsync("/vi/people/duplicates?q=" + Uri.EscapeDataString(gone.FullName)), StringComparison.Ordinal);
        await site.RemoveAsync(gone, too);
        var (first, second) = await site.TwiceAsync();
        Assert.Contains(second.FullName, await admin.GetStringAsync("/vi/people/duplicates?q=" + Uri.EscapeDataString(first.FullName)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kept_apart_is_remembered_until_the_facts_change_and_can_be_taken_back()
    {
        var (first, second) = await site.TwiceAsync();
        using var admin = await site.SignedInAsync();
        var list = "/vi/people/duplicates?q=" + Uri.EscapeDataString(first.FullName);
        Assert.Contains(second.FullName, await admin.GetStringAsync(list), StringComparison.Ordinal);
        await admin.SendFormAsync("/vi/people/duplicates", new() { ["a"] = second.Id.ToString(), ["b"] = first.Id.ToString() }, "/vi/people/duplicates?handler=Apart");
        Assert.DoesNotContain(second.FullName, await admin.GetStringAsync(list), StringComparison.Ordinal);
        Assert.Contains(second.FullName, await admin.GetStringAsync("/vi/people/kept-apart?q=" + Uri.EscapeDataString(first.FullName)), StringComparison.Ordinal);

        // A new number says something new.
        await site.DbAsync(async db =>
        {
            (await db.Persons.SingleAsync(p => p.Id == second.Id)).Phone = first.Phone;
            return await db.SaveChangesAsync();
        });
        Assert.Contains("đã có người nói là hai người khác nhau", Visits.Text(await admin.GetStringAsync(list)), StringComparison.Ordinal);
        await admin.SendFormAsync("/vi/people/duplicates", new() { ["a"] = first.Id.ToString(), ["b"] = second.Id.ToString() }, "/vi/people/duplicates?handler=Apart");
        Assert.DoesNotContain(second.FullName, await admin.GetStringAsync(list), StringComparison.Ordinal);

        var id = await site.DbAsync(db => db.KeptAparts.Where(k => k.FirstId == first.Id || k.SecondId == first.Id).Select(k => k.Id).SingleAsync());
        await admin.SendFormAsync("/vi/people/kept-apart", new() { ["undo"] = id.ToString() }, "/vi/people/kept-apart?handler=Back");
        Assert.Contains(second.FullName, await admin.GetStringAsync(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_organiser_sees_and_merges_only_what_is_all_theirs()
    {
        var (first, second) = await site.TwiceAsync();
        var (canTho, bacNinh) = (await site.WorkshopAsync("can-tho-2026"), await site.WorkshopAsync("bac-ninh-2026"));
        await site.AddAsync(Sample.Registration(first, canTho));
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        var (list, page) = ("/vi/people/duplicates?q=" + Uri.EscapeDataString(first.FullName), $"/vi/people/duplicates/{first.Id}?with={second.Id}");
        // The second is nobody's: not seen, not compared, not merged.
        Assert.DoesNotContain(second.FullName, await organiser.GetStringAsync(list), StringComparison.Ordinal);
        Assert.DoesNotContain(second.FullName, await organiser.GetStringAsync(list + "&handler=Export&format=csv"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.GetAsync($"/vi/people/duplicates/{second.Id}?with={first.Id}")).StatusCode);

        // In their workshop and in another's: seen, and only an administrator may merge.
        var elsewhere = Sample.Registration(second, bacNinh);
        await site.AddAsync(Sample.Registration(second, canTho), elsewhere);
        Assert.Contains(second.FullName, await organiser.GetStringAsync(list), StringComparison.Ordinal);
        var text = Visits.Text(await organiser.GetStringAsync(page));
        Assert.Contains("chỉ quản trị viên gộp được", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Gộp thành một người", text, StringComparison.Ordinal);
        Dictionary<string, string> fields() => new() { ["Input.Standing"] = first.Id.ToString(), ["Input.StandingVersion"] = "0", ["Input.AwayVersion"] = "0" };
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.SendFormAsync(page, fields())).StatusCode);
        Assert.Null((await site.NowAsync(second)).MergedIntoId);

        var merge = await site.MergedAsync(first, second, stands: new() { [canTho] = await site.DbAsync(db => db.Registrations.Where(r => r.PersonId == first.Id && r.WorkshopId == canTho).Select(r => r.Id).SingleAsync()) });
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.SendFormAsync("/vi/account", [], $"/vi/people/merges/{merge}?handler=Undo")).StatusCode);
        Assert.Equal(first.Id, (await site.NowAsync(second)).MergedIntoId);
        await site.UndoAsync(merge);
        await site.RemoveAsync(first, second);
    }

    [Theory]
    [InlineData("/vi/people/duplicates")]
    [InlineData("/vi/people/duplicates?handler=Export&format=csv")]
    [InlineData("/en/people/kept-apart")]
    [InlineData("/en/people/merges")]
    public async Task The_public_is_sent_to_sign_in(string address) => Assert.Contains("/sign-in", (await site.Visitor().GetAsync(address)).Headers.Location!.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task Nonsense_is_answered_and_changes_nothing()
    {
        var (first, second) = await site.TwiceAsync();
        using var admin = await site.SignedInAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/vi/people/duplicates/{first.Id}?with={Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/vi/people/merges/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/vi/people/duplicates/{first.Id}?with={first.Id}")).StatusCode);
        // Somebody merged the two while the form stood open.
        await site.MergedAsync(first, second);
        var answer = await admin.SendFormAsync("/vi/account", new() { ["Input.Standing"] = first.Id.ToString() }, $"/vi/people/duplicates/{first.Id}?with={second.Id}");
        Assert.Contains("Một trong hai dòng vừa được người khác gộp", await Follow(admin, answer), StringComparison.Ordinal);
        Assert.Equal(1, await site.DbAsync(db => db.PersonMerges.CountAsync(m => m.StandingId == first.Id)));
    }

    [Fact]
    public async Task A_history_shows_then_and_now_and_counts_participations_and_the_person_apart()
    {
        var person = Sample.Person("Lý Thị Lịch Sử", "Sở Nông nghiệp và Môi trường thành phố Cần Thơ", province: "2025-92");
        var agency = Sample.Agency("Sở Tài nguyên và Môi trường tỉnh Hậu Giang", "STNMT", "2016-93");
        var workshop = await site.WorkshopAsync(WorkshopStatus.Held);
        await site.AddAsync(person, agency);
        await site.AddAsync(new Registration { PersonId = person.Id, WorkshopId = workshop.Id, State = RegistrationState.Recorded, Position = "Chuyên viên", AgencyId = agency.Id, AgencyKindId = "STNMT", ProvinceId = "2016-93", AgencyName = agency.Name.Vi });
        using var admin = await site.SignedInAsync();
        var page = Visits.Text(await admin.GetStringAsync($"/vi/people/{person.Id}"));
        Assert.Contains("1 lượt tham dự, trong đó 1 lượt là học viên, qua 1 năm. Trong số người được tập huấn, vẫn là một người.", page, StringComparison.Ordinal);
        Assert.Contains("Sở Tài nguyên và Môi trường tỉnh Hậu Giang Chuyên viên Nay là: Sở Nông nghiệp và Môi trường thành phố Cần Thơ", page, StringComparison.Ordinal);
        Assert.Contains("Sở Nông nghiệp và Môi trường thành phố Cần Thơ", await admin.GetStringAsync($"/vi/people/{person.Id}?handler=Export&format=csv"), StringComparison.Ordinal);

        var then = Visits.Text(await admin.GetStringAsync($"/vi/agencies/{agency.Id}/history"));
        foreach (var line in new[] { "đến 28/02/2025 Sở Tài nguyên và Môi trường tỉnh Hậu Giang · cơ quan này", "01/03/2025–30/06/2025 Sở Nông nghiệp và Môi trường tỉnh Hậu Giang", "từ 01/07/2025 Sở Nông nghiệp và Môi trường thành phố Cần Thơ", "1 lượt tham dự của 1 người, như lúc đó; 0 người thuộc cơ quan này bây giờ", "Lý Thị Lịch Sử" })
            Assert.Contains(line.Replace("đến 28/02/2025", "28/02/2025", StringComparison.Ordinal), then, StringComparison.Ordinal);
        Assert.Contains("Lý Thị Lịch Sử", await admin.GetStringAsync($"/vi/agencies/{agency.Id}/history?handler=Export&format=csv"), StringComparison.Ordinal);
        // From the agency of today, the one of 2016 is found over both changes.
        var today = Sample.Agency("Sở Nông nghiệp và Môi trường thành phố Cần Thơ thử", "SNNMT", "2025-92");
        await site.AddAsync(today);
        var back = Visits.Text(await admin.GetStringAsync($"/vi/agencies/{today.Id}/history?line=true"));
        foreach (var name in new[] { "Sở Tài nguyên và Môi trường tỉnh Hậu Giang", "Sở Tài nguyên và Môi trường tỉnh Sóc Trăng", "Sở Nông nghiệp và Phát triển nông thôn thành phố Cần Thơ", "Sở Nông nghiệp và Môi trường tỉnh Sóc Trăng", "Lý Thị Lịch Sử" })
            Assert.Contains(name, back, StringComparison.Ordinal);
        Assert.DoesNotContain("Lý Thị Lịch Sử", await admin.GetStringAsync($"/vi/agencies/{today.Id}/history"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/en/agencies/{today.Id}/history?as=now&line=true&q=ly")).StatusCode);
        // An organiser of another workshop sees no name here.
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        Assert.DoesNotContain("Lý Thị Lịch Sử", await organiser.GetStringAsync($"/vi/agencies/{agency.Id}/history"), StringComparison.Ordinal);
        await site.RemoveAsync(person);
        await site.DbAsync(db => db.Agencies.Where(a => a.Id == agency.Id || a.Id == today.Id).ExecuteDeleteAsync());
    }

    private static async Task<string> Follow(HttpClient visitor, HttpResponseMessage answer) => Visits.Text(await visitor.GetStringAsync(answer.Headers.Location!.ToString()));
}
