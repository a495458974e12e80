using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sen.Web.Data;
using Sen.Web.Features.Programmes.Releases;

namespace Sen.Web.Features.Programmes;

/// <summary>
/// Numbers what calendars are given of a workshop. A calendar takes a newer entry for an older one by its number alone, so every change
/// that it would show counts: of the workshop's row, and a release of its agenda. The number is raised in the
/// transaction of the change, in the row itself, and never falls.
/// </summary>
internal sealed record CalendarEdition(Guid WorkshopId, DateOnly? AnnouncedBefore, int DaysBefore)
{
    private static readonly string[] OfWorkshop = [nameof(Workshop.StartsOn), nameof(Workshop.EndsOn), nameof(Workshop.Status)];

    /// <summary>The workshops whose entries the pending changes touch, in one order for everybody.</summary>
    public static IReadOnlyList<CalendarEdition> Of(ChangeTracker tracker, DateTime now)
    {
        var touched = new Dictionary<Guid, CalendarEdition>();
        foreach (var added in tracker.Entries<Workshop>().Where(e => e.State == EntityState.Added)) added.Property(w => w.CalendarChangedAt).CurrentValue = now;
        foreach (var release in tracker.Entries<AgendaRelease>().Where(e => e.State == EntityState.Added))
            touched.TryAdd(release.Entity.WorkshopId, new(release.Entity.WorkshopId, null, 0));
        foreach (var workshop in tracker.Entries<Workshop>().Where(e => e.State == EntityState.Modified))
        {
            if (!Differs(workshop, OfWorkshop) && !Differs(workshop, w => w.Title, w => w.City, w => w.Venue)) continue;
            var (start, status) = (workshop.Property(w => w.StartsOn), workshop.Property(w => w.Status).OriginalValue);
            var moved = start.OriginalValue != start.CurrentValue && status is WorkshopStatus.Published or WorkshopStatus.Closed;
            var days = status == WorkshopStatus.Draft ? 0 : WorkshopDays.Count(start.OriginalValue, workshop.Property(w => w.EndsOn).OriginalValue, 0);
            touched[workshop.Entity.Id] = new(workshop.Entity.Id, moved ? start.OriginalValue : null, days);
        }
        return [.. touched.Values.OrderBy(t => t.WorkshopId)];
    }

    /// <summary>Raises the number once the change itself is written.</summary>
    public async Task WriteAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var row = await db.Workshops.AsNoTracking().Where(w => w.Id == WorkshopId)
            .Select(w => new { w.Status, w.StartsOn, w.EndsOn, w.StartsOnBefore }).FirstOrDefaultAsync(ct);
        if (row is null) return;
        var lastDay = (await ReleasedAgenda.OfAsync(db, WorkshopId, ct))?.Sessions.Select(s => s.DayNumber).DefaultIfEmpty().Max() ?? 0;
        var days = Math.Max(DaysBefore, row.Status == WorkshopStatus.Draft ? 0 : WorkshopDays.Count(row.StartsOn, row.EndsOn, lastDay));
        var before = row.StartsOnBefore ?? AnnouncedBefore;
        if (before == row.StartsOn) before = null;
        await db.Workshops.Where(w => w.Id == WorkshopId).ExecuteUpdateAsync(s => s
            .SetProperty(w => w.CalendarNumber, w => w.CalendarNumber + 1)
            .SetProperty(w => w.CalendarChangedAt, now)
            .SetProperty(w => w.CalendarDays, w => w.CalendarDays < days ? days : w.CalendarDays)
            .SetProperty(w => w.StartsOnBefore, before), ct);
        if (db.Workshops.Local.FindEntry(WorkshopId) is not { } known) return;
        var written = await db.Workshops.AsNoTracking().Where(w => w.Id == WorkshopId).Select(w => new { w.CalendarNumber, w.CalendarChangedAt, w.CalendarDays, w.StartsOnBefore }).SingleAsync(ct);
        Know(known.Property(w => w.CalendarNumber), written.CalendarNumber);
        Know(known.Property(w => w.CalendarChangedAt), written.CalendarChangedAt);
        Know(known.Property(w => w.CalendarDays), written.CalendarDays);
        Know(known.Property(w => w.StartsOnBefore), written.StartsOnBefore);
    }

    /// <summary>As if it had been read: no change of anybody's.</summary>
    private static void Know<T>(PropertyEntry<Workshop, T> property, T value)
    {
        (property.CurrentValue, property.OriginalValue) = (value, value);
        property.IsModified = false;
    }

    private static bool Differs(EntityEntry entry, string[] names) => Array.Exists(names, n => !Equals(entry.Property(n).OriginalValue, entry.Property(n).CurrentValue));

    private static bool Differs<T>(EntityEntry<T> entry, params System.Linq.Expressions.Expression<Func<T, Platform.Languages.Bilingual?>>[] texts)
        where T : class => Array.Exists(texts, t => entry.ComplexProperty(t).Properties.Any(p => !Equals(p.OriginalValue, p.CurrentValue)));
}
