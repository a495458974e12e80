using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Programmes;

/// <summary>One day of a workshop as a calendar shows it. Where no source records an hour, it is a whole day; where none records an end, it has none.</summary>
public sealed record CalendarDay(int Number, DateOnly Date, TimeOnly? Starts, TimeOnly? Ends, IReadOnlyList<string> Lines, bool IsLost);

/// <summary>Workshops as calendar files: one entry a day, from its first session to the end of its last.</summary>
public static class WorkshopCalendar
{
    /// <summary>All that the public may follow.</summary>
    public static CalendarFile Of(IEnumerable<Workshop> workshops, SiteAddress site, Language l)
    {
        var file = new CalendarFile(site, l, l["Hội thảo về sản xuất và tiêu dùng bền vững", "Workshops on sustainable consumption and production"]);
        foreach (var workshop in workshops) file.Add(workshop, CalendarMark.Of(workshop, inFeed: true));
        return file;
    }

    public static CalendarFile Of(Workshop workshop, SiteAddress site, Language l) =>
        new CalendarFile(site, l, l.Plain(workshop.Title)).Add(workshop, CalendarMark.Of(workshop, inFeed: false));

    public static IEnumerable<CalendarDay> Days(Workshop workshop, Language l, bool withLost)
    {
        if (workshop.StartsOn is not { } first) yield break;
        var agenda = AgendaDay.Of(workshop).Where(d => d.Number > 0).ToDictionary(d => d.Number);
        var days = WorkshopDays.Count(workshop.StartsOn, workshop.EndsOn, agenda.Keys.DefaultIfEmpty().Max());
        for (var number = 1; number <= days; number++)
        {
            var sessions = agenda.GetValueOrDefault(number)?.Sessions ?? [];
            var timed = sessions.Where(s => s.Starts is not null).ToList();
            TimeOnly? from = timed.Count > 0 ? timed.Min(s => s.Starts!.Value) : null;
            // The last hour that is recorded, be it an end or a beginning.
            TimeOnly? to = timed.Count > 0 ? timed.Max(s => s.Ends ?? s.Starts!.Value) : null;
            yield return new(number, first.AddDays(number - 1), from, to > from ? to : null, [.. sessions.Select(s => Line(s, l))], IsLost: false);
        }
        for (var number = days + 1; withLost && number <= workshop.CalendarDays; number++)
            yield return new(number, first.AddDays(number - 1), null, null, [], IsLost: true);
    }

    private static string Line(AgendaSession s, Language l) => ((s.Starts is { } from ? l.Time(from) + (s.Ends is { } to ? "–" + l.Time(to) : "") + " " : "") + l.Plain(s.Title)).Trim();
}
