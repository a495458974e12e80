using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Outbox;
using Sen.Web.Tests.Features.Programmes.Calendars;

namespace Sen.Web.Tests.Features.Registrations;

/// <summary>A person's own calendar, by private link and with the mails, as somebody else's program keeps it.</summary>
public sealed class OwnCalendarTests(TestSite site)
{
    private Task<List<(OutboxMessage Mail, byte[]? File)>> MailsAsync(string email) => site.DbAsync(async db =>
    {
        var mails = await db.OutboxMessages.AsNoTracking().Where(m => m.To == email).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync();
        var files = (await db.MailAttachments.AsNoTracking().ToListAsync()).ToLookup(f => f.MessageId);
        return mails.Select(m => (m, files[m.Id].SingleOrDefault()?.Content)).ToList();
    });

    private async Task<byte[]> LastFileAsync(string email) => (await MailsAsync(email)).Last(m => m.File is not null).File!;

    private Task<WorkshopSaved> ChangeAsync(Workshop w, Action<Workshop> change, bool tell) => site.InScopeAsync(async s =>
    {
        var desk = s.GetRequiredService<WorkshopDesk>();
        var mine = (await desk.FindAsync(w.Code, default))!;
        change(mine);
        return await desk.SaveAsync(mine, mine.Version, default, tell);
    });

    [Fact]
    public async Task The_confirmation_a_change_and_a_cancellation_each_bring_their_entry_once()
    {
        var (workshop, email) = (await site.WorkshopAsync(capacity: 5), Registering.NewMailbox());
        var link = await site.LinkAsync(workshop, email: email);
        // Not yet theirs, so nothing for the calendar.
        Assert.DoesNotContain(await MailsAsync(email), m => m.File is not null);
        foreach (var _ in new[] { 1, 2 }) await site.Visitor().GetAsync(link);
        var confirmed = Assert.Single(await MailsAsync(email), m => m.File is not null);
        Assert.StartsWith("Đã có chỗ: ", confirmed.Mail.Subject, StringComparison.Ordinal);
        var outside = new OutsideCalendar();
        var seen = await outside.ReadAsync(confirmed.File!);
        Assert.Equal(["PUBLISH"], seen.Methods);
        var first = Assert.Single(seen.Events);
        Assert.Equal(("CONFIRMED", "2026-12-20"), (first.Status, first.Start));
        Assert.StartsWith("mailto:", first.Organizer, StringComparison.Ordinal);

        Assert.Equal(0, Assert.IsType<WorkshopSaved.Done>(await ChangeAsync(workshop, w => w.Capacity = 6, tell: true)).Told);
        Assert.Equal(0, Assert.IsType<WorkshopSaved.Done>(await ChangeAsync(workshop, w => w.Venue = new("Nhà A", ""), tell: false)).Told);
        Assert.Equal(1, Assert.IsType<WorkshopSaved.Done>(await ChangeAsync(workshop, w => (w.StartsOn, w.EndsOn) = (new(2026, 12, 22), new(2026, 12, 22)), tell: true)).Told);
        var told = Assert.Single(await MailsAsync(email), m => m.Mail.Subject.StartsWith("Thay đổi: ", StringComparison.Ordinal));
        Assert.Contains("– Thời gian: trước đây 20/12/2026, ngày kết thúc chưa ghi nhận, nay 22/12/2026.", told.Mail.Body, StringComparison.Ordinal);
        Assert.Contains("token=", told.Mail.Body, StringComparison.Ordinal);
        var second = Assert.Single((await outside.ReadAsync(told.File!)).Events);
        Assert.Equal((first.Uid, "2026-12-22", "CONFIRMED", 1), (second.Uid, second.Start, second.Status, second.Updated));

        await site.InScopeAsync(async s => await s.GetRequiredService<WorkshopDesk>().MoveAsync((await s.GetRequiredService<WorkshopDesk>().FindAsync(workshop.Code, default))!, WorkshopStatus.Cancelled, default));
        var last = Assert.Single(await outside.TakeAsync(await LastFileAsync(email)));
        Assert.Equal((first.Uid, "CANCELLED", 2), (last.Uid, last.Status, last.Updated));
        // Found again in the mailbox, the confirmation brings nothing back.
        Assert.Equal("CANCELLED", Assert.Single(await outside.TakeAsync(confirmed.File!)).Status);
    }

