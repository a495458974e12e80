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
            var next = await db.Registrations.FirstOrDefaultAsync(r => r.WorkshopId == to && r.PersonId == x.r.PersonId && r.DuplicateOfId == null, ct);
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
            await mails.DecidedAsync(there.Workshop, next, "", ct, left: x.r);
            changed.Add(next.Id);
        }
        return new HandResult(changed, refused);
    }, ct);

    /// <summary>
    /// Takes a move back in one transaction: away there, as they were here. Who moved on since stays, and so does whoever would come back
    /// to a hall that has no seat for them any more: they keep the one they have.
    /// </summary>
    /// <param name="moved">The registrations in the other workshop.</param>
    public Task<HandResult> BackAsync(Guid from, Guid to, IReadOnlyCollection<Guid> moved, CancellationToken ct) => office.ChangeAsync([from, to], async open =>
    {
        var (here, there) = (open[0], open[1]);
        var changed = new List<Guid>();
        var refused = new List<(string, string)>();
        var rows = await db.Registrations.Where(r => r.WorkshopId == to && moved.Contains(r.Id))
            .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r, p.FullName }).OrderBy(x => x.r.CreatedAt).ThenBy(x => x.r.Id).ToListAsync(ct);
        foreach (var x in rows)
        {
            var mine = await db.Registrations.FirstOrDefaultAsync(r => r.WorkshopId == from && r.PersonId == x.r.PersonId && r.DuplicateOfId == null, ct);
            var no = mine?.StateBefore is not { } before || mine.State != RegistrationState.Withdrawn || x.r.State != RegistrationState.Seated
                ? language["Đã có thay đổi khác sau lần chuyển này.", "Something else has changed since the move."]
                : Registration.TakesSeat(before) && here.Book.Judge(Seatable.Of(mine)) is { Admits: false } full ? full.Words(language) + " " + language["Người này vẫn có chỗ ở hội thảo kia.", "They keep their seat at the other workshop."] : null;
            if (no is not null)
            {
                refused.Add((x.FullName, no));
                continue;
            }
            there.Put(x.r, x.r.StateBefore is { } ended && !Registration.IsOpen(ended) ? ended : RegistrationState.Withdrawn);
            // Told of the seat there, so the one here is theirs without another link to follow.
            here.Put(mine!, mine!.StateBefore is { } state && !Registration.TakesSeat(state) ? state : RegistrationState.Seated);
            if (!await mails.TakenBackAsync(there.Workshop, x.r, RegistrationState.Seated, there.Now, ct)) await mails.DecidedAsync(here.Workshop, mine, "", ct, left: x.r);
            changed.Add(mine.Id);
        }
        return new HandResult(changed, refused);
    }, ct);
}
