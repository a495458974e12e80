namespace Sen.Web.Features.Programmes;

/// <summary>One day of an agenda in order. Number 0 holds what took place on a day that no source records.</summary>
public sealed record AgendaDay(int Number, DateOnly? Date, IReadOnlyList<AgendaSession> Sessions)
{
    public static IReadOnlyList<AgendaDay> Of(Workshop workshop) => [.. workshop.Sessions
        .GroupBy(s => s.DayNumber)
        .OrderBy(g => g.Key == 0 ? int.MaxValue : g.Key)
        .Select(g => new AgendaDay(g.Key, g.Key > 0 ? workshop.StartsOn?.AddDays(g.Key - 1) : null,
            [.. g.OrderBy(s => s.Half).ThenBy(s => s.Starts ?? TimeOnly.MinValue).ThenBy(s => s.Position)]))];
}
