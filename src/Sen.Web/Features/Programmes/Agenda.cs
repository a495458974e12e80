using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Programmes;

/// <summary>A room or a speaker that two sessions want at the same time.</summary>
public sealed record Clash(AgendaSession First, AgendaSession Second, Bilingual What);

public static class Agenda
{
    /// <summary>Overlaps of a room or of a speaker. The end does not count: 10:00 follows 10:00. Sessions without times cannot clash.</summary>
    public static IReadOnlyList<Clash> Clashes(IEnumerable<AgendaSession> sessions)
    {
        var clashes = new List<Clash>();
        foreach (var day in sessions.Where(s => s is { DayNumber: > 0, Starts: not null }).GroupBy(s => s.DayNumber).OrderBy(g => g.Key))
        {
            var timed = day.OrderBy(s => s.Starts).ThenBy(s => s.Position).ToList();
            for (var i = 0; i < timed.Count; i++)
                for (var j = i + 1; j < timed.Count && timed[j].Starts < EndOf(timed[i]); j++)
                    clashes.AddRange(Between(timed[i], timed[j]));
        }
        return clashes;
    }

    private static IEnumerable<Clash> Between(AgendaSession a, AgendaSession b)
    {
        if (!a.Room.IsEmpty && SearchKey.Of(a.Room.Vi + a.Room.En) == SearchKey.Of(b.Room.Vi + b.Room.En)) yield return new(a, b, a.Room);
        foreach (var speaker in a.Speakers.Where(s => b.Speakers.Any(t => SearchKey.Of(t.Name) == SearchKey.Of(s.Name))))
            yield return new(a, b, Bilingual.Same(speaker.Name));
    }

    /// <summary>Without a recorded end a session holds its room for a moment only, so it clashes with what begins at the same minute.</summary>
    private static TimeOnly EndOf(AgendaSession session) => session.Ends ?? session.Starts!.Value.AddMinutes(1);
}
