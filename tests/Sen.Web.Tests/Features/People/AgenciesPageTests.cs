using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.People;

namespace Sen.Web.Tests.Features.People;

public sealed class AgenciesPageTests(TestSite site)
{
    [Fact]
    public async Task An_agency_of_2016_says_what_it_is_today_after_two_changes()
    {
        var agency = Sample.Agency("Sở Tài nguyên và Môi trường tỉnh Hậu Giang", "STNMT", "2016-93");
        await site.AddAsync(agency);
        using var admin = await site.SignedInAsync();
        var text = Visits.Text(await admin.GetStringAsync("/vi/agencies?q=tai+nguyen+hau+giang"));
        Assert.Contains("Nay là: Sở Nông nghiệp và Môi trường thành phố Cần Thơ", text, StringComparison.Ordinal);
        Assert.Contains("Sở Tài nguyên và Môi trường Sở TN&MT Tỉnh, thành phố 01/01/2003–28/02/2025 → Sở Nông nghiệp và Môi trường", text, StringComparison.Ordinal);
        await site.DbAsync(db => db.Agencies.Where(a => a.Id == agency.Id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_renamed_agency_is_found_by_its_peoples_page_under_the_new_name()
    {
        var agency = Sample.Agency("Sở Công Thương tỉnh Zulu", "SCT", "2025-01");
        var person = Sample.Person("Tạ Thị Zulu", agency.Name.Vi, agencyId: agency.Id);
        await site.AddAsync(agency, person);
        using var admin = await site.SignedInAsync();
        var answer = await admin.SendFormAsync($"/vi/agencies/{agency.Id}", new()
        {
            ["Input.Version"] = "0",
            ["Input.KindId"] = "SCT",
            ["Input.ProvinceId"] = "2025-01",
            ["Input.Name.Vi"] = "Sở Công Thương thành phố Yankee",
            ["Input.Name.En"] = "Yankee Department of Industry and Trade",
        });
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Contains("Tạ Thị Zulu", await admin.GetStringAsync("/vi/people?q=ta+zulu+yankee"), StringComparison.Ordinal);
        await site.RemoveAsync(person);
        await site.DbAsync(db => db.Agencies.Where(a => a.Id == agency.Id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task The_same_name_in_the_same_province_is_refused_however_it_is_typed()
    {
        var agency = Sample.Agency("Sở Công Thương tỉnh Xray", "SCT", "2025-01");
        await site.AddAsync(agency);
        using var admin = await site.SignedInAsync();
        var answer = await admin.SendFormAsync("/vi/agencies/new", new() { ["Input.Version"] = "0", ["Input.KindId"] = "SCT", ["Input.ProvinceId"] = "2025-01", ["Input.Name.Vi"] = "SỞ CÔNG THƯƠNG TỈNH XRAY", ["Input.Name.En"] = "" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Danh mục đã có cơ quan mang tên này", Visits.Text(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(1, await site.DbAsync(db => db.Agencies.CountAsync(a => a.SearchKey.Contains("xray"))));
        await site.DbAsync(db => db.Agencies.Where(a => a.Id == agency.Id).ExecuteDeleteAsync());
    }
}