    [Fact]
    public async Task Who_withdraws_and_comes_back_sees_both_in_their_calendar_and_the_public_one_stays()
    {
        var (workshop, email) = (await site.WorkshopAsync(capacity: 5), Registering.NewMailbox());
        var link = await site.SeatedAsync(workshop, email: email);
        var outside = new OutsideCalendar();
        var address = link.Replace("/registration?", "/registration/calendar?", StringComparison.Ordinal);
        await outside.TakeAsync(await site.Visitor().GetByteArrayAsync($"/workshops/{workshop.Code}.ics"));
        Assert.Equal(["CONFIRMED", "CONFIRMED"], (await outside.TakeAsync(await site.Visitor().GetByteArrayAsync(address))).Select(e => e.Status));
        await site.Visitor().SendFormAsync(link, [], link.Replace("/registration?", "/registration?handler=Withdraw&", StringComparison.Ordinal));
        Assert.Equal(["CONFIRMED", "CANCELLED"], (await outside.TakeAsync(await LastFileAsync(email))).Select(e => e.Status));
        await site.Visitor().SendFormAsync(link, [], link.Replace("/registration?", "/registration?handler=ComeBack&", StringComparison.Ordinal));
        Assert.Equal(["CONFIRMED", "CONFIRMED"], (await outside.TakeAsync(await LastFileAsync(email))).Select(e => e.Status));
    }

    [Fact]
    public async Task Who_waits_has_an_uncertain_entry_that_says_so()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        await site.SeatedAsync(workshop);
        var link = await site.SeatedAsync(workshop);
        var entry = Assert.Single(await new OutsideCalendar().TakeAsync(await site.Visitor().GetByteArrayAsync(link.Replace("/registration?", "/registration/calendar?", StringComparison.Ordinal))));
        Assert.Equal("TENTATIVE", entry.Status);
        Assert.StartsWith("[Chờ chỗ] ", entry.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_moved_gets_one_mail_that_takes_the_old_days_out_and_brings_the_new()
    {
        var (here, there, email) = (await site.WorkshopAsync(capacity: 2), await site.WorkshopAsync(capacity: 2, startsOn: new(2027, 1, 11)), Registering.NewMailbox());
        await site.SeatedAsync(here, email: email);
        var outside = new OutsideCalendar();
        await outside.TakeAsync(await LastFileAsync(email));
        var before = (await MailsAsync(email)).Count;
        var mover = Assert.Single(await site.RegistrationsAsync(here));
        var moved = await site.InScopeAsync(s => s.GetRequiredService<MoveDesk>().MoveAsync(here.Id, there.Id, [mover.Id], default));
        Assert.Single(moved.Changed);
        Assert.Equal(before + 1, (await MailsAsync(email)).Count);
        Assert.Equal([("2026-12-20", "CANCELLED"), ("2027-01-11", "CONFIRMED")], (await outside.TakeAsync(await LastFileAsync(email))).Select(e => (e.Start, e.Status)).Order());
    }

    [Fact]
    public async Task An_organiser_chooses_on_the_form_whether_people_are_told()
    {
        var (workshop, email) = (await site.WorkshopAsync(capacity: 5), Registering.NewMailbox());
        await site.SeatedAsync(workshop, email: email);
        using var admin = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/settings";
        Assert.Contains("báo qua thư cho 1 người đang có tên", Visits.Text(await admin.GetStringAsync(page)), StringComparison.Ordinal);
        async Task<int> SaveAsync(string day, bool tell)
        {
            var version = await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).Select(w => w.Version).SingleAsync());
            var form = new Dictionary<string, string>
            {
                ["Input.Version"] = version.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["Input.Title.Vi"] = workshop.Title.Vi,
                ["Input.City.Vi"] = "Huế",
                ["Input.City.En"] = "Hue",
                ["Input.StartsOn"] = day,
                ["Input.Capacity"] = "5",
            };
            if (tell) form["Input.TellPeople"] = "true";
            Assert.Equal(System.Net.HttpStatusCode.Found, (await admin.SendFormAsync(page, form)).StatusCode);
            return (await MailsAsync(email)).Count(m => m.Mail.Subject.StartsWith("Thay đổi: ", StringComparison.Ordinal));
        }

        Assert.Equal(0, await SaveAsync("2026-12-21", tell: false));
        Assert.Equal(1, await SaveAsync("2026-12-22", tell: true));
        Assert.Equal(1, await SaveAsync("2026-12-22", tell: true));
        Assert.Equal(2, await SaveAsync("2026-12-23", tell: true));
    }

    [Fact]
    public async Task A_list_brings_an_entry_to_everybody_it_seats()
    {
        var workshop = await site.WorkshopAsync(capacity: 30);
        await site.WriteListAsync(workshop, Sample.List("Lichcalendar", 3));
        var ids = (await site.RegistrationsAsync(workshop)).Select(r => $"registered-by-list:{r.Id}").ToList();
        var files = await site.DbAsync(db => db.OutboxMessages.Where(m => ids.Contains(m.Key)).Join(db.MailAttachments, m => m.Id, f => f.MessageId, (m, f) => f.Content).ToListAsync());
        Assert.Equal(3, files.Count);
        Assert.Equal("CONFIRMED", Assert.Single(await new OutsideCalendar().TakeAsync(files[0])).Status);
    }
}
