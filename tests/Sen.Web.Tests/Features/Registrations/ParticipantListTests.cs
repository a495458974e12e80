using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform;

namespace Sen.Web.Tests.Features.Registrations;

public sealed partial class ParticipantListTests(TestSite site)
{
    [Fact]
    public async Task A_view_is_saved_under_a_name_opened_as_a_link_and_removed()
    {
        var (workshop, other) = (await site.WorkshopAsync(), await site.WorkshopAsync());
        await site.PutAsync(workshop, RegistrationState.Seated, "Trần Văn Xem");
        using var organiser = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/people";
        var answer = await organiser.SendFormAsync(page, new() { ["ViewName"] = "Chờ ở Huế" }, $"{page}?State=Waiting&Province=2025-46&Sort=queue&cols=agency,place&handler=SaveView");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var view = await site.DbAsync(db => db.SavedViews.SingleAsync(v => v.WorkshopId == workshop.Id));
        Assert.Equal(("Chờ ở Huế", "?State=Waiting&Province=2025-46&Sort=queue&cols=agency,place"), (view.Name, Uri.UnescapeDataString(view.Query)));
        Assert.Contains($"href=\"{page}{view.Query.Replace("&", "&amp;", StringComparison.Ordinal)}\" lang=\"vi\">Chờ ở Huế</a>", await organiser.GetStringAsync(page), StringComparison.Ordinal);

        var nameless = await organiser.SendFormAsync(page, new() { ["ViewName"] = " " }, page + "?handler=SaveView");
        Assert.Contains("Đặt tên cho cách xem", await nameless.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await organiser.SendFormAsync($"/vi/desk/workshops/{other.Code}/people", new() { ["id"] = view.Id.ToString() }, $"/vi/desk/workshops/{other.Code}/people?handler=RemoveView");
        Assert.True(await site.DbAsync(db => db.SavedViews.AnyAsync(v => v.Id == view.Id)));
        await organiser.SendFormAsync(page, new() { ["id"] = view.Id.ToString() }, page + "?handler=RemoveView");
        Assert.False(await site.DbAsync(db => db.SavedViews.AnyAsync(v => v.Id == view.Id)));
    }

    [Fact]
    public async Task A_file_holds_the_people_and_columns_of_the_page()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        await site.PutAsync(workshop, RegistrationState.Seated, "Trần Văn Tệp A");
        await site.PutAsync(workshop, RegistrationState.Waiting, "Trần Văn Tệp B", "Trần Văn Tệp C");
        using var organiser = await site.SignedInAsync();
        var page = $"/en/desk/workshops/{workshop.Code}/people?handler=File&format=csv";
        Assert.Equal(["No.,Full name,State,Place in line,Why waiting", "1,Trần Văn Tệp B,Waiting,1,The only seat is taken.", "2,Trần Văn Tệp C,Waiting,2,The only seat is taken."],
            Lines(await organiser.GetStringAsync(page + "&State=Waiting&Sort=queue&cols=why&cols=state,place,nothing")));
        // Without a choice the headings are those the import reads.
        Assert.Equal("STT,Họ và tên,Giới tính,Chức vụ,Đơn vị công tác,Tỉnh/Thành phố,Điện thoại,Email,Loại,Trạng thái,Ghi chú",
            Lines(await organiser.GetStringAsync(page.Replace("/en/", "/vi/", StringComparison.Ordinal)))[0]);
    }

