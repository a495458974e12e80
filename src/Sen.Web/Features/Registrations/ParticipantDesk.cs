using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>What the organiser's hand did to several people at once: who it took effect on, and why not on the others.</summary>
public sealed record HandResult(IReadOnlyList<Guid> Changed, IReadOnlyList<(string Name, string Why)> Refused);

/// <summary>Where the organiser looks after the participants of a workshop. The limits hold here as on the form; every change can be taken back.</summary>
public sealed class ParticipantDesk(AppDb db, SeatOffice office, WaitingList waiting, RegistrationMails mails, Actor actor, Language language)
{
    /// <summary>Approves: to a seat, or to the end of the line where the limits do not admit them now.</summary>
    public Task<HandResult> ApproveAsync(Guid workshopId, IReadOnlyCollection<Guid> ids, CancellationToken ct) => EachAsync(workshopId, ids, [RegistrationState.AwaitingApproval], async (seats, r) =>
    {
        if (seats.Admits(r) && !await waiting.SomebodyIsBeforeAsync(seats, ct)) seats.Put(r, RegistrationState.Seated);
        else
        {
            r.QueueNumber ??= await waiting.NextNumberAsync(workshopId, ct);
            seats.Put(r, RegistrationState.Waiting);
            // The next number is read from the rows.
            await db.SaveChangesAsync(ct);
        }
        await mails.DecidedAsync(seats.Workshop, r, "", ct);
        return null;
    }, ct);

    public Task<HandResult> RejectAsync(Guid workshopId, IReadOnlyCollection<Guid> ids, string reason, CancellationToken ct) => EachAsync(workshopId, ids, [RegistrationState.AwaitingApproval, RegistrationState.Waiting], async (seats, r) =>
    {
        seats.Put(r, RegistrationState.Rejected);
        await mails.DecidedAsync(seats.Workshop, r, reason, ct);
        return null;
    }, ct, reason);

    /// <summary>Gives a seat to somebody in line before their turn, within the limits. The trail says who chose so.</summary>
    public Task<HandResult> SeatAsync(Guid workshopId, IReadOnlyCollection<Guid> ids, CancellationToken ct) => EachAsync(workshopId, ids,
        [RegistrationState.Waiting, RegistrationState.Offered, RegistrationState.Held, RegistrationState.Expired, RegistrationState.Declined, RegistrationState.Withdrawn], async (seats, r) =>
    {
        if (!Registration.TakesSeat(r.State) && seats.Book.Judge(Seatable.Of(r)) is { Admits: false } no) return no.Words(language);
        seats.Put(r, RegistrationState.Seated);
        await mails.DecidedAsync(seats.Workshop, r, "", ct);
        return null;
    }, ct);

    public Task<HandResult> WithdrawAsync(Guid workshopId, IReadOnlyCollection<Guid> ids, string reason, CancellationToken ct) => EachAsync(workshopId, ids,
        [RegistrationState.AwaitingApproval, RegistrationState.Held, RegistrationState.Seated, RegistrationState.Waiting, RegistrationState.Offered], async (seats, r) =>
    {
        seats.Put(r, RegistrationState.Withdrawn);
        await mails.DecidedAsync(seats.Workshop, r, reason, ct);
        return null;
    }, ct, reason);

    /// <summary>Says what kind of participant these people are. A guest who becomes a trainee needs a trainee's seat.</summary>
    public Task<HandResult> ChangeKindAsync(Guid workshopId, IReadOnlyCollection<Guid> ids, ParticipantKind kind, CancellationToken ct) => EachAsync(workshopId, ids, null, (seats, r) =>
    {
        if (seats.Reseat(r, Seatable.Of(r) with { Kind = kind }) is { } no) return Task.FromResult<string?>(no.Words(language));
        r.Kind = kind;
        return Task.FromResult<string?>(null);
    }, ct);

    /// <summary>Matches what somebody wrote to an agency of the register.</summary>
    public Task<HandResult> ChangeUnitAsync(Guid workshopId, Guid id, RegistrantUnit unit, CancellationToken ct) => EachAsync(workshopId, [id], null, (seats, r) =>
    {
        if (seats.Reseat(r, new Seatable(r.Kind, unit.ProvinceId, unit.KindId, unit.AgencyId)) is { } no) return Task.FromResult<string?>(no.Words(language));
        r.WorksAt(unit);
        return Task.FromResult<string?>(null);
    }, ct);

