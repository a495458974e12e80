using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Tests.Features.Registrations;

public sealed class ImportPageTests(TestSite site)
{
    [Theory]
    [InlineData("broken.xlsx", "PK\u0003\u0004 not really a workbook", "bảng tính bị hỏng|Bảng tính bị hỏng")]
    [InlineData("page.xls", "<html><body><table><tr><td>Họ và tên</td></tr></table></body></html>", "Tệp là trang web")]
    [InlineData("note.csv", "chỉ là một dòng chữ", "Không thấy danh sách nào trong tệp")]
    [InlineData("empty.csv", "", "Chọn tệp danh sách")]
    public async Task A_file_that_is_no_list_gets_a_clear_sentence_and_nothing_is_kept(string name, string content, string sentence)
    {
        var workshop = await site.WorkshopAsync();
        using var organiser = await site.SignedInAsync();
        var answer = await organiser.SendFileAsync($"/vi/desk/workshops/{workshop.Code}/import", "List", Encoding.UTF8.GetBytes(content), name);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Matches(sentence, Visits.Text(await answer.Content.ReadAsStringAsync()));
        Assert.False(await site.DbAsync(db => db.ListImports.AnyAsync(i => i.WorkshopId == workshop.Id)));
    }

    [Fact]
    public async Task An_organiser_of_one_workshop_sees_no_list_of_another()
    {
        var foreign = await site.WorkshopAsync();
        await site.WriteListAsync(foreign, Sample.List("Kín", 1));
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        foreach (var page in new[] { "", "/people", "/people/print", "/import", "/settings", "/agenda", "/story" })
        {
            var answer = await organiser.GetAsync($"/vi/desk/workshops/{foreign.Code}{page}");
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.DoesNotContain("Trần Kín", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_preview_of_another_workshop_is_not_found_under_mine()
    {
        var foreign = await site.WorkshopAsync();
        using var administrator = await site.SignedInAsync();
        var kept = await administrator.SendFileAsync($"/vi/desk/workshops/{foreign.Code}/import", "List", Sample.List("Lạ", 2), "la.csv");
        var address = kept.Headers.Location!.ToString();
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        var mine = address.Replace(foreign.Code, "can-tho-2026", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync(mine)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.SendFormAsync("/vi/desk/workshops/can-tho-2026/import", [], mine + "?handler=Write")).StatusCode);
        Assert.Empty(await site.RegistrationsAsync(foreign));
    }

    [Fact]
    public async Task A_list_is_previewed_then_written_and_then_stands_on_the_sheet_for_the_door()
    {
        var workshop = await site.WorkshopAsync();
        using var organiser = await site.SignedInAsync();
        var kept = await organiser.SendFileAsync($"/vi/desk/workshops/{workshop.Code}/import", "List", Sample.List("Cửa", 3), "cua.csv");
        Assert.Equal(HttpStatusCode.Found, kept.StatusCode);
        var preview = kept.Headers.Location!.ToString();
        Assert.Contains("Nhập 3 người", Visits.Text(await organiser.GetStringAsync(preview)), StringComparison.Ordinal);
        Assert.Empty(await site.RegistrationsAsync(workshop));

        var written = await organiser.SendFormAsync(preview, [], preview + "?handler=Write");
        Assert.Equal($"/vi/desk/workshops/{workshop.Code}/people", written.Headers.Location!.ToString());
        Assert.Contains("Đã nhập 3 người; 0 người đã có từ trước.", Visits.Text(await organiser.GetStringAsync(written.Headers.Location!)), StringComparison.Ordinal);
        var sheet = Visits.Text(await organiser.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/people/print"));
        Assert.Contains("Trần Cửa b", sheet, StringComparison.Ordinal);
        Assert.Contains("Tổng số: 3 người.", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Participants_are_found_without_marks_and_in_any_order_of_words()
    {
        using var organiser = await site.SignedInAsync();
        var text = Visits.Text(await organiser.GetStringAsync("/vi/desk/workshops/can-tho-2026/people?Q=du%20vi%20nguyen%20van"));
        Assert.Contains("Nguyễn Văn Ví Dụ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Trần Văn Ví Dụ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_a_person_chooses_makes_somebody_a_guest_and_only_in_this_workshop()
    {
        var workshop = await site.WorkshopAsync();
        var other = await site.WorkshopAsync();
        await site.WriteListAsync(workshop, Sample.List("Khách", 2));
        await site.WriteListAsync(other, Sample.List("Khác", 1));
        var mine = await site.RegistrationsAsync(workshop);
        var foreign = Assert.Single(await site.RegistrationsAsync(other));
        using var organiser = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/people";
        var html = await organiser.GetStringAsync(page);
        await organiser.PostAsync(page + "?handler=Kind", new FormUrlEncodedContent([new("__RequestVerificationToken", Visits.Token(html)), new("NewKind", "Guest"), new("Chosen", mine[0].Id.ToString()), new("Chosen", foreign.Id.ToString())]));
        Assert.Equal([ParticipantKind.Guest, ParticipantKind.Trainee], (await site.RegistrationsAsync(workshop)).Select(r => r.Kind));
        Assert.Equal(ParticipantKind.Trainee, (await site.RegistrationsAsync(other))[0].Kind);
    }
}
