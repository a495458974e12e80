using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;

namespace Sen.Web.Features.Registrations;

/// <summary>Telephones and mailboxes with several people of one workshop behind them, counted for all workshops still to come at once.</summary>
public static class SharedContacts
{
    public static async Task<IReadOnlyDictionary<Guid, int>> ByWorkshopAsync(AppDb db, CancellationToken ct)
    {
        var open = db.Registrations.Open().Where(r => db.Workshops.Any(w => w.Id == r.WorkshopId && (w.Status == WorkshopStatus.Published || w.Status == WorkshopStatus.Closed)))
            .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r.WorkshopId, p.Phone, p.Email });
        var phones = await open.Where(x => x.Phone != null).GroupBy(x => new { x.WorkshopId, x.Phone }).Where(g => g.Count() > 1).Select(g => g.Key.WorkshopId).ToListAsync(ct);
        var mails = await open.Where(x => x.Email != null).GroupBy(x => new { x.WorkshopId, x.Email }).Where(g => g.Count() > 1).Select(g => g.Key.WorkshopId).ToListAsync(ct);
        return phones.Concat(mails).GroupBy(id => id).ToDictionary(g => g.Key, g => g.Count());
    }
}