    public async Task<bool> NoteAsync(Guid workshopId, Guid id, string note, CancellationToken ct)
    {
        if (await db.Registrations.FirstOrDefaultAsync(r => r.WorkshopId == workshopId && r.Id == id, ct) is not { } registration) return false;
        registration.Note = note;
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>
    /// Takes the last change of state back, where nothing has changed since. A seat that went to somebody else meanwhile is not taken from
    /// them: the person then stands first in line.
    /// </summary>
    public Task<HandResult> UndoAsync(Guid workshopId, IReadOnlyCollection<Guid> ids, RegistrationState now, CancellationToken ct) => EachAsync(workshopId, ids, [now], async (seats, r) =>
    {
        if (r.StateBefore is not { } before) return language["Không còn gì để hoàn tác.", "There is nothing to take back."];
        string? why = null;
        if (before == RegistrationState.Waiting) r.QueueNumber ??= await waiting.NextNumberAsync(workshopId, ct);
        if (!Registration.TakesSeat(before) || Registration.TakesSeat(r.State))
            seats.Put(r, before, before is RegistrationState.Held or RegistrationState.Offered ? seats.KeptFor(RegistrationDesk.HeldFor) : null);
        else if (seats.Book.Judge(Seatable.Of(r)) is { Admits: false } no)
        {
            r.QueueNumber = await FirstInLineAsync(workshopId, ct);
            seats.Put(r, RegistrationState.Waiting);
            // The first of the line is read from the rows, and several may be taken back at once.
            await db.SaveChangesAsync(ct);
            why = no.Words(language) + " " + language["Người này nay đứng đầu danh sách chờ.", "This person now stands first in line."];
        }
        else seats.Put(r, before, before is RegistrationState.Seated ? null : seats.KeptFor(RegistrationDesk.HeldFor));
        await mails.TakenBackAsync(seats.Workshop, r, now, seats.Now, ct);
        return why;
    }, ct);

    /// <summary>Below every number ever given here: who left the line keeps theirs, and may come back to it.</summary>
    private async Task<long> FirstInLineAsync(Guid workshopId, CancellationToken ct) =>
        (await db.Registrations.Where(r => r.WorkshopId == workshopId).MinAsync(r => r.QueueNumber, ct) ?? 1) - 1;

    private Task<HandResult> EachAsync(Guid workshopId, IReadOnlyCollection<Guid> ids, RegistrationState[]? from, Func<OpenSeats, Registration, Task<string?>> change, CancellationToken ct, string? why = null) =>
        office.ChangeAsync(workshopId, async seats =>
        {
            if (!string.IsNullOrWhiteSpace(why)) actor.Because(why);
            var changed = new List<Guid>();
            var refused = new List<(string, string)>();
            // Ids of another workshop are not touched; in order of joining, as they would be by themselves.
            var rows = await db.Registrations.Where(r => r.WorkshopId == workshopId && ids.Contains(r.Id)).OrderBy(r => r.QueueNumber).ThenBy(r => r.CreatedAt).ThenBy(r => r.Id).ToListAsync(ct);
            var names = await db.Persons.Where(p => db.Registrations.Any(r => r.PersonId == p.Id && r.WorkshopId == workshopId && ids.Contains(r.Id))).ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
            foreach (var r in rows)
            {
                var no = r.DuplicateOfId is not null
                    ? language["Đăng ký này trùng với một đăng ký khác của cùng người, được giữ lại khi gộp.", "This registration doubles another of the same person, which stood when the two were merged."]
                    : from is not null && !from.Contains(r.State)
                    ? language[$"Đang ở trạng thái «{r.State.Words(language)}».", $"Is in the state “{r.State.Words(language)}”."]
                    : await change(seats, r);
                if (no is null) changed.Add(r.Id);
                else refused.Add((names[r.PersonId], no));
            }
            return new HandResult(changed, refused);
        }, ct);
}
