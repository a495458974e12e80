namespace Sen.Web.Features.Programmes;

/// <summary>The days of a workshop that are recorded: to its last day, or, where that is not recorded, to the last day its agenda has.</summary>
public static class WorkshopDays
{
    public static int Count(DateOnly? starts, DateOnly? ends, int lastOfAgenda) =>
        starts is not { } first ? 0 : ends is { } last ? Math.Max(1, last.DayNumber - first.DayNumber + 1) : Math.Max(1, lastOfAgenda);
}
