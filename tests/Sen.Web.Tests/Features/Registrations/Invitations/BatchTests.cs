using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Platform.Languages;
using Sen.Web.Tests.Features.Registrations.Seats;
using Sen.Web.Tests.Platform.Pdf;

namespace Sen.Web.Tests.Features.Registrations.Invitations;

public sealed class BatchTests(TestSite site)
{
    [Fact]
    public async Task Each_agency_gets_one_mail_with_its_own_letter_as_a_PDF()
    {
        var workshop = await site.WorkshopAsync(capacity: 20);
        var agencies = await site.AgenciesAsync(3);
        await site.InviteAsync(workshop, agencies);
        var links = new HashSet<string>();
        foreach (var agency in agencies)
        {
            var mail = Assert.Single(await site.MailsOfAsync(agency, "invitation:"));
            Assert.True(links.Add(Registering.Link(mail)));
            var file = await site.DbAsync(db => db.MailAttachments.AsNoTracking().SingleAsync(a => a.MessageId == mail.Id));
            Assert.EndsWith(".pdf", file.Name, StringComparison.Ordinal);
            var text = PdfReading.TextOf(file.Content);
            foreach (var words in new[] { LetterText.Nation, LetterText.Motto, "VĂN PHÒNG THỬ", "Số: 7/GM-THU", "GIẤY MỜI", $"Kính gửi: {agency.Name.Vi}", "Số người đề nghị cử: 2", "Nơi nhận:", "Trần Văn Ký Thử", workshop.Title.Vi })
                Assert.Contains(words, text, StringComparison.Ordinal);
            Assert.Contains(Registering.Link(mail)["/vi/invited?token=".Length..], text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.InRange(file.Content.Length, 10_000, 120_000);
        }
    }

    [Fact]
    public async Task The_letter_stands_as_it_was_sent_whatever_changes_afterwards()
    {
        var workshop = await site.WorkshopAsync(capacity: 20);
        var agency = (await site.AgenciesAsync(1))[0];
        var batch = await site.InviteAsync(workshop, [agency]);
        var before = await DeskPdfAsync(workshop.Code, batch);
        await site.DbAsync(async db =>
        {
            var w = await db.Workshops.SingleAsync(x => x.Id == workshop.Id);
            (w.Title, w.StartsOn) = (new Bilingual("Tên khác hẳn", ""), new DateOnly(2026, 12, 28));
            return await db.SaveChangesAsync();
        });
        Assert.Equal(before, await DeskPdfAsync(workshop.Code, batch));
        var administrator = await site.SignedInAsync();
        await administrator.SendFormAsync($"/vi/desk/workshops/{workshop.Code}/invitations", [], $"/vi/desk/workshops/{workshop.Code}/invitations/letters/{batch.Id}?handler=Save");
        Assert.Equal(batch.Number, (await site.DbAsync(db => db.InvitationBatches.AsNoTracking().SingleAsync(b => b.Id == batch.Id))).Number);
    }

    [Fact]
    public async Task Sending_pressed_by_several_at_once_and_run_again_is_one_mail_each()
    {
        var workshop = await site.WorkshopAsync(capacity: 40);
        var agencies = await site.AgenciesAsync(12);
        var batch = await site.LetterAsync(workshop, agencies, seats: 1);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => site.SendAsync(batch))));
        await site.SentAsync(batch);
        for (var again = 0; again < 3; again++)
            await site.InScopeAsync(async s =>
            {
                await s.GetRequiredService<BatchDesk>().GoOnAsync(batch, default);
                return 0;
            });
        await Task.Delay(1500);
        foreach (var agency in agencies) Assert.Single(await site.MailsOfAsync(agency, "invitation"));
        Assert.Equal(12, (await site.SeatsAsync(workshop)).Book.Kept);
    }

    [Fact]
    public async Task Seats_are_kept_only_where_there_are_so_many()
    {
        var workshop = await site.WorkshopAsync(capacity: 3);
        var agencies = await site.AgenciesAsync(2);
        var batch = await site.LetterAsync(workshop, agencies, seats: 2);
        Assert.Equal("Muốn giữ 4 chỗ nhưng chỉ còn 3 chỗ trống chưa giữ cho ai: giảm số chỗ mỗi cơ quan, hoặc chọn không giữ chỗ.", Assert.Single(await site.SendAsync(batch)));
        Assert.True((await site.DbAsync(db => db.InvitationBatches.AsNoTracking().SingleAsync(b => b.Id == batch.Id))).IsDraft);
        Assert.Equal(0, (await site.SeatsAsync(workshop)).Book.Kept);
    }

    [Fact]
    public async Task More_agencies_than_sixty_each_keep_their_own_seats()
    {
        var workshop = await site.WorkshopAsync(capacity: 100);
        var agencies = await site.AgenciesAsync(80);
        await site.InviteAsync(workshop, agencies, seats: 1);
        Assert.Equal(80, (await site.SeatsAsync(workshop)).Book.Kept);
        for (var i = 0; i < 21; i++) await site.Services.RegisterAsync(workshop, SeatTools.Somebody());
        Assert.Equal(1, (await site.StatesAsync(workshop))[Sen.Web.Features.Registrations.RegistrationState.Waiting]);
        var name = Registering.NewName();
        Assert.Contains("Người này có chỗ", (await site.NominateAsync(await site.OfficerAsync(agencies[79]), name)).Text, StringComparison.Ordinal);
        Assert.Equal((21, 79), ((await site.SeatsAsync(workshop)).Book.Taken, (await site.SeatsAsync(workshop)).Book.Kept));
        await site.CountersAreTrueAsync(workshop);
    }

    [Fact]
    public async Task A_draft_is_written_filled_from_the_register_and_sent_on_its_page()
    {
        var workshop = await site.WorkshopAsync(capacity: 20);
        await site.AgenciesAsync(2, "BQLKCN");
        var desk = await site.SignedInAsync();
        var at = $"/vi/desk/workshops/{workshop.Code}/invitations";
        var letter = (await desk.SendFormAsync(at, [], at + "?handler=New")).Headers.Location!.ToString();
        var found = await desk.GetStringAsync(letter + "?kinds=BQLKCN&provinces=2025-46");
        var ids = System.Text.RegularExpressions.Regex.Matches(found, "name=\"Agencies\" value=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.True(ids.Count >= 2);
        var answer = await desk.SendFormAsync(letter, new() { ["Agencies"] = ids[0] }, letter + "?handler=Add");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var row = await site.DbAsync(db => db.Invitations.AsNoTracking().SingleAsync(i => i.WorkshopId == workshop.Id));
        // An address that is none is said at its box, and what was typed stays.
        var bad = await (await desk.SendFormAsync(letter, new() { ["Rows[0].Id"] = row.Id.ToString(), ["Rows[0].Seats"] = "3", ["Rows[0].Email"] = "sai" }, letter + "?handler=Rows")).Content.ReadAsStringAsync();
        Assert.Contains("«sai» chưa phải là địa chỉ thư", WebUtility.HtmlDecode(bad), StringComparison.Ordinal);
        Assert.Contains("value=\"sai\"", bad, StringComparison.Ordinal);
        await desk.SendFormAsync(letter, new() { ["Rows[0].Id"] = row.Id.ToString(), ["Rows[0].Seats"] = "3", ["Rows[0].Email"] = "vanthu@coquan.example" }, letter + "?handler=Rows");
        async Task<HttpStatusCode> SaveAsync(string signatory) => (await desk.SendFormAsync(letter, new()
        {
            ["Input.Version"] = await site.DbAsync(async db => (await db.InvitationBatches.SingleAsync(b => b.WorkshopId == workshop.Id)).Version.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ["Input.IssuingBody"] = "Văn phòng thử",
            ["Input.Signatory"] = signatory,
            ["Input.Body.Vi"] = "Trân trọng mời.",
            ["Input.SeatsEach"] = "1",
            ["Input.Deadline"] = "2026-12-10T17:00",
            ["Input.RemindDays"] = "7 2",
            ["Input.Keeps"] = "true",
        }, letter + "?handler=Save")).StatusCode;
        Assert.Equal(HttpStatusCode.Found, await SaveAsync(""));
        var refused = Visits.Text(await (await desk.SendFormAsync(letter, [], letter + "?handler=Send")).Content.ReadAsStringAsync());
        Assert.Contains("Ghi người ký.", refused, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, await SaveAsync("Trần Văn Ký Thử"));
        Assert.Equal(HttpStatusCode.Found, (await desk.SendFormAsync(letter, [], letter + "?handler=Send")).StatusCode);
        await site.SentAsync(await site.DbAsync(db => db.InvitationBatches.AsNoTracking().SingleAsync(b => b.WorkshopId == workshop.Id)));
        Assert.Single(await site.MailsAsync("vanthu@coquan.example"), m => m.Subject.Contains(workshop.Title.Vi, StringComparison.Ordinal));
        Assert.Contains("Đã gửi, chưa mở", Visits.Text(await desk.GetStringAsync(at)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_its_organisers_sees_who_was_invited()
    {
        var workshop = await site.WorkshopAsync(capacity: 20);
        var agency = (await site.AgenciesAsync(1))[0];
        var batch = await site.InviteAsync(workshop, [agency]);
        var invitation = await site.InvitationAsync(batch, agency);
        var at = $"/vi/desk/workshops/{workshop.Code}/invitations";
        var pages = new[] { at, $"{at}/{invitation.Id}", $"{at}/letters/{batch.Id}", $"{at}/letters/{batch.Id}/view", at + "?handler=Export&format=csv" };
        // The organiser of another workshop, and nobody at all.
        foreach (var visitor in new[] { await site.SignedInAsync("totchuc@sen.example"), site.Visitor() })
            foreach (var page in pages)
            {
                var answer = await visitor.GetAsync(page);
                Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
                Assert.DoesNotContain(agency.Name.Vi, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }
        // An id of another workshop opens nothing under this one's address.
        var other = await site.WorkshopAsync();
        var administrator = await site.SignedInAsync();
        foreach (var page in pages[1..4]) Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync(page.Replace(workshop.Code, other.Code, StringComparison.Ordinal))).StatusCode);
    }

    private async Task<string> DeskPdfAsync(string code, InvitationBatch batch) =>
        PdfReading.TextOf(await (await site.SignedInAsync()).GetByteArrayAsync($"/vi/desk/workshops/{code}/invitations/letters/{batch.Id}/view?handler=Pdf"));
}
