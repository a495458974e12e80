using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Spreadsheets;
using Person = Sen.Web.Features.People.Person;

namespace Sen.Web.Tests.Features.People;

public sealed partial class PeoplePageTests(TestSite site)
{
    [Fact]
    public async Task Names_are_sorted_by_given_name_in_Vietnamese_order()
    {
        var persons = new[] { "Trần Văn Ẩn", "Lê Thị Đào", "Bùi Minh Dũng", "Võ Ngọc Yến", "Nguyễn Đức Ân" }.Select(n => Sample.Person(n, "Zulu Thứ tự")).ToList();
        await site.AddAsync([.. persons]);
        using var admin = await site.SignedInAsync();
        var html = await admin.GetStringAsync("/vi/people?q=zulu+thu+tu");
        Assert.Equal(["Nguyễn Đức Ân", "Trần Văn Ẩn", "Bùi Minh Dũng", "Lê Thị Đào", "Võ Ngọc Yến"], Names(html));
        Assert.Contains("1–5 trên 5", Visits.Text(html), StringComparison.Ordinal);
        await site.RemoveAsync(persons);
    }

    [Fact]
    public async Task An_organiser_sees_only_people_of_their_own_workshops()
    {
        var mine = Sample.Person("Phạm Thị Kiểm Chứng", "Zulu Phạm vi", "+84911222333");
        var others = Sample.Person("Hoàng Văn Kiểm Chứng", "Zulu Phạm vi", "+84911222444");
        await site.AddAsync(mine, others);
        await site.AddAsync(Sample.Registration(mine, await site.WorkshopAsync("can-tho-2026")), Sample.Registration(others, await site.WorkshopAsync("bac-ninh-2026"), ParticipantKind.Guest));
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        using var admin = await site.SignedInAsync();

        Assert.Equal(["Phạm Thị Kiểm Chứng"], Names(await organiser.GetStringAsync("/vi/people?q=zulu+pham+vi")));
        Assert.Equal(["Hoàng Văn Kiểm Chứng", "Phạm Thị Kiểm Chứng"], Names(await admin.GetStringAsync("/vi/people?q=zulu+pham+vi")));
        foreach (var filter in new[] { "q=0911222444", "q=zulu&as=Guest", "q=hoang+van+kiem+chung&sort=Newest", "q=zulu&sort=Agency&as=Guest" })
            Assert.DoesNotContain("Hoàng Văn Kiểm Chứng", await organiser.GetStringAsync("/vi/people?" + filter), StringComparison.Ordinal);
        var export = await organiser.GetStringAsync("/vi/people?handler=Export&format=csv&q=zulu+pham+vi");
        Assert.Contains("0911 222 333", export, StringComparison.Ordinal);
        Assert.DoesNotContain("0911 222 444", export, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await organiser.GetAsync($"/vi/people/{mine.Id}")).StatusCode);
        foreach (var address in new[] { $"/vi/people/{others.Id}", $"/vi/people/{others.Id}/edit" })
            Assert.Equal(HttpStatusCode.Forbidden, (await organiser.GetAsync(address)).StatusCode);
        await site.RemoveAsync(mine, others);
    }

    [Theory]
    [InlineData("/vi/people")]
    [InlineData("/vi/people?handler=Export&format=csv")]
    [InlineData("/en/agencies")]
    [InlineData("/en/agencies?handler=Export&format=xlsx")]
    [InlineData("/en/agencies/new")]
    public async Task The_public_is_sent_to_sign_in(string address)
    {
        var answer = await site.Visitor().GetAsync(address);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.StartsWith(address[..3] + "/sign-in", answer.Headers.Location!.ToString().Replace(site.Address.GetLeftPart(UriPartial.Authority), "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_holds_exactly_the_filtered_list()
    {
        var persons = Enumerable.Range(1, 3).Select(i => Sample.Person($"Đinh Thị Xuất {"ABC"[i - 1]}", "=Zulu Xuất", $"+8491333000{i}", province: i == 1 ? "2016-93" : "2025-01")).ToList();
        await site.AddAsync([.. persons]);
        using var admin = await site.SignedInAsync();
        var bytes = await admin.GetByteArrayAsync("/vi/people?handler=Export&format=xlsx&q=zulu+xuat&province=2025-92");
        var sheet = Assert.Single(SpreadsheetReader.Read(new MemoryStream(bytes)).Sheets);
        Assert.Equal(["STT", "Danh xưng", "Học vị", "Họ và tên", "Chức vụ", "Đơn vị", "Tỉnh/Thành phố", "Điện thoại", "Email", "Số hội thảo"], sheet.Rows[0].Cells.Select(c => c.Text));
        var row = Assert.Single(sheet.Rows.Skip(1));
        Assert.Equal(["Đinh Thị Xuất A", "'=Zulu Xuất", "Hậu Giang", "0913 330 001"], [row[4].Text, row[6].Text, row[7].Text, row[8].Text]);
        await site.RemoveAsync(persons);
    }

    [Fact]
    public async Task A_page_asks_as_many_questions_for_60_rows_as_for_one()
    {
        var one = Sample.Person("Lý Thị Đơn", "Zulu Mộtmình");
        var many = Enumerable.Range(0, 60).Select(i => Sample.Person($"Lý Văn {(char)('A' + (i % 26))}", "Zulu Sáumươi")).ToList();
        await site.AddAsync([one, .. many]);
        var counter = new CommandCounter();
        await using var node = counter.Node(site);
        await node.StartAsync();
        var address = node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var visitor = new HttpClient(new CookieJar(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = new Uri(address) };
        await visitor.SendFormAsync("/vi/sign-in", new() { ["Email"] = "quantri@sen.example", ["Password"] = "sen-mau-2026" });
        async Task<int> CountAsync(string page)
        {
            counter.Commands = 0;
            await visitor.GetStringAsync(page);
            return counter.Commands;
        }

        await CountAsync("/vi/people?q=zulu");
        var (forOne, forMany) = (await CountAsync("/vi/people?q=zulu+motminh"), await CountAsync("/vi/people?q=zulu+saumuoi"));
        Assert.InRange(forOne, 1, 7);
        Assert.Equal(forOne, forMany);
        Assert.Equal(await CountAsync("/vi/agencies?q=vinh+long+cong+thuong"), await CountAsync("/vi/agencies"));
        await site.RemoveAsync([one, .. many]);
    }

    [Fact]
    public async Task A_person_is_corrected_and_the_trail_says_by_whom()
    {
        var person = Sample.Person("nguyễn thị mơ", "Zulu Sửa", "+84911555001");
        await site.AddAsync(person);
        using var admin = await site.SignedInAsync();
        var form = $"/vi/people/{person.Id}/edit";
        var answer = await admin.SendFormAsync(form, Fields("ThS. Nguyễn Thị Mơ Màng", given: "Mơ", phone: "0168 555 0123"));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var saved = await site.DbAsync(db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == person.Id));
        Assert.Equal(("Nguyễn Thị Mơ Màng", "Nguyễn", "Thị Mơ", "Màng", "ThS.", "+84385550123", 1), (saved.FullName, saved.FamilyName, saved.MiddleName, saved.GivenName, saved.AcademicTitle, saved.Phone, saved.Version));
        var text = Visits.Text(await admin.GetStringAsync($"/vi/people/{person.Id}"));
        Assert.Contains("ThS. Nguyễn Thị Mơ Màng", text, StringComparison.Ordinal);
        Assert.Contains("Bà Quản Trị Mẫu Sửa thông tin", text, StringComparison.Ordinal);
        Assert.Contains("0385 550 123", text, StringComparison.Ordinal);
        await site.RemoveAsync(person);
    }

    [Fact]
    public async Task A_given_name_of_two_words_is_kept()
    {
        var person = Sample.Person("Trần Minh Họa", "Zulu Sửa");
        await site.AddAsync(person);
        using var admin = await site.SignedInAsync();
        await admin.SendFormAsync($"/vi/people/{person.Id}/edit", Fields("Trần Minh Họa", given: "Minh Họa"));
        var saved = await site.DbAsync(db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == person.Id));
        Assert.Equal(("Trần", "", "Minh Họa"), (saved.FamilyName, saved.MiddleName, saved.GivenName));
        await site.RemoveAsync(person);
    }

    [Fact]
    public async Task The_second_of_two_open_forms_gets_a_409_and_keeps_what_was_typed()
    {
        var person = Sample.Person("Lê Thị Song", "Zulu Sửa");
        await site.AddAsync(person);
        using var admin = await site.SignedInAsync();
        var form = $"/vi/people/{person.Id}/edit";
        await admin.SendFormAsync(form, Fields("Lê Thị Song Một"));
        var answer = await admin.SendFormAsync(form, Fields("Lê Thị Song Hai"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Người khác vừa sửa thông tin này", html, StringComparison.Ordinal);
        Assert.Contains("Lê Thị Song Hai", html, StringComparison.Ordinal);
        Assert.Equal("Lê Thị Song Một", await site.DbAsync(db => db.Persons.Where(p => p.Id == person.Id).Select(p => p.FullName).SingleAsync()));
        await site.RemoveAsync(person);
    }

    [Fact]
    public async Task What_is_wrong_on_the_form_is_said_all_at_once()
    {
        var person = Sample.Person("Lê Thị Sai", "Zulu Sửa");
        await site.AddAsync(person);
        using var admin = await site.SignedInAsync();
        var answer = await admin.SendFormAsync($"/vi/people/{person.Id}/edit", Fields("Lê Thị Sai", given: "Bình", phone: "0912", email: "khong-phai"));
        var text = Visits.Text(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Còn 3 chỗ cần sửa", text, StringComparison.Ordinal);
        Assert.Contains("«0912» chưa phải là một số điện thoại: ghi đủ số, ví dụ 0912 345 678", text, StringComparison.Ordinal);
        await site.RemoveAsync(person);
    }

    private static Dictionary<string, string> Fields(string name, string given = "", string phone = "", string email = "") => new()
    {
        ["Input.Version"] = "0",
        ["Input.FullName"] = name,
        ["Input.GivenName"] = given,
        ["Input.Phone"] = phone,
        ["Input.Email"] = email,
    };

    private static string[] Names(string html) => [.. Row().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    [GeneratedRegex("<th scope=\"row\"><a [^>]*>([^<]+)</a>")]
    private static partial Regex Row();
}
