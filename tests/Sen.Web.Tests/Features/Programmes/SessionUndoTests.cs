using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Programmes;

public sealed partial class SessionUndoTests(TestSite site)
{
    [Fact]
    public async Task A_removed_session_comes_back_whole_by_the_button_of_the_answer()
    {
        var (workshop, id) = await SessionAsync();
        var before = await WholeAsync(id);
        using var admin = await site.SignedInAsync();
        // Twice, so that the second round meets what the first left in the trail.
        for (var round = 0; round < 2; round++)
        {
            var page = await RemoveAsync(admin, workshop, id);
            Assert.False(await site.DbAsync(db => db.AgendaSessions.AnyAsync(s => s.Id == id)));
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = Visits.Token(page) });
            var answer = await admin.PostAsync(WebUtility.HtmlDecode(UndoAddress().Match(page).Groups[1].Value), form);
            Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
            Assert.Equal(before, await WholeAsync(id));
        }
    }

    [Fact]
    public async Task Nobody_puts_a_session_of_another_workshop_back_through_their_own()
    {
        var (workshop, id) = await SessionAsync();
        using var admin = await site.SignedInAsync();
        await RemoveAsync(admin, workshop, id);
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        var through = await organiser.SendFormAsync("/vi/desk/workshops/can-tho-2026/agenda", [], $"/vi/desk/workshops/can-tho-2026/agenda?handler=PutBack&id={id}");
        Assert.Equal(HttpStatusCode.NotFound, through.StatusCode);
        var straight = await organiser.SendFormAsync("/vi/desk/workshops/can-tho-2026/agenda", [], $"/vi/desk/workshops/{workshop.Code}/agenda?handler=PutBack&id={id}");
        Assert.Equal(HttpStatusCode.Forbidden, straight.StatusCode);
        Assert.False(await site.DbAsync(db => db.AgendaSessions.AnyAsync(s => s.Id == id)));
    }

    private async Task<(Workshop Workshop, Guid Id)> SessionAsync()
    {
        var workshop = await site.WorkshopAsync();
        var topic = await site.DbAsync(db => db.Set<CurriculumTopic>().Where(t => t.ProgrammeId == workshop.ProgrammeId).Select(t => (Guid?)t.Id).FirstAsync());
        var session = await site.InScopeAsync(s => s.GetRequiredService<AgendaDesk>().AddAsync(workshop.Id, x =>
        {
            (x.DayNumber, x.Half, x.Starts, x.Ends, x.Kind, x.TopicId) = (2, HalfDay.Afternoon, new(13, 30), new(15, 0), SessionKind.SiteVisit, topic);
            (x.Title, x.Room, x.Summary) = (new("Tham quan «nhà máy» giấy", "Paper mill"), new("Xưởng 2", ""), new("Đã xem nồi hơi; \"tiết kiệm\" 12 %.", ""));
            x.Speakers.Add(new() { SessionId = x.Id, Position = 1, Name = "Lê Thị Mẫu", Honorific = "TS.", JobTitle = new("Giám đốc", "Director"), Organisation = new("Công ty Giấy Mẫu", "") });
            x.Speakers.Add(new() { SessionId = x.Id, Position = 2, Name = "Võ Văn Mẫu", OnBehalfOf = new("Sở Công Thương", "") });
        }, default));
        return (workshop, session.Id);
    }

    /// <summary>Everything of the session but its version, as text.</summary>
    private Task<string> WholeAsync(Guid id) => site.DbAsync(async db =>
    {
        var s = await db.AgendaSessions.AsNoTracking().Include(s => s.Speakers.OrderBy(p => p.Position)).SingleAsync(s => s.Id == id);
        Assert.Equal(2, s.Speakers.Count);
        return JsonSerializer.Serialize(new { s.WorkshopId, s.DayNumber, s.Half, s.Starts, s.Ends, s.Position, s.Kind, s.Title, s.TopicId, s.Room, s.Summary, s.Speakers });
    });

    private static async Task<string> RemoveAsync(HttpClient admin, Workshop workshop, Guid id)
    {
        var page = $"/vi/desk/workshops/{workshop.Code}/agenda";
        var answer = await admin.SendFormAsync(page, [], $"{page}?handler=Remove&id={id}");
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return await admin.GetStringAsync(page);
    }

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]+)\"><button class=\"button button-quiet\">Hoàn tác")]
    private static partial Regex UndoAddress();
}
