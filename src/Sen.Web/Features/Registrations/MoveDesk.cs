using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>Moves people from one workshop to another: both are locked, so nobody loses a seat here without having one there.</summary>
public sealed class MoveDesk(AppDb db, SeatOffice office, RegistrationMails mails, Language language)
{
    public Task<HandResult> MoveAsync(Guid from, Guid to, IReadOnlyCollection<Guid> ids, CancellationToken ct) => office.ChangeAsync([from, to], async open =>
    {
        var (here, there) = (open[0], open[1]);
        var changed = new List<Guid>();
        var refused = new List<(string, string)>();
        var rows = await db.Registrations.Where(r => r.WorkshopId == from && ids.Contains(r.Id))
            .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r, p.FullName }).OrderBy(x => x.r.CreatedAt).ThenBy(x => x.r.Id).ToListAsync(ct);
        foreach (var x in rows)
        {
            var next = await db.Registrations.FirstOrDefaultAsync(r => r.WorkshopId == to && r.PersonId == x.r.PersonId, ct);
            var no = !Registration.IsOpen(x.r.State) || x.r.State == RegistrationState.Recorded ? language[$"Đang ở trạng thái «{x.r.State.Words(language)}».", $"Is in the state “{x.r.State.Words(language)}”."]
                : next is not null && Registration.IsOpen(next.State) ? language["Đã có tên ở hội thảo kia.", "Is registered for the other workshop already."]
                : there.Book.Judge(Seatable.Of(x.r)) is { Admits: false } full ? full.Words(language) : null;
            if (no is not null)
            {
                refused.Add((x.FullName, no));
                continue;
            }
            if (next is null) db.Registrations.Add(next = x.r.For(to, there.Now));
            else next.TakeOver(x.r);
            there.Put(next, RegistrationState.Seated);
            here.Put(x.r, RegistrationState.Withdrawn);
            await mails.DecidedAsync(there.Workshop, next, "", ct);
            changed.Add(next.Id);
        }
        return new HandResult(changed, refused);
    }, ct);
}
