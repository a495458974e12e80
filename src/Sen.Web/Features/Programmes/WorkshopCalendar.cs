using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Programmes;

/// <summary>A workshop as a calendar file: one entry a day, from its first session to the end of its last; a whole day where no times are known.</summary>
public static class WorkshopCalendar
{
    private const string Zone = "Asia/Ho_Chi_Minh";

    public static string Of(Workshop workshop, ReleasedAgenda? agenda, SiteAddress site, Language l, DateTime now)
    {
        var calendar = new Calendar { ProductId = "-//Sen//Sen 1//VI" };
        calendar.AddProperty("X-WR-CALNAME", l.Plain(workshop.Title));
        calendar.AddTimeZone(VietNam());
        foreach (var entry in Entries(workshop, agenda, l))
        {
            // The same entry again replaces the old one in a calendar: its id stays, its number grows.
            entry.DtStamp = new CalDateTime(DateTime.SpecifyKind(now, DateTimeKind.Utc));
            entry.Sequence = workshop.Version;
            entry.Status = workshop.Status == WorkshopStatus.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed;
            entry.Location = string.Join(", ", new[] { workshop.Venue, workshop.City }.Where(t => !t.IsEmpty).Select(l.Plain));
            entry.Url = new Uri(site.Link(l.Code, "/workshops/" + workshop.Code));
            calendar.Events.Add(entry);
        }
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static IEnumerable<CalendarEvent> Entries(Workshop workshop, ReleasedAgenda? agenda, Language l)
    {
        if (workshop.StartsOn is not { } first) yield break;
        var last = workshop.EndsOn ?? first;
        var days = (agenda?.DaysOf(workshop) ?? []).Where(d => d.Number > 0).ToDictionary(d => d.Date!.Value);
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            var sessions = days.GetValueOrDefault(day)?.Sessions ?? [];
            var timed = sessions.Where(s => s.Starts is not null).ToList();
            var entry = new CalendarEvent { Uid = $"{workshop.Id:N}-{day.DayNumber - first.DayNumber + 1}@sen", Summary = l.Plain(workshop.Title), Description = string.Join('\n', sessions.Select(s => Line(s, l))) };
            if (timed.Count > 0)
            {
                var (from, to) = (timed.Min(s => s.Starts!.Value), timed.Max(s => s.Ends ?? s.Starts!.Value));
                entry.Start = new CalDateTime(day.ToDateTime(from), Zone);
                entry.End = new CalDateTime(day.ToDateTime(to > from ? to : from.AddHours(1)), Zone);
            }
            else
            {
                entry.Start = new CalDateTime(day);
                entry.End = new CalDateTime(day.AddDays(1));
            }
            yield return entry;
        }
    }

    private static string Line(AgendaSession s, Language l) => ((s.Starts is { } from ? l.Time(from) + (s.Ends is { } to ? "–" + l.Time(to) : "") + " " : "") + l.Plain(s.Title)).Trim();

    /// <summary>+07:00 the whole year; the machine's own table would give rules of 1975.</summary>
    private static VTimeZone VietNam()
    {
        var zone = new VTimeZone(Zone);
        zone.TimeZoneInfos.Add(new VTimeZoneInfo(Components.Standard)
        {
            TimeZoneName = "+07",
            OffsetFrom = new UtcOffset("+0700"),
            OffsetTo = new UtcOffset("+0700"),
            DtStart = new CalDateTime(1976, 1, 1, 0, 0, 0),
        });
        return zone;
    }
}
