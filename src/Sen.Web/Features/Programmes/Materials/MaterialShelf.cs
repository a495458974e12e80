using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>A material with the version that is given out, and the wall time from when on it is.</summary>
public sealed record ShelfItem(Material Material, MaterialVersion Version, DateTime ThereFrom);

/// <summary>The materials of one session, its topic's among them; without a session those of the workshop as a whole.</summary>
public sealed record ShelfPlace(AgendaSession? Session, IReadOnlyList<ShelfItem> Items);

/// <summary>Which papers of a workshop somebody may see now, in the order of its released agenda.</summary>
public sealed class MaterialShelf(AppDb db, TimeProvider clock)
{
    public async Task<IReadOnlyList<ShelfPlace>> LookAsync(Workshop workshop, ReleasedAgenda? agenda, MaterialAudience reader, CancellationToken ct)
    {
        if (reader == MaterialAudience.Public && !workshop.IsPublic) return [];
        var may = Enum.GetValues<MaterialAudience>().Where(a => a <= reader).ToList();
        var rows = await db.Materials.AsNoTracking()
            .Where(m => m.RemovedAt == null && may.Contains(m.Audience) && (m.WorkshopId == workshop.Id || (m.WorkshopId == null && m.ProgrammeId == workshop.ProgrammeId)))
            .Join(db.MaterialVersions, m => new { m.Id, Number = m.CurrentNumber }, v => new { Id = v.MaterialId, v.Number }, (m, v) => new { m, v })
            .OrderBy(x => x.m.Position).ThenBy(x => x.m.Id).ToListAsync(ct);
        if (rows.Count == 0) return [];
        var now = clock.LocalNow();
        var sessions = AgendaDay.InOrder(agenda?.Sessions ?? []).ToList();
        var items = rows.ConvertAll(x => (Item: new ShelfItem(x.m, x.v, ThereFrom(x.m, workshop, sessions)), Home: Home(x.m, sessions)));
        // Staff see at their desk what is still to come; here everybody sees what is there.
        items.RemoveAll(i => i.Item.ThereFrom > now || i.Home is null);
        var places = new List<ShelfPlace>();
        Add(null, i => i.Home == Guid.Empty);
        foreach (var session in sessions) Add(session, i => i.Home == session.Id);
        return places;

        void Add(AgendaSession? session, Func<(ShelfItem Item, Guid? Home), bool> here)
        {
            var some = items.Where(here).Select(i => i.Item).ToList();
            if (some.Count > 0) places.Add(new(session, some));
        }
    }

    /// <summary>Whether somebody may open this one now; null where not, as where there is none.</summary>
    public async Task<ShelfItem?> FindAsync(Workshop workshop, Guid id, MaterialAudience reader, CancellationToken ct) =>
        (await LookAsync(workshop, await ReleasedAgenda.OfAsync(db, workshop.Id, ct), reader, ct)).SelectMany(p => p.Items).FirstOrDefault(i => i.Material.Id == id);

    /// <summary>
    /// The session it stands under: its own, or the first of its topic; empty for the workshop as a whole. Null for a session or topic the
    /// released agenda does not have: it comes out with that.
    /// </summary>
    private static Guid? Home(Material m, List<AgendaSession> sessions)
    {
        if (m.SessionId is { } session) return sessions.Exists(s => s.Id == session) ? session : null;
        if (m.TopicId is { } topic) return sessions.Find(s => s.TopicId == topic)?.Id;
        return m.WorkshopId is null ? null : Guid.Empty;
    }

    /// <summary>Wall time from when on it is there. A session without a time begins with its day; a day that is not known has not come before the workshop was held.</summary>
    private static DateTime ThereFrom(Material m, Workshop workshop, List<AgendaSession> sessions)
    {
        if (m.Moment == MaterialMoment.AtOnce || workshop.Status == WorkshopStatus.Held) return DateTime.MinValue;
        if (workshop.StartsOn is not { } first) return DateTime.MaxValue;
        if (m.Moment == MaterialMoment.AfterWorkshop) return (workshop.EndsOn ?? first).AddDays(1).ToDateTime(TimeOnly.MinValue);
        var session = Home(m, sessions) is { } home && home != Guid.Empty ? sessions.Find(s => s.Id == home) : null;
        if (session is null) return first.ToDateTime(TimeOnly.MinValue);
        return session.DayNumber == 0 ? DateTime.MaxValue : first.AddDays(session.DayNumber - 1).ToDateTime(session.Starts ?? TimeOnly.MinValue);
    }
}
