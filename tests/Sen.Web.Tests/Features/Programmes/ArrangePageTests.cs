using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Tests.Features.Programmes.Releases;

namespace Sen.Web.Tests.Features.Programmes;

public sealed partial class ArrangePageTests(TestSite site)
{
    [Fact]
    public async Task Without_scripts_the_buttons_move_a_session_and_the_answer_takes_it_back()
    {
        var (workshop, a, b) = await TwoAsync();
        using var admin = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/agenda";
        var stamp = Stamp(await admin.GetStringAsync(page));
        Assert.Equal(HttpStatusCode.Found, (await admin.SendFormAsync(page, new() { ["id"] = $"{b.Id}", ["stamp"] = stamp, ["to"] = "up" }, page + "?handler=Move")).StatusCode);
        Assert.Equal(["Hai 08:00–08:30", "Một 08:30–09:30"], await ShownAsync(workshop));
        var html = await admin.GetStringAsync(page);
        Assert.Contains("«Hai» nay ở 08:00–08:30, ngày thứ 1. 1 phiên khác dời theo.", Visits.Text(html), StringComparison.Ordinal);
        var undo = WebUtility.HtmlDecode(Undo().Match(html).Groups[1].Value);
        Assert.Equal(HttpStatusCode.Found, (await admin.SendFormAsync(page, new() { ["Undo"] = undo }, page + "?handler=TakeBack")).StatusCode);
        Assert.Equal(["Một 08:00–09:00", "Hai 09:00–09:30"], await ShownAsync(workshop));
        // Once it was taken back, the same undo has nothing to stand on.
        await admin.SendFormAsync(page, new() { ["Undo"] = undo }, page + "?handler=TakeBack");
        Assert.Contains("Không hoàn tác được nữa", Visits.Text(await admin.GetStringAsync(page)), StringComparison.Ordinal);
        Assert.NotEqual(a.Id, b.Id);
    }

    [Fact]
    public async Task An_agenda_that_somebody_else_changed_is_shown_anew_and_nothing_is_moved()
    {
        var (workshop, _, b) = await TwoAsync();
        using var admin = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/agenda";
        var stamp = Stamp(await admin.GetStringAsync(page));
        await site.EditAsync(b.Id, s => s.Ends = new(9, 45));
        var answer = await admin.SendFormAsync(page, new() { ["id"] = $"{b.Id}", ["stamp"] = stamp, ["to"] = "up" }, page + "?handler=Move");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var words = Visits.Text(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Chưa dời gì: người khác vừa sửa", words, StringComparison.Ordinal);
        Assert.Contains("09:00–09:45", words, StringComparison.Ordinal);
        Assert.Equal(["Một 08:00–09:00", "Hai 09:00–09:45"], await ShownAsync(workshop));
    }

    [Fact]
    public async Task A_form_of_a_session_that_was_moved_meanwhile_is_stale()
    {
        var (workshop, a, b) = await TwoAsync();
        using var admin = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/agenda";
        await admin.SendFormAsync(page, new() { ["id"] = $"{b.Id}", ["stamp"] = Stamp(await admin.GetStringAsync(page)), ["to"] = "up" }, page + "?handler=Move");
        var answer = await admin.SendFormAsync($"{page}/{a.Id}", new() { ["Input.Version"] = "0", ["Input.Title.Vi"] = "Một", ["Input.DayNumber"] = "1", ["Input.Kind"] = "Lecture", ["Input.Starts"] = "08:00", ["Input.Ends"] = "09:00" });
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Theory]
    [InlineData("sideways", null, HttpStatusCode.BadRequest)]
    [InlineData("slot", "99:Morning", HttpStatusCode.BadRequest)]
    [InlineData("slot", "1:Night", HttpStatusCode.BadRequest)]
    [InlineData("slot", "2:Afternoon", HttpStatusCode.Found)]
    public async Task Only_half_days_there_are_take_a_session(string to, string? slot, HttpStatusCode status)
    {
        var (workshop, a, _) = await TwoAsync();
        using var admin = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/agenda";
        var form = new Dictionary<string, string> { ["id"] = $"{a.Id}", ["stamp"] = Stamp(await admin.GetStringAsync(page)), ["to"] = to };
        if (slot is not null) form["slot"] = slot;
        Assert.Equal(status, (await admin.SendFormAsync(page, form, page + "?handler=Move")).StatusCode);
    }

    [Fact]
    public async Task A_session_of_another_workshop_is_not_moved_through_ones_own()
    {
        var (workshop, a, _) = await TwoAsync();
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        var own = "/vi/desk/workshops/can-tho-2026/agenda";
        var stamp = Stamp(await organiser.GetStringAsync(own));
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.SendFormAsync(own, new() { ["id"] = $"{a.Id}", ["stamp"] = stamp, ["to"] = "down" }, own + "?handler=Move")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await organiser.SendFormAsync(own, new() { ["id"] = $"{a.Id}", ["stamp"] = stamp, ["to"] = "down" }, $"/vi/desk/workshops/{workshop.Code}/agenda?handler=Move")).StatusCode);
        Assert.Equal(["Một 08:00–09:00", "Hai 09:00–09:30"], await ShownAsync(workshop));
    }

    private async Task<(Workshop Workshop, AgendaSession A, AgendaSession B)> TwoAsync()
    {
        var workshop = await site.WorkshopAsync();
        return (workshop, await site.AddAsync(workshop, "Một", "08:00", "09:00"), await site.AddAsync(workshop, "Hai", "09:00", "09:30"));
    }

    private async Task<IEnumerable<string>> ShownAsync(Workshop workshop) =>
        AgendaDay.InOrder(await site.DbAsync(db => db.AgendaSessions.AsNoTracking().Where(s => s.WorkshopId == workshop.Id).ToListAsync())).Select(s => $"{s.Title.Vi} {s.Starts:HH:mm}–{s.Ends:HH:mm}");

    private static string Stamp(string html) => StampBox().Match(html).Groups[1].Value;

    [GeneratedRegex("name=\"stamp\" value=\"([^\"]*)\"")]
    private static partial Regex StampBox();

    [GeneratedRegex("name=\"Undo\" value=\"([^\"]*)\"")]
    private static partial Regex Undo();
}
