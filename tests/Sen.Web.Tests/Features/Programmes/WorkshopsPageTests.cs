using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Tests.Features.Programmes;

public sealed partial class WorkshopsPageTests(TestSite site) : IAsyncLifetime
{
    private readonly Programme series = new() { Code = "zulu-2031", Title = new("Chuỗi Zulu Đổi mới", "Zulu Renewal Series"), FromYear = 2031, ToYear = 2032 };

    public async ValueTask InitializeAsync()
    {
        series.Organisers.Add(new() { ProgrammeId = series.Id, Role = OrganiserRole.Lead, Name = new("Cục Zulu Kiểm thử", "") });
        Add("zulu-hoa-binh", WorkshopStatus.Published, "Zulu Hòa Bình", new(2031, 3, 5));
        Add("zulu-da-lat", WorkshopStatus.Held, "=Zulu Đà Lạt", new(2032, 2, 1));
        Add("zulu-an-giang", WorkshopStatus.Cancelled, "Zulu Ấn tượng", null);
        Add("zulu-nhap", WorkshopStatus.Draft, "Zulu Bản nháp kín", new(2031, 6, 1));
        await site.DbAsync(db =>
        {
            db.Programmes.Add(series);
            return db.SaveChangesAsync();
        });
    }

    public async ValueTask DisposeAsync() => await site.DbAsync(async db =>
    {
        db.RemoveRange(await db.Workshops.Where(w => w.ProgrammeId == series.Id).ToListAsync());
        await db.SaveChangesAsync();
        db.Remove(await db.Programmes.SingleAsync(p => p.Id == series.Id));
        return await db.SaveChangesAsync();
    });

    [Theory]
    [InlineData("q=zulu", "Zulu Hòa Bình|=Zulu Đà Lạt|Zulu Ấn tượng")]
    [InlineData("q=ZULU+hoà+bình", "Zulu Hòa Bình")]
    [InlineData("q=lat+zulu+da", "=Zulu Đà Lạt")]
    [InlineData("q=zulu+renewal&state=Cancelled", "Zulu Ấn tượng")]
    [InlineData("q=zulu&year=2031", "Zulu Hòa Bình|Zulu Ấn tượng")]
    [InlineData("q=zulu&year=2032", "=Zulu Đà Lạt|Zulu Ấn tượng")]
    [InlineData("programme=zulu-2031&sort=Title", "=Zulu Đà Lạt|Zulu Ấn tượng|Zulu Hòa Bình")]
    [InlineData("programme=zulu-2031&sort=Date", "=Zulu Đà Lạt|Zulu Hòa Bình|Zulu Ấn tượng")]
    [InlineData("q=ulu", "")]
    [InlineData("q=!!", "")]
    [InlineData("q=zulu&state=Draft", "")]
    [InlineData("q=zulu+nhap", "")]
    public async Task The_public_finds_exactly_these_and_never_a_draft(string question, string titles)
    {
        var visitor = site.Visitor();
        string[] expected = [.. titles.Split('|', StringSplitOptions.RemoveEmptyEntries)];
        Assert.Equal(expected, Titles(await visitor.GetStringAsync("/vi/workshops?" + question)));
        var exported = await visitor.GetStringAsync($"/vi/workshops?{question}&handler=Export&format=csv");
        var lines = exported.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[2].TrimStart('\''));
        Assert.Equal(expected, lines);
        Assert.DoesNotContain("kín", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_may_work_on_a_draft_find_and_export_it()
    {
        using var admin = await site.SignedInAsync();
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        Assert.Equal(["Zulu Bản nháp kín"], Titles(await admin.GetStringAsync("/vi/workshops?q=zulu+nhap")));
        Assert.Equal(["Zulu Bản nháp kín"], Titles(await admin.GetStringAsync("/vi/workshops?q=zulu&state=Draft")));
        Assert.Contains("zulu-nhap,Zulu Bản nháp kín", await admin.GetStringAsync("/vi/workshops?q=zulu&handler=Export&format=csv"), StringComparison.Ordinal);
        Assert.Empty(Titles(await organiser.GetStringAsync("/vi/workshops?q=zulu+nhap")));
        Assert.DoesNotContain("zulu-nhap", await organiser.GetStringAsync("/vi/workshops?q=zulu&handler=Export&format=csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_workbook_holds_the_filtered_list_and_no_formula()
    {
        var bytes = await site.Visitor().GetByteArrayAsync("/en/workshops?q=zulu+da+lat&handler=Export&format=xlsx");
        var sheet = Assert.Single(SpreadsheetReader.Read(new MemoryStream(bytes)).Sheets);
        Assert.Equal(["No.", "Code", "Vietnamese title", "English title", "Programme", "Region", "City", "From", "To", "State", "Seats left", "Seats"], sheet.Rows[0].Cells.Select(c => c.Text));
        var row = Assert.Single(sheet.Rows.Skip(1));
        Assert.Equal(["zulu-da-lat", "'=Zulu Đà Lạt", "'+Zulu", "Zulu Renewal Series", "Held"], [row[2].Text, row[3].Text, row[4].Text, row[5].Text, row[10].Text]);
        var csv = await site.Visitor().GetStringAsync("/en/workshops?q=zulu+da+lat&handler=Export&format=csv");
        Assert.Contains(",'=Zulu Đà Lạt,'+Zulu,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_have_the_programmes_as_a_table_and_a_file()
    {
        using var admin = await site.SignedInAsync();
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        var text = Visits.Text(await admin.GetStringAsync("/vi/desk/programmes?q=cuc+zulu"));
        Assert.Contains("Chuỗi Zulu Đổi mới 2031–2032 Cục Zulu Kiểm thử chưa ghi nhận 4 1", text, StringComparison.Ordinal);
        Assert.Contains("1–1 trên 1", text, StringComparison.Ordinal);
        // The draft of somebody else is not counted either.
        Assert.Contains("Chuỗi Zulu Đổi mới 2031–2032 Cục Zulu Kiểm thử chưa ghi nhận 3 1", Visits.Text(await organiser.GetStringAsync("/vi/desk/programmes?q=cuc+zulu")), StringComparison.Ordinal);
        var csv = await admin.GetStringAsync("/vi/desk/programmes?q=zulu+renewal&handler=Export&format=csv");
        Assert.Equal(["STT,Mã,Tên tiếng Việt,Tên tiếng Anh,Thời kỳ,Chính sách,Số văn bản,Chủ trì,Số hội thảo,Đã tổ chức", "1,zulu-2031,Chuỗi Zulu Đổi mới,Zulu Renewal Series,2031–2032,,,Cục Zulu Kiểm thử,4,1"],
            csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
        var stranger = await site.Visitor().GetAsync("/vi/desk/programmes?handler=Export&format=csv");
        Assert.Equal(HttpStatusCode.Found, stranger.StatusCode);
        Assert.Contains("/vi/sign-in", stranger.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    private void Add(string code, WorkshopStatus status, string title, DateOnly? day)
    {
        var workshop = new Workshop
        {
            Code = code,
            ProgrammeId = series.Id,
            Sequence = series.Workshops.Count + 1,
            Title = new(title, code == "zulu-da-lat" ? "+Zulu" : ""),
            City = Bilingual.Of("Thử", ""),
            StartsOn = day,
            EndsOn = day,
        };
        workshop.BeIn(status);
        series.Workshops.Add(workshop);
    }

    private static string[] Titles(string html) => [.. Title().Matches(html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value))];

    [GeneratedRegex("<h3><a href=\"/vi/workshops/[^\"]+\">([^<]+)</a>")]
    private static partial Regex Title();
}