    [Fact]
    public async Task People_behind_one_telephone_and_unmatched_agencies_are_found()
    {
        var workshop = await site.WorkshopAsync();
        var people = await site.PutAsync(workshop, RegistrationState.Seated, "Trần Văn Chung A", "Trần Văn Chung B", "Trần Văn Chung C", "Trần Văn Chung D");
        var gone = await site.PutAsync(workshop, RegistrationState.Withdrawn, "Trần Văn Chung E");
        await site.DbAsync(async db =>
        {
            var phone = await db.Persons.Where(p => p.Id == people[0].PersonId).Select(p => p.Phone).SingleAsync();
            await db.Persons.Where(p => p.Id == people[1].PersonId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Phone, phone));
            var mail = await db.Persons.Where(p => p.Id == people[2].PersonId).Select(p => p.Email).SingleAsync();
            await db.Persons.Where(p => p.Id == gone[0].PersonId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, mail));
            return await db.Registrations.Where(r => r.Id == people[3].Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.AgencyName, "Hợp tác xã Thử"));
        });
        using var organiser = await site.SignedInAsync();
        Task<string> File(string query) => organiser.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/people?handler=File&format=csv&cols=state&{query}");
        Assert.Equal(["1,Trần Văn Chung A,Đã có chỗ", "2,Trần Văn Chung B,Đã có chỗ"], Lines(await File("Check=SameContact"))[1..]);
        Assert.Equal(["1,Trần Văn Chung D,Đã có chỗ"], Lines(await File("Check=Unmatched"))[1..]);
        Assert.Equal(4, Lines(await File("State=taken"))[1..].Length);
        var desk = Visits.Text(await organiser.GetStringAsync("/vi/desk"));
        Assert.Contains($"1 số điện thoại hoặc thư có nhiều người dùng: Hội thảo thử {workshop.Code} (12/2026)", desk, StringComparison.Ordinal);
        Assert.Contains($"1 người có cơ quan chưa khớp danh mục: Hội thảo thử {workshop.Code} (12/2026)", desk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RegionScope.Anywhere, "2025-46 2025-92", "")]
    [InlineData(RegionScope.Invited, "", "")]
    [InlineData(RegionScope.NotInvited, "", "")]
    [InlineData(RegionScope.Anywhere, "", "SCT")]
    [InlineData(RegionScope.NotInvited, "2025-92", "SCT SNNMT")]
    public async Task The_filter_of_a_limit_covers_whom_the_limit_covers(RegionScope region, string provinces, string kinds)
    {
        var workshop = await site.WorkshopAsync();
        await site.DbAsync(db => db.Database.ExecuteSqlAsync($"insert into workshop_province (workshop_id, province_id) values ({workshop.Id}, '2025-46')"));
        var all = new List<Registration>();
        foreach (var province in new[] { "2025-46", "2025-92", null }) all.AddRange(await site.PutInAsync(workshop, RegistrationState.Seated, province, "Trần Văn Lọc A", "Trần Văn Lọc B"));
        await site.DbAsync(async db =>
        {
            foreach (var r in all.Where((_, i) => i % 2 == 0)) await db.Registrations.Where(x => x.Id == r.Id).ExecuteUpdateAsync(x => x.SetProperty(y => y.AgencyKindId, "SCT"));
            return 0;
        });
        var limit = new SeatLimit { WorkshopId = workshop.Id, Region = region, Provinces = provinces, AgencyKinds = kinds };
        var rows = await site.DbAsync(db => db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id).ToListAsync());
        var covered = rows.Where(r => limit.Rule.Covers(Seatable.Of(r), new HashSet<string> { "2025-46" })).Select(r => r.Id).Order();
        Assert.Equal(covered, (await site.DbAsync(db => new ParticipantQuery { Limit = limit.Rule }.Of(db, workshop.Id).Select(p => p.Id).ToListAsync())).Order());
    }

    [Fact]
    public async Task An_order_that_was_kept_in_memory_is_forgotten_with_the_next_change()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var people = await site.PutAsync(workshop, RegistrationState.Seated, "Trần Văn Nhớ A", "Trần Văn Nhớ B");
        using var organiser = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/people?State=Seated";
        for (var visit = 0; visit < 2; visit++) Assert.Contains("Nhớ A", await organiser.GetStringAsync(page), StringComparison.Ordinal);
        await organiser.SendFormAsync(page, new() { ["Chosen"] = people[0].Id.ToString(), ["Reason"] = "Xin rút" }, page + "&handler=Withdraw");
        var after = await organiser.GetStringAsync(page);
        Assert.DoesNotContain("Nhớ A</a>", after, StringComparison.Ordinal);
        Assert.Contains("Nhớ B</a>", after, StringComparison.Ordinal);
        await site.PutAsync(workshop, RegistrationState.Seated, "Trần Văn Nhớ C");
        Assert.Contains("Nhớ C</a>", await organiser.GetStringAsync(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_asks_as_many_questions_for_50_rows_as_for_one()
    {
        var (one, many) = (await site.WorkshopAsync(capacity: 0), await site.WorkshopAsync(capacity: 0));
        await site.PutInAsync(one, RegistrationState.Waiting, "2025-46", "Trần Văn Đếm");
        await site.PutInAsync(many, RegistrationState.Waiting, "2025-46", [.. Enumerable.Range(0, 55).Select(i => $"Trần Văn Đếm {(char)('A' + (i % 26))}")]);
        var counter = new CommandCounter();
        await using var node = counter.Node(site);
        await node.StartAsync(TestContext.Current.CancellationToken);
        var address = node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var visitor = new HttpClient(new CookieJar(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = new Uri(address) };
        await visitor.SendFormAsync("/vi/sign-in", new() { ["Email"] = "quantri@sen.example", ["Password"] = "sen-mau-2026" });
        async Task<int> CountAsync(string page)
        {
            // What is kept in memory is asked for again.
            node.Services.GetRequiredService<PageGeneration>().Next();
            counter.Commands = 0;
            await visitor.GetStringAsync(page);
            return counter.Commands;
        }

        foreach (var page in new[] { "people?cols=state,place,why,agency-kind&Sort=queue", "seats" })
        {
            await CountAsync($"/vi/desk/workshops/{one.Code}/{page}");
            var (forOne, forMany) = (await CountAsync($"/vi/desk/workshops/{one.Code}/{page}"), await CountAsync($"/vi/desk/workshops/{many.Code}/{page}"));
            Assert.InRange(forOne, 1, 25);
            Assert.Equal(forOne, forMany);
        }
    }

    private static string[] Lines(string csv) => csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
