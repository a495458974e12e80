using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Programmes;

/// <summary>The programmes' order is the usual one: grouped, the newest programme first, its workshops in sequence.</summary>
public enum WorkshopOrder { Programme, Date, Title }

/// <summary>What is asked of the list of workshops; the page and its exports ask the same.</summary>
public sealed record WorkshopFilter(string Text, WorkshopState? State, int? Year, string ProgrammeCode, WorkshopOrder Order)
{
    public bool IsFiltered => Text.Length > 0 || State is not null || Year is not null || ProgrammeCode.Length > 0;
}

public sealed record WorkshopSeries(Guid Id, string Code, Bilingual Title, Bilingual Aim, int? FromYear, int? ToYear, bool MayManage);

public sealed record WorkshopLine(Guid Id, string Code, WorkshopSeries Series, Bilingual Title, Bilingual Summary, Bilingual Region, Bilingual City, Bilingual Venue,
    DateOnly? StartsOn, DateOnly? EndsOn, int? Capacity, int SeatsTaken, WorkshopState State)
{
    /// <summary>Seats still to be had; null where none are being given.</summary>
    public int? SeatsLeft => State is WorkshopState.Open or WorkshopState.Full && Capacity is { } seats ? Math.Max(0, seats - SeatsTaken) : null;

    /// <summary>Where no date is recorded, the years of its programme are all that is known.</summary>
    public IEnumerable<int> Years => (StartsOn ?? EndsOn) is { } day ? [day.Year]
        : Series.FromYear is { } from ? Enumerable.Range(from, Math.Clamp((Series.ToYear ?? from) - from + 1, 1, 20)) : [];

    /// <summary>Whether each of the folded words begins one of its own.</summary>
    internal bool Has(IReadOnlyList<string> words)
    {
        if (words.Count == 0) return true;
        var key = " " + SearchKey.Of($"{Title.Vi} {Title.En} {City.Vi} {City.En} {Region.Vi} {Region.En} {Venue.Vi} {Venue.En} {Series.Title.Vi} {Series.Title.En} {Code}");
        return words.All(w => key.Contains(" " + w, StringComparison.Ordinal));
    }
}

/// <summary>
/// The workshops somebody may see, from two queries however many there are. They are searched in memory: a country has hundreds, and
/// their words would need columns of their own in both engines.
/// </summary>
public sealed class WorkshopList
{
    private WorkshopList(IReadOnlyList<WorkshopSeries> series, IReadOnlyList<WorkshopLine> all) => (Series, All) = (series, all);

    public IReadOnlyList<WorkshopSeries> Series { get; }
    public IReadOnlyList<WorkshopLine> All { get; }

    /// <summary>The public sees all but drafts; staff see the drafts they may work on.</summary>
    public static async Task<WorkshopList> SeenByAsync(AppDb db, Standing? standing, DateTime now, CancellationToken ct)
    {
        var workshops = await db.Workshops.AsNoTracking().OrderBy(w => w.Sequence).ThenBy(w => w.Code).Where(w => standing != null || w.Status != WorkshopStatus.Draft)
            .Select(w => new { w.Id, w.Code, w.ProgrammeId, w.Title, w.Summary, w.Region, w.City, w.Venue, w.StartsOn, w.EndsOn, w.Capacity, w.SeatsTaken, w.Status, w.RegistrationOpens, w.RegistrationCloses })
            .ToListAsync(ct);
        var programmes = await db.Programmes.AsNoTracking().OrderByDescending(p => p.FromYear).ThenBy(p => p.Code)
            .Select(p => new { p.Id, p.Code, p.Title, p.Aim, p.FromYear, p.ToYear }).ToListAsync(ct);
        var seen = workshops.Where(w => w.Status != WorkshopStatus.Draft || standing?.MayOrganise(w.Id, w.ProgrammeId) == true).ToLookup(w => w.ProgrammeId);
        List<WorkshopSeries> series = [.. programmes.Select(p => new WorkshopSeries(p.Id, p.Code, p.Title, p.Aim, p.FromYear, p.ToYear, standing?.MayManageProgramme(p.Id) == true))
            .Where(p => p.MayManage || seen.Contains(p.Id))];
        return new(series, [.. series.SelectMany(p => seen[p.Id], (p, w) => new WorkshopLine(w.Id, w.Code, p, w.Title, w.Summary, w.Region, w.City, w.Venue, w.StartsOn, w.EndsOn, w.Capacity, w.SeatsTaken,
            WorkshopStates.Of(w.Status, w.StartsOn, w.EndsOn, w.RegistrationOpens, w.RegistrationCloses, w.Capacity, w.SeatsTaken, now)))]);
    }

    public IReadOnlyList<WorkshopLine> Of(WorkshopFilter question, Language l)
    {
        var words = SearchKey.Of(question.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // Words that leave nothing to look for («!!») find nothing rather than everything.
        if (words.Length == 0 && question.Text.Length > 0) return [];
        var found = All.Where(w => w.Has(words)
            && (question.State is not { } state || w.State == state)
            && (question.Year is not { } year || w.Years.Contains(year))
            && (question.ProgrammeCode.Length == 0 || w.Series.Code == question.ProgrammeCode));
        return question.Order switch
        {
            WorkshopOrder.Date => [.. found.OrderByDescending(w => w.StartsOn ?? w.EndsOn ?? DateOnly.MinValue)],
            WorkshopOrder.Title => [.. found.OrderBy(w => SortKey.Of(l.Plain(w.Title)), StringComparer.Ordinal)],
            _ => [.. found],
        };
    }
}
