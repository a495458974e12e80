using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Languages;
using Sen.Web.Tests.Features.Programmes.Releases;

namespace Sen.Web.Tests.Features.Programmes.Calendars;

/// <summary>The public calendars, read by somebody else's parser.</summary>
public sealed class CalendarTests(TestSite site)
{
    private Task<byte[]> FileAsync(Workshop w, string lang = "vi") => site.Visitor().GetByteArrayAsync($"/workshops/{w.Code}.ics?lang={lang}");

    private Task<int> ChangeAsync(Workshop w, Action<Workshop> change) => site.InScopeAsync(async s =>
    {
        var desk = s.GetRequiredService<WorkshopDesk>();
        var mine = (await desk.FindAsync(w.Code, default))!;
        change(mine);
        Assert.IsType<WorkshopSaved.Done>(await desk.SaveAsync(mine, mine.Version, default));
        return 0;
    });

    private async Task<AgendaSession> SessionAsync(Workshop w, int day, string? from, string? to, string title)
    {
        var session = await site.InScopeAsync(s => s.GetRequiredService<AgendaDesk>().AddAsync(w.Id, x =>
        {
            (x.DayNumber, x.Title) = (day, new Bilingual(title, ""));
            x.Starts = from is null ? null : TimeOnly.Parse(from, null);
            x.Ends = to is null ? null : TimeOnly.Parse(to, null);
        }, default));
        Assert.IsType<Released.Done>(await site.ReleaseAsync(w));
        return session;
    }

    private Task<IReadOnlyList<Bilingual>> MoveAsync(Workshop w, WorkshopStatus status) => site.InScopeAsync(async s =>
        await s.GetRequiredService<WorkshopDesk>().MoveAsync((await s.GetRequiredService<WorkshopDesk>().FindAsync(w.Code, default))!, status, default));

    [Fact]
    public async Task A_changed_date_time_and_place_reach_a_calendar_as_updates_and_a_cancellation_as_one()
    {
        var workshop = await site.WorkshopAsync();
        var session = await SessionAsync(workshop, 1, "08:00", "11:30", "Khai mạc");
        var outside = new OutsideCalendar();
        var first = Assert.Single(await outside.TakeAsync(await FileAsync(workshop)));
        Assert.Equal(("2026-12-20T08:00:00", "2026-12-20T11:30:00", "Asia/Ho_Chi_Minh", "CONFIRMED", "Huế"), (first.Start, first.End, first.Zone, first.Status, first.Location));
        Assert.Equal(new DateTime(2026, 12, 20, 1, 0, 0), first.StartUtc!.Value.ToUniversalTime());

        // A session is saved by itself: calendars learn of it with the release.
        await site.InScopeAsync(async s =>
        {
            var desk = s.GetRequiredService<AgendaDesk>();
            var mine = (await desk.FindAsync(workshop.Code, session.Id, default))!;
            mine.Starts = new TimeOnly(9, 15);
            Assert.True(await desk.SaveAsync(mine, mine.Version, default));
            return 0;
        });
        var quiet = Assert.Single(await new OutsideCalendar().TakeAsync(await FileAsync(workshop)));
        Assert.Equal((first.Start, first.Sequence), (quiet.Start, quiet.Sequence));
        await site.ReleaseAsync(workshop);
        var second = Assert.Single(await outside.TakeAsync(await FileAsync(workshop)));
        Assert.Equal((first.Uid, "2026-12-20T09:15:00", 1), (second.Uid, second.Start, second.Updated));
        // A stamp has whole seconds; two releases within one differ by their number alone.
        Assert.True(second.Sequence > first.Sequence && second.Stamp >= first.Stamp);

        await ChangeAsync(workshop, w => (w.StartsOn, w.EndsOn, w.Venue) = (new(2026, 12, 22), new(2026, 12, 23), new("Hội trường Đống Đa", "")));
        var third = await outside.TakeAsync(await FileAsync(workshop));
        Assert.Equal([("2026-12-22T09:15:00", "Hội trường Đống Đa, Huế", 2), ("2026-12-23", "Hội trường Đống Đa, Huế", 0)], third.Select(e => (e.Start, e.Location!, e.Updated)));

        // The second day falls away: whoever took the file in must be told, or it would stand there for ever.
        await ChangeAsync(workshop, w => w.EndsOn = new(2026, 12, 22));
        Assert.Equal(["CONFIRMED", "CANCELLED"], (await outside.TakeAsync(await FileAsync(workshop))).Select(e => e.Status));

        await MoveAsync(workshop, WorkshopStatus.Cancelled);
        var last = await outside.TakeAsync(await FileAsync(workshop));
        Assert.Equal(["CANCELLED", "CANCELLED"], last.Select(e => e.Status));
        Assert.StartsWith("Đã hủy: ", last[0].Summary, StringComparison.Ordinal);
        Assert.Equal(first.Uid, last[0].Uid);
        // The old file, found again in a mailbox, changes nothing any more.
        Assert.Equal("CANCELLED", (await outside.TakeAsync(await FileAsync(workshop)))[0].Status);
    }

