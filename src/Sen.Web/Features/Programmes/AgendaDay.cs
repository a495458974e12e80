namespace Sen.Web.Features.Programmes;

/// <summary>One day of an agenda in order. Number 0 holds what took place on a day that no source records.</summary>
public sealed record AgendaDay(int Number, DateOnly? Date, IReadOnlyList<AgendaSession> Sessions)
{
    /// <summary>The working draft of a workshop, for its organisers. Everybody else reads Releases.ReleasedAgenda.</summary>
    public static IReadOnlyList<AgendaDay> Of(Workshop workshop) => Of(workshop.Sessions, workshop.StartsOn);

    public static IReadOnlyList<AgendaDay> Of(IEnumerable<AgendaSession> sessions, DateOnly? firstDay) => [.. InOrder(sessions)
        .GroupBy(s => s.DayNumber)
        .Select(g => new AgendaDay(g.Key, g.Key > 0 ? firstDay?.AddDays(g.Key - 1) : null, [.. g]))];

    /// <summary>As they follow each other; what has no time stands first in its half-day.</summary>
    public static IEnumerable<AgendaSession> InOrder(IEnumerable<AgendaSession> sessions) => sessions
        .OrderBy(s => s.DayNumber == 0 ? int.MaxValue : s.DayNumber).ThenBy(s => s.Half).ThenBy(s => s.Starts ?? TimeOnly.MinValue).ThenBy(s => s.Position).ThenBy(s => s.Id);
}
