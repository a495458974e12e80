using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes.Releases;

namespace Sen.Web.Features.Programmes;

/// <summary>The workshops the outside world follows: all but drafts that have a recorded date, past and cancelled ones too. Calendars, feed, sitemap and API show the same.</summary>
public static class PublicWorkshops
{
    public static IQueryable<Workshop> Followed(this IQueryable<Workshop> workshops) => workshops.Where(w => w.Status != WorkshopStatus.Draft && w.StartsOn != null);

    /// <summary>With their agendas, the newest first.</summary>
    public static async Task<List<Workshop>> WithAgendasAsync(AppDb db, CancellationToken ct)
    {
        var workshops = await db.Workshops.AsNoTracking().Followed().OrderByDescending(w => w.StartsOn).ThenBy(w => w.Code).ToListAsync(ct);
        await ReleasedAgenda.PutInAsync(db, workshops, ct);
        return workshops;
    }
}
