using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Tests.Features.Registrations;
using Sen.Web.Tests.Features.Registrations.Seats;

namespace Sen.Web.Tests.Features.Programmes.Releases;

public sealed class ReleaseTests(TestSite site)
{
    [Fact]
    public async Task Everybody_sees_the_release_and_nothing_of_the_draft_until_it_is_released_too()
    {
        var (workshop, session, link) = await ReleasedAsync();
        var public1 = $"/vi/workshops/{workshop.Code}";
        await site.EditAsync(session.Id, s => (s.Starts, s.Ends, s.Title) = (new(9, 30), new(10, 30), new("Bài giảng đã đổi", "Changed lecture")));
        await site.AddAsync(workshop, "Phiên còn soạn", "14:00", "15:00");
        var calendar = link.Replace("/registration?", "/registration/calendar?", StringComparison.Ordinal);
        foreach (var address in new[] { public1, link, calendar, public1 + "/programme", public1 + "/now?at=2026-12-20T08:10" })
        {
            var page = await site.Visitor().GetStringAsync(address);
            Assert.Contains("Bài giảng đầu", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.DoesNotContain("Bài giảng đã đổi", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.DoesNotContain("Phiên còn soạn", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        }
        using var admin = await site.SignedInAsync();
        Assert.Contains("Có 3 thay đổi chưa công bố", Visits.Text(await admin.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/agenda")), StringComparison.Ordinal);
        Assert.Contains("Có 3 thay đổi chưa công bố", Visits.Text(await admin.GetStringAsync($"/vi/desk/workshops/{workshop.Code}")), StringComparison.Ordinal);

        Assert.IsType<Released.Done>(await site.ReleaseAsync(workshop));
        var now = await site.ReadAsync(public1);
        Assert.Contains("09:30–10:30 Bài giảng đã đổi", now, StringComparison.Ordinal);
        Assert.Contains("Dời «Bài giảng đã đổi» từ 08:00 sang 09:30", now, StringComparison.Ordinal);
        Assert.Contains("Bản số 2", now, StringComparison.Ordinal);
        Assert.Contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20261220T093000", await site.Visitor().GetStringAsync(calendar), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_released_agenda_is_never_changed_by_what_comes_later()
    {
        var (workshop, session, _) = await ReleasedAsync();
        var before = await site.DbAsync(db => db.AgendaReleases.Where(r => r.WorkshopId == workshop.Id).Select(r => r.Content).SingleAsync());
        await site.EditAsync(session.Id, s => s.Title = new("Tên khác", "Another title"));
        await site.ReleaseAsync(workshop);
        await site.InScopeAsync(s => s.GetRequiredService<AgendaDesk>().RemoveAsync(workshop.Code, session.Id, default));
        await site.ReleaseAsync(workshop);
        Assert.Equal(before, await site.DbAsync(db => db.AgendaReleases.Where(r => r.WorkshopId == workshop.Id && r.Number == 1).Select(r => r.Content).SingleAsync()));
        using var admin = await site.SignedInAsync();
        var first = Visits.Text(await admin.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/agenda/releases/1"));
        Assert.Contains("Bài giảng đầu", first, StringComparison.Ordinal);
        Assert.Contains("Đã được thay bằng bản số 3", first, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"/vi/desk/workshops/{workshop.Code}/agenda/releases/4")).StatusCode);
    }

    [Fact]
    public async Task Publishing_a_workshop_releases_its_agenda_and_writes_to_nobody()
    {
        var workshop = await site.WorkshopAsync(WorkshopStatus.Draft);
        await site.AddAsync(workshop, "Bài giảng đầu", "08:00", "09:00");
        using var admin = await site.SignedInAsync();
        Assert.Contains("Chương trình 1 phiên được công bố cùng lúc, là bản số 1.", Visits.Text(await admin.GetStringAsync($"/vi/desk/workshops/{workshop.Code}")), StringComparison.Ordinal);
        var answer = await admin.SendFormAsync($"/vi/desk/workshops/{workshop.Code}", new() { ["status"] = "Published" }, $"/vi/desk/workshops/{workshop.Code}?handler=Move");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var release = await site.DbAsync(db => db.AgendaReleases.SingleAsync(r => r.WorkshopId == workshop.Id));
        Assert.Equal((1, ReleaseCause.WithWorkshop, 0), (release.Number, release.Cause, release.Told));
        Assert.Contains("Bài giảng đầu", await site.ReadAsync($"/vi/workshops/{workshop.Code}"), StringComparison.Ordinal);
        Assert.False(await site.DbAsync(db => db.OutboxMessages.AnyAsync(m => m.About == "workshop:" + workshop.Id)));
        Assert.False(await site.DbAsync(db => db.Jobs.AnyAsync(j => j.About == "workshop:" + workshop.Id)));
    }

    [Fact]
    public async Task A_draft_is_not_released_and_shows_nothing_to_the_public()
    {
        var workshop = await site.WorkshopAsync(WorkshopStatus.Draft);
        await site.AddAsync(workshop, "Bài giảng đầu", "08:00", "09:00");
        Assert.IsType<Released.NotNow>(await site.ReleaseAsync(workshop));
        foreach (var tail in new[] { "", "/now", "/programme", "/programme-a4.pdf", "/programme-a5.pdf", "/materials.zip" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync($"/vi/workshops/{workshop.Code}{tail}")).StatusCode);
    }

    [Fact]
    public async Task Clashes_are_shown_and_the_organiser_chooses_to_go_on()
    {
        var (workshop, _, _) = await ReleasedAsync();
        await site.AddAsync(workshop, "Cùng phòng, cùng giờ", "08:30", "09:30", s => s.Room = new("Phòng A", "Room A"));
        using var admin = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/agenda/release";
        var html = await admin.GetStringAsync(page);
        Assert.Contains("1 chỗ trùng giờ", Visits.Text(html), StringComparison.Ordinal);
        var form = new Dictionary<string, string> { ["Input.Stamp"] = Stamp(html), ["Input.Note.Vi"] = "Lời nhắn của tôi" };
        var refused = await admin.SendFormAsync(page, form);
        var answer = Visits.Text(await refused.Content.ReadAsStringAsync());
        Assert.Contains("Còn chỗ trùng giờ", answer, StringComparison.Ordinal);
        Assert.Contains("Lời nhắn của tôi", answer, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(workshop));
        form["Input.DespiteClashes"] = "true";
        Assert.Equal(HttpStatusCode.Found, (await admin.SendFormAsync(page, form)).StatusCode);
        Assert.Equal(2, await CountAsync(workshop));
    }

    [Fact]
    public async Task An_agenda_that_changed_after_it_was_looked_at_is_not_released_and_the_note_is_kept()
    {
        var (workshop, session, _) = await ReleasedAsync();
        await site.EditAsync(session.Id, s => s.Room = new("Phòng B", "Room B"));
        using var admin = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/agenda/release";
        var stamp = Stamp(await admin.GetStringAsync(page));
        await site.EditAsync(session.Id, s => s.Room = new("Phòng C", "Room C"));
        var answer = await admin.SendFormAsync(page, new() { ["Input.Stamp"] = stamp, ["Input.Note.Vi"] = "Lời nhắn còn đây" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Chưa công bố", Visits.Text(html), StringComparison.Ordinal);
        Assert.Contains("Chuyển «Bài giảng đầu» từ Phòng A sang Phòng C", Visits.Text(html), StringComparison.Ordinal);
        Assert.Contains("Lời nhắn còn đây", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(workshop));
        // The form it comes with is about the new agenda.
        Assert.Equal(HttpStatusCode.Found, (await admin.SendFormAsync(page, new() { ["Input.Stamp"] = Stamp(html) })).StatusCode);
        Assert.Equal(2, await CountAsync(workshop));
    }

    [Fact]
    public async Task Of_many_who_press_at_the_same_moment_one_releases()
    {
        var (workshop, session, _) = await ReleasedAsync();
        await site.EditAsync(session.Id, s => s.Room = new("Phòng B", "Room B"));
        var stamp = await site.InScopeAsync(async s => (await s.GetRequiredService<ReleaseDesk>().LookAsync(await s.GetRequiredService<AppDb>().Workshops.SingleAsync(w => w.Id == workshop.Id), default)).Stamp);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.InScopeAsync(async s =>
            await s.GetRequiredService<ReleaseDesk>().ReleaseAsync(await s.GetRequiredService<AppDb>().Workshops.SingleAsync(w => w.Id == workshop.Id), stamp, new("", ""), null, default))));
        Assert.Single(results.OfType<Released.Done>());
        Assert.Equal(7, results.OfType<Released.ChangedMeanwhile>().Count());
        Assert.Equal([1, 2], await site.DbAsync(db => db.AgendaReleases.Where(r => r.WorkshopId == workshop.Id).Select(r => r.Number).Order().ToListAsync()));
    }

    [Fact]
    public async Task Releases_are_for_the_organisers_of_the_workshop()
    {
        var (workshop, _, _) = await ReleasedAsync();
        using var other = await site.SignedInAsync("totchuc@sen.example");
        foreach (var tail in new[] { "/release", "/releases", "/releases/1" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await other.GetAsync($"/vi/desk/workshops/{workshop.Code}/agenda{tail}")).StatusCode);
            Assert.Equal(HttpStatusCode.Found, (await site.Visitor().GetAsync($"/vi/desk/workshops/{workshop.Code}/agenda{tail}")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await other.GetAsync($"/vi/desk/workshops/can-tho-2026/agenda{tail}")).StatusCode);
        }
        var through = await other.SendFormAsync("/vi/desk/workshops/can-tho-2026/agenda/release", new() { ["Input.Stamp"] = "1-" }, $"/vi/desk/workshops/{workshop.Code}/agenda/release");
        Assert.Equal(HttpStatusCode.Forbidden, through.StatusCode);
    }

    private Task<int> CountAsync(Workshop workshop) => site.DbAsync(db => db.AgendaReleases.CountAsync(r => r.WorkshopId == workshop.Id));

    private static string Stamp(string html) => System.Text.RegularExpressions.Regex.Match(html, "name=\"Input.Stamp\" value=\"([^\"]*)\"").Groups[1].Value;

    /// <summary>A published workshop with one session that is out, and somebody seated.</summary>
    private async Task<(Workshop Workshop, AgendaSession Session, string Link)> ReleasedAsync()
    {
        var workshop = await site.WorkshopAsync();
        var session = await site.AddAsync(workshop, "Bài giảng đầu", "08:00", "09:00", s => s.Room = new("Phòng A", "Room A"));
        await site.ReleaseAsync(workshop);
        return (workshop, session, await site.SeatedAsync(workshop));
    }
}
