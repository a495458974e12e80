using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Programmes;

/// <summary>The workshops the outside world follows: all but drafts that have a recorded date, past and cancelled ones too. Calendars, feed, sitemap and API show the same.</summary>
public static class PublicWorkshops
{
    public static IQueryable<Workshop> Followed(this IQueryable<Workshop> workshops) => workshops.Where(w => w.Status != WorkshopStatus.Draft && w.StartsOn != null);

    /// <summary>With their agendas, the newest first.</summary>
    public static Task<List<Workshop>> WithAgendasAsync(AppDb db, CancellationToken ct) => db.Workshops.AsNoTracking().Followed()
        .Include(w => w.Sessions).AsSplitQuery().OrderByDescending(w => w.StartsOn).ThenBy(w => w.Code).ToListAsync(ct);
}
