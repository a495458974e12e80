using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>
/// The agenda as it was released: the one place where public pages, private pages, calendars, feeds and the API learn it.
/// <see cref="Workshop.Sessions"/> is the organisers' working draft and is shown to nobody else.
/// </summary>
public sealed record ReleasedAgenda(Guid WorkshopId, int Number, DateTime ReleasedAt, DateOnly? FirstDay, Bilingual Note, IReadOnlyList<AgendaSession> Sessions)
{
    /// <summary>The latest release of a workshop; null where none was made yet.</summary>
    public static async Task<ReleasedAgenda?> OfAsync(AppDb db, Guid workshopId, CancellationToken ct) =>
        await Rows(db, workshopId).FirstOrDefaultAsync(ct) is { } row ? Read(row) : null;

    /// <summary>The latest releases of several workshops, in one query.</summary>
    public static async Task<IReadOnlyDictionary<Guid, ReleasedAgenda>> OfAsync(AppDb db, IReadOnlyCollection<Guid> workshopIds, CancellationToken ct) =>
        (await db.AgendaReleases.AsNoTracking()
            .Where(r => workshopIds.Contains(r.WorkshopId) && !db.AgendaReleases.Any(n => n.WorkshopId == r.WorkshopId && n.Number > r.Number)).ToListAsync(ct))
        .ToDictionary(r => r.WorkshopId, Read);

    /// <summary>The latest release with what it changed.</summary>
    public static async Task<(ReleasedAgenda? Latest, IReadOnlyList<AgendaChange> Changes)> WithChangesAsync(AppDb db, Guid workshopId, CancellationToken ct)
    {
        var rows = await Rows(db, workshopId).Take(2).ToListAsync(ct);
        return rows.Count == 0 ? (null, []) : (Read(rows[0]), rows.Count == 1 ? [] : AgendaChanges.Between(Read(rows[1]), Read(rows[0])));
    }

    /// <summary>Gives workshops that were read without their sessions those that were released, as outsiders know them.</summary>
    public static async Task PutInAsync(AppDb db, IReadOnlyCollection<Workshop> workshops, CancellationToken ct)
    {
        var released = await OfAsync(db, [.. workshops.Select(w => w.Id)], ct);
        foreach (var workshop in workshops)
            if (released.TryGetValue(workshop.Id, out var agenda)) workshop.Sessions.AddRange(agenda.Sessions);
    }

    /// <summary>By day, with the dates the workshop has now.</summary>
    public IReadOnlyList<AgendaDay> DaysOf(Workshop workshop) => AgendaDay.Of(Sessions, workshop.StartsOn);

    /// <summary>A draft in the same shape, so that the two can be compared.</summary>
    public static ReleasedAgenda OfDraft(Workshop workshop, IReadOnlyList<AgendaSession> sessions, DateTime now) =>
        new(workshop.Id, 0, now, workshop.StartsOn, Bilingual.Empty, [.. AgendaDay.InOrder(sessions)]);

    internal static ReleasedAgenda Read(AgendaRelease row) => new(row.WorkshopId, row.Number, row.ReleasedAt, row.FirstDay, row.Note, AgendaText.Read(row.WorkshopId, row.Content));

    private static IOrderedQueryable<AgendaRelease> Rows(AppDb db, Guid workshopId) =>
        db.AgendaReleases.AsNoTracking().Where(r => r.WorkshopId == workshopId).OrderByDescending(r => r.Number);
}