    [Fact]
    public async Task What_calendars_do_not_show_leaves_number_and_stamp_alone()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var before = await site.Visitor().GetAsync($"/workshops/{workshop.Code}.ics");
        await ChangeAsync(workshop, w => (w.Capacity, w.Summary, w.MapUrl) = (9, new("Khác", "Other"), "https://ban-do.example/"));
        var after = await site.Visitor().GetAsync($"/workshops/{workshop.Code}.ics");
        Assert.Equal(await before.Content.ReadAsStringAsync(), await after.Content.ReadAsStringAsync());
        Assert.Equal(before.Headers.ETag, after.Headers.ETag);
        Assert.Equal(before.Content.Headers.LastModified, after.Content.Headers.LastModified);
    }

    [Fact]
    public async Task A_row_read_long_ago_does_not_put_an_old_number_back()
    {
        var workshop = await site.WorkshopAsync();
        await site.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var old = await db.Workshops.SingleAsync(w => w.Id == workshop.Id);
            await SessionAsync(workshop, 1, null, null, "Chen giữa");
            db.Entry(old).State = EntityState.Modified;
            await db.SaveChangesAsync();
            return 0;
        });
        var number = await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).Select(w => w.CalendarNumber).SingleAsync());
        await SessionAsync(workshop, 1, null, null, "Sau cùng");
        Assert.Equal(number + 1, await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).Select(w => w.CalendarNumber).SingleAsync()));
        Assert.True(number > 0);
    }

    [Fact]
    public async Task Lines_are_folded_at_75_octets_between_letters_and_read_back_whole()
    {
        var workshop = await site.WorkshopAsync();
        var title = "Tập huấn «sản xuất và tiêu dùng bền vững» cho cán bộ các sở, ngành; đường dẫn \\ và dấu phẩy, ở thành phố Huế 🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷🪷";
        await ChangeAsync(workshop, w => w.Title = new(title, ""));
        await SessionAsync(workshop, 1, null, null, new string('ậ', 200) + ", " + new string('Ữ', 31));
        for (var pad = 0; pad < 6; pad++)
        {
            await ChangeAsync(workshop, w => w.Title = new(new string('x', pad) + title, ""));
            var file = await FileAsync(workshop, "en");
            var lines = Split(file);
            Assert.All(lines, line => Assert.InRange(line.Length, 0, 75));
            // Each line by itself is whole UTF-8: no letter was cut in two.
            var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
            Assert.All(lines, line => strict.GetString(line));
            var entry = Assert.Single(await new OutsideCalendar().TakeAsync(file));
            Assert.Equal(new string('x', pad) + title, entry.Summary);
            Assert.Equal(new string('ậ', 200) + ", " + new string('Ữ', 31), entry.Description);
        }
    }

    [Fact]
    public async Task Line_breaks_and_control_characters_in_a_title_add_no_line_of_their_own()
    {
        var workshop = await site.WorkshopAsync();
        await ChangeAsync(workshop, w => w.Title = new("Một\r\nSTATUS:CANCELLED\u0001\u0085 hai\nBEGIN:VEVENT", "Two"));
        var file = Encoding.UTF8.GetString(await FileAsync(workshop));
        Assert.Single(file.Split("\r\n"), l => l.StartsWith("STATUS:", StringComparison.Ordinal));
        Assert.Single(file.Split("\r\n"), l => l == "BEGIN:VEVENT");
        Assert.Equal("Một STATUS:CANCELLED hai BEGIN:VEVENT", Assert.Single(await new OutsideCalendar().TakeAsync(Encoding.UTF8.GetBytes(file))).Summary);
        Assert.DoesNotContain(file, c => char.IsControl(c) && c is not ('\r' or '\n'));
    }

    [Fact]
    public async Task Everything_but_drafts_with_a_recorded_date_is_in_the_calendar_and_nothing_is_invented()
    {
        var (draft, cancelled) = (await site.WorkshopAsync(WorkshopStatus.Draft), await site.WorkshopAsync(WorkshopStatus.Cancelled));
        var all = await new OutsideCalendar().TakeAsync(await site.Visitor().GetByteArrayAsync("/calendar.ics"));
        Assert.DoesNotContain(all, e => e.Url!.EndsWith("/" + draft.Code, StringComparison.Ordinal));
        Assert.Equal("CANCELLED", Assert.Single(all, e => e.Url!.EndsWith("/" + cancelled.Code, StringComparison.Ordinal)).Status);
        // Cần Thơ 2016: the opening is recorded, hour and end are not. Đà Nẵng 2016 has no recorded date at all.
        var canTho = Assert.Single(all, e => e.Url!.EndsWith("/can-tho-2016", StringComparison.Ordinal));
        Assert.Equal(("2016-08-18", null, true), (canTho.Start, canTho.End, canTho.WholeDay));
        Assert.DoesNotContain(all, e => e.Url!.EndsWith("/da-nang-2016", StringComparison.Ordinal));
        Assert.Equal(["2016-08-24", "2016-08-25"], all.Where(e => e.Url!.EndsWith("/bac-ninh-2016", StringComparison.Ordinal)).Select(e => e.Start).Order(StringComparer.Ordinal));
        Assert.Equal(all.Count, all.Select(e => e.Uid).Distinct(StringComparer.Ordinal).Count());
        foreach (var code in new[] { draft.Code, "da-nang-2016", "khong-co" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync($"/workshops/{code}.ics")).StatusCode);
    }

    [Fact]
    public async Task A_session_whose_end_is_not_recorded_gets_none()
    {
        var workshop = await site.WorkshopAsync();
        await SessionAsync(workshop, 1, "08:00", null, "Khai mạc");
        Assert.Equal(("2026-12-20T08:00:00", null), (await new OutsideCalendar().TakeAsync(await FileAsync(workshop))) is [var e] ? (e.Start, e.End) : default);
    }

    private static List<byte[]> Split(byte[] file)
    {
        var lines = new List<byte[]>();
        for (var from = 0; from < file.Length;)
        {
            var at = file.AsSpan(from).IndexOf("\r\n"u8);
            Assert.True(at >= 0, "A line does not end with CRLF.");
            lines.Add(file[from..(from + at)]);
            from += at + 2;
        }
        return lines;
    }
}
