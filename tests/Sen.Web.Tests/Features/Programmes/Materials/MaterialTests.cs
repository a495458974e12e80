using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Platform.Files;
using Sen.Web.Tests.Features.Programmes.Releases;
using Sen.Web.Tests.Features.Registrations;
using Sen.Web.Tests.Platform.Files;
using static Sen.Web.Tests.Features.Programmes.Materials.Uploads;

namespace Sen.Web.Tests.Features.Programmes.Materials;

public sealed class MaterialTests(TestSite site)
{
    [Fact]
    public async Task Several_files_at_once_are_taken_and_those_that_are_refused_say_why()
    {
        var workshop = await site.WorkshopAsync();
        using var admin = await site.SignedInAsync();
        var answer = await admin.UploadAsync(workshop, new() { ["Input.Audience"] = "Public", ["Input.Moment"] = "AtOnce", ["Input.Lang"] = "vi en", ["Input.Place"] = "" },
            ("Bài giảng số 1.pdf", Papers.AnyPdf), ("trang.html.txt", "<html>"u8.ToArray()), ("Ảnh bảng trắng.png", Papers.Png()), ("vỏ.exe", "MZ"u8.ToArray()));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var words = Visits.Text(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Đã thêm 2 tài liệu.", words, StringComparison.Ordinal);
        Assert.Contains("«vỏ.exe»: không phải loại tài liệu nhận được", words, StringComparison.Ordinal);
        Assert.Contains("«trang.html.txt»: không phải", words, StringComparison.Ordinal);
        var kept = await site.DbAsync(db => db.Materials.Include(m => m.Versions).Where(m => m.WorkshopId == workshop.Id).OrderBy(m => m.Position).ToListAsync());
        Assert.Equal([("Bài giảng số 1", "Bài giảng số 1.pdf", FileKind.Pdf, "vi en"), ("Ảnh bảng trắng", "Ảnh bảng trắng.jpg", FileKind.Picture, "vi en")], kept.Select(m => (m.Title.Vi, m.Current!.Name, m.Current.Kind, m.Lang)));
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.UploadAsync(workshop, [])).StatusCode);
    }

    [Fact]
    public async Task A_file_is_served_so_that_it_can_do_nothing_but_be_read()
    {
        var workshop = await site.WorkshopAsync();
        var pdf = await site.PaperAsync(workshop, "Bài giảng.pdf", Papers.AnyPdf, m => m.Audience = MaterialAudience.Public);
        var word = await site.PaperAsync(workshop, "Bài tập.docx", Papers.Docx(), m => m.Audience = MaterialAudience.Public);
        var shown = await site.Visitor().GetAsync(At(workshop, pdf));
        Assert.Equal("inline; filename=\"bai-giang.pdf\"; filename*=UTF-8''B%C3%A0i%20gi%E1%BA%A3ng.pdf", Header(shown, "Content-Disposition"));
        Assert.Equal(("application/pdf", "nosniff"), (shown.Content.Headers.ContentType!.MediaType, Header(shown, "X-Content-Type-Options")));
        Assert.StartsWith("default-src 'none'", Header(shown, "Content-Security-Policy"), StringComparison.Ordinal);
        var saved = await site.Visitor().GetAsync(At(workshop, word));
        Assert.StartsWith("attachment; filename=\"bai-tap.docx\"", Header(saved, "Content-Disposition"), StringComparison.Ordinal);
        Assert.StartsWith("sandbox", Header(saved, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal(Papers.Docx(), Papers.Docx().Length == (await saved.Content.ReadAsByteArrayAsync()).Length ? Papers.Docx() : []);

        using var piece = new HttpRequestMessage(HttpMethod.Get, At(workshop, pdf)) { Headers = { Range = new RangeHeaderValue(0, 3) } };
        var part = await site.Visitor().SendAsync(piece);
        Assert.Equal((HttpStatusCode.PartialContent, "%PDF"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        using var again = new HttpRequestMessage(HttpMethod.Get, At(workshop, pdf)) { Headers = { IfNoneMatch = { shown.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await site.Visitor().SendAsync(again)).StatusCode);
        // The policy of every other page is as strict as before.
        Assert.Contains("script-src 'self'", Header(await site.Visitor().GetAsync($"/vi/workshops/{workshop.Code}"), "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Openings_are_counted_once_a_device_and_nobody_is_recorded()
    {
        var workshop = await site.WorkshopAsync();
        var paper = await site.PaperAsync(workshop, "a.pdf", Papers.AnyPdf);
        var (one, two) = (await site.SeatedAsync(workshop), await site.SeatedAsync(workshop));
        using var phone = site.Visitor();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.OK, (await phone.GetAsync(Own(one, paper))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(Own(two, paper))).StatusCode);
        using var later = new HttpRequestMessage(HttpMethod.Get, Own(one, paper)) { Headers = { Range = new RangeHeaderValue(10, 20) } };
        await phone.SendAsync(later);
        await phone.SendAsync(new HttpRequestMessage(HttpMethod.Head, Own(one, paper)));
        using var admin = await site.SignedInAsync();
        await admin.GetAsync(At(workshop, paper));
        Assert.Equal((4, 2), await site.DbAsync(db => db.Materials.Where(m => m.Id == paper.Id).Select(m => new ValueTuple<int, int>(m.Opened, m.Devices)).SingleAsync()));
        Assert.Contains("mở 4 lần trên 2 thiết bị", Visits.Text(await admin.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/materials")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_version_replaces_the_one_before_which_staff_can_bring_back()
    {
        var workshop = await site.WorkshopAsync();
        var paper = await site.PaperAsync(workshop, "tom-tat.md", "Bản đầu"u8.ToArray(), m => m.Audience = MaterialAudience.Public);
        using var admin = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/materials/{paper.Id}";
        Assert.Equal(HttpStatusCode.Found, (await admin.SendFileAsync(page, "Newer", "Bản sau"u8.ToArray(), "moi.md", page + "?handler=Replace")).StatusCode);
        Assert.Contains("Bản sau", await ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(At(workshop, paper, "/tep?save=1&version=1"))).StatusCode);
        Assert.Equal("Bản sau", await site.Visitor().GetStringAsync(At(workshop, paper, "/tep?save=1&version=1")));
        Assert.Equal("Bản đầu", await admin.GetStringAsync(At(workshop, paper, "/tep?version=1")));
        var same = await admin.SendFileAsync(page, "Newer", "Bản sau"u8.ToArray(), "moi.md", page + "?handler=Replace");
        Assert.Contains("giống hệt bản đang dùng", Visits.Text(await same.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await admin.SendFormAsync(page, [], page + "?handler=Restore&number=1")).StatusCode);
        Assert.Contains("Bản đầu", await ReadAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.SendFormAsync(page, [], page + "?handler=Restore&number=9")).StatusCode);

        Task<string> ReadAsync() => site.ReadAsync(At(workshop, paper, "/read"));
    }

    [Fact]
    public async Task A_text_is_read_as_a_safe_page()
    {
        var workshop = await site.WorkshopAsync();
        var paper = await site.PaperAsync(workshop, "tom-tat.md", Papers.Markdown, m => m.Audience = MaterialAudience.Public);
        var to = await site.Visitor().GetAsync(At(workshop, paper));
        Assert.Equal(At(workshop, paper, "/read"), to.Headers.Location!.ToString());
        var html = await site.Visitor().GetStringAsync(At(workshop, paper, "/read"));
        Assert.Contains("<h3>Đề mục</h3>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        var link = await site.SeatedAsync(workshop);
        Assert.Contains("Đề mục", await site.ReadAsync(Own(link, paper, "/read")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync($"/vi/registration/materials/{paper.Id}/read?token=khong-co")).StatusCode);
    }

    [Fact]
    public async Task A_removed_paper_is_gone_for_everybody_until_it_is_put_back()
    {
        var workshop = await site.WorkshopAsync();
        var paper = await site.PaperAsync(workshop, "Giấy bỏ nhầm.pdf", Papers.AnyPdf, m => m.Audience = MaterialAudience.Public);
        using var admin = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/materials";
        Assert.Equal(HttpStatusCode.Found, (await admin.SendFormAsync(page, [], $"{page}?handler=Remove&id={paper.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(At(workshop, paper))).StatusCode);
        Assert.DoesNotContain("Giấy bỏ nhầm", await site.ReadAsync($"/vi/workshops/{workshop.Code}"), StringComparison.Ordinal);
        Assert.Contains("1 tài liệu đã bỏ", Visits.Text(await admin.GetStringAsync(page)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await admin.SendFormAsync(page, [], $"{page}?handler=PutBack&id={paper.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(At(workshop, paper))).StatusCode);
    }

    [Fact]
    public async Task A_form_made_from_an_older_state_gets_a_409_and_keeps_what_was_typed()
    {
        var workshop = await site.WorkshopAsync();
        var paper = await site.PaperAsync(workshop, "a.pdf", Papers.AnyPdf);
        using var admin = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/materials/{paper.Id}";
        Dictionary<string, string> Form(string title) => new() { ["Input.Version"] = "0", ["Input.Title.Vi"] = title, ["Input.Lang"] = "vi", ["Input.Place"] = "", ["Input.Audience"] = "Public", ["Input.Moment"] = "AtOnce", ["Input.Position"] = "1" };
        Assert.Equal(HttpStatusCode.Found, (await admin.SendFormAsync(page, Form("Tên thứ nhất"))).StatusCode);
        var stale = await admin.SendFormAsync(page, Form("Tên thứ hai"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
        Assert.Contains("Tên thứ hai", WebUtility.HtmlDecode(await stale.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal("Tên thứ nhất", await site.DbAsync(db => db.Materials.Where(m => m.Id == paper.Id).Select(m => m.Title.Vi).SingleAsync()));
    }

    [Fact]
    public async Task The_archive_opens_without_a_network_in_the_order_of_the_agenda()
    {
        var workshop = await site.WorkshopAsync();
        var second = await site.AddAsync(workshop, "Thứ hai: «nước» / hơi?", "10:00", "11:00");
        var first = await site.AddAsync(workshop, "Thứ nhất", "08:00", "09:00");
        await site.ReleaseAsync(workshop);
        await site.PaperAsync(workshop, "Bài nước.pdf", Papers.AnyPdf, m => m.Audience = MaterialAudience.Public, new(second.Id, null));
        await site.PaperAsync(workshop, "Tóm tắt.md", Papers.Markdown, m => m.Audience = MaterialAudience.Public, new(first.Id, null));
        await site.PaperAsync(workshop, "Đường đến.txt", "Rẽ trái."u8.ToArray(), m => m.Audience = MaterialAudience.Public);
        var answer = await site.Visitor().GetAsync($"/vi/workshops/{workshop.Code}/materials.zip");
        Assert.StartsWith("attachment; filename=\"tai-lieu-thu-", Header(answer, "Content-Disposition"), StringComparison.Ordinal);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["01 Chung/01 Đường đến.txt", "02 Thứ nhất/01 Tóm tắt.md", "02 Thứ nhất/01 Tóm tắt.html", "03 Thứ hai «nước» hơi/01 Bài nước.pdf", "index.html"], zip.Entries.Select(e => e.FullName));
        // Bit 11 of each name: UTF-8, which Windows goes by (APPNOTE 4.4.4).
        Assert.All(Flags(bytes), flag => Assert.Equal(0x0800, flag & 0x0800));
        var index = await TextAsync("index.html");
        Assert.Contains("Chương trình, bản số 1", index, StringComparison.Ordinal);
        Assert.True(index.IndexOf("Thứ nhất", StringComparison.Ordinal) < index.IndexOf("Thứ hai", StringComparison.Ordinal));
        foreach (var link in System.Text.RegularExpressions.Regex.Matches(index, "href=\"([^\"]+)\"").Select(m => Uri.UnescapeDataString(m.Groups[1].Value)))
            Assert.NotNull(zip.GetEntry(link));
        Assert.DoesNotContain("http", index, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await TextAsync("02 Thứ nhất/01 Tóm tắt.html"), StringComparison.Ordinal);
        Assert.Equal(Papers.AnyPdf.Length, zip.GetEntry("03 Thứ hai «nước» hơi/01 Bài nước.pdf")!.Length);

        async Task<string> TextAsync(string name)
        {
            using var reader = new StreamReader(zip.GetEntry(name)!.Open());
            return await reader.ReadToEndAsync();
        }
    }

    [Fact]
    public async Task A_copied_workshop_takes_its_papers_along_only_when_asked_and_shares_their_files()
    {
        var workshop = await site.WorkshopAsync();
        var session = await site.AddAsync(workshop, "Bài tập", "08:00", "09:00");
        await site.PaperAsync(workshop, "bai.pdf", Papers.AnyPdf, m => m.Audience = MaterialAudience.Public, new(session.Id, null));
        var removed = await site.PaperAsync(workshop, "bo.pdf", Papers.AnyPdf);
        await site.InScopeAsync(async s => { var desk = s.GetRequiredService<MaterialDesk>(); await desk.RemoveAsync((await desk.FindAsync(workshop, removed.Id, default))!, default); return 0; });
        var with = await CopyAsync(CopiedParts.Agenda | CopiedParts.Materials);
        var without = await CopyAsync(CopiedParts.Agenda);
        var papers = await site.DbAsync(db => db.Materials.Include(m => m.Versions).Where(m => m.WorkshopId == with.Id || m.WorkshopId == without.Id).ToListAsync());
        var paper = Assert.Single(papers);
        Assert.Equal((with.Id, with.Sessions.Single().Id, MaterialAudience.Public), (paper.WorkshopId!.Value, paper.SessionId!.Value, paper.Audience));
        // The copy goes, and the file it shared stays with the workshop it came from.
        Assert.True(await site.InScopeAsync(async s => await s.GetRequiredService<WorkshopDesk>().RemoveDraftAsync(await s.GetRequiredService<AppDb>().Workshops.SingleAsync(w => w.Id == with.Id), default)));
        Assert.True(site.Services.GetRequiredService<FileStore>().Has(paper.Current!.FileId));
        Assert.False(await site.DbAsync(db => db.Materials.AnyAsync(m => m.Id == paper.Id)));

        Task<Workshop> CopyAsync(CopiedParts parts) => site.InScopeAsync(s => s.GetRequiredService<WorkshopDesk>().CreateAsync(workshop.ProgrammeId, "chep-" + Guid.NewGuid().ToString("N")[..8], new("Chép", ""), null, workshop.Id, parts, default));
    }

    private static string Header(HttpResponseMessage answer, string name) => answer.Headers.NonValidated.TryGetValues(name, out var own) ? own.ToString() : answer.Content.Headers.NonValidated[name].ToString();

    /// <summary>The general purpose flags of each entry in the central directory.</summary>
    private static List<int> Flags(byte[] zip)
    {
        var flags = new List<int>();
        for (var i = 0; i + 46 < zip.Length; i++)
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) flags.Add(BitConverter.ToUInt16(zip, i + 8));
        return flags;
    }
}
