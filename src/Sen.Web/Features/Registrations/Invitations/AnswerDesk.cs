using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Invitations;

public enum Answered { Done, TooLate, PeopleStand, NotNow }

/// <summary>
/// What an agency says as a whole, and what the organiser decides about its invitation. Whoever declines or is done gives the kept seats
/// that are still empty to everybody at once; whoever takes that back gets as many again as are still free.
/// </summary>
public sealed class AnswerDesk(AppDb db, SeatOffice office, SeatGuard guard, InvitationLinks links, Platform.Audit.Actor actor, TimeProvider clock)
{
    public Task<Answered> DeclineAsync(Guid workshopId, Guid id, string reason, bool byHand, CancellationToken ct) => ChangeAsync(workshopId, id, byHand, async i =>
    {
        if (await NominatedAsync(i, ct) > 0) return Answered.PeopleStand;
        i.Says(InvitationAnswer.Declined, reason.Trim().Nfc(), clock.UtcNow());
        i.Release(clock.UtcNow());
        return Answered.Done;
    }, ct);

    public Task<Answered> FinishAsync(Guid workshopId, Guid id, bool byHand, CancellationToken ct) => ChangeAsync(workshopId, id, byHand, async i =>
    {
        if (await NominatedAsync(i, ct) == 0) return Answered.NotNow;
        i.Says(InvitationAnswer.Done, "", clock.UtcNow());
        i.Release(clock.UtcNow());
        return Answered.Done;
    }, ct);

    public Task<Answered> ReopenAsync(Guid workshopId, Guid id, bool byHand, CancellationToken ct) => ChangeAsync(workshopId, id, byHand, async i =>
    {
        if (i.Answer == InvitationAnswer.None) return Answered.NotNow;
        i.Says(InvitationAnswer.None, "", null);
        await KeepAgainAsync(i, ct);
        return Answered.Done;
    }, ct);

    /// <summary>The invitation is taken back; who has a seat keeps it, what was kept and is empty is everybody's.</summary>
    public Task<Answered> CancelAsync(Guid workshopId, Guid id, CancellationToken ct) => ChangeAsync(workshopId, id, byHand: true, async i =>
    {
        i.CancelledAt = clock.UtcNow();
        i.Release(clock.UtcNow());
        if (i.SentAt is not null && i.Email.Length > 0) InvitationMails.Cancelled(db, await LetterAsync(i, ct));
        return Answered.Done;
    }, ct);

    /// <summary>Another deadline for these agencies; those who have not answered are told. Returns for how many.</summary>
    public Task<int> ExtendAsync(Guid workshopId, IReadOnlyCollection<Guid> ids, DateTime deadline, CancellationToken ct) => office.ReplanAsync(workshopId, async () =>
    {
        var found = await db.Invitations.Where(i => i.WorkshopId == workshopId && ids.Contains(i.Id) && i.CancelledAt == null && i.Deadline != deadline).OrderBy(i => i.Id).ToListAsync(ct);
        foreach (var i in found)
        {
            await db.Entry(i).ReloadAsync(ct);
            i.Deadline = deadline;
            if (i.KeptSeats > 0 && i.Answer == InvitationAnswer.None)
            {
                if (i.ReleasedAt is null) i.Keep(i.KeptSeats, deadline);
                else await KeepAgainAsync(i, ct);
                await db.SaveChangesAsync(ct);
            }
            if (i.SentAt is null || i.Email.Length == 0 || i.Answer != InvitationAnswer.None || await NominatedAsync(i, ct) >= i.Seats) continue;
            InvitationMails.Extended(db, await LetterAsync(i, ct), links.Add(i.Id, Language.Vietnamese));
        }
        return found.Count;
    }, ct);

    public async Task<LetterText> LetterAsync(Invitation i, CancellationToken ct) => new(await db.InvitationBatches.AsNoTracking().SingleAsync(b => b.Id == i.BatchId, ct), i);

    public Task<int> NominatedAsync(Invitation i, CancellationToken ct) => db.Registrations.Where(Nominations.Stand).CountAsync(r => r.InvitationId == i.Id, ct);

    /// <summary>No more than is free now: seats given to others meanwhile stay theirs.</summary>
    private async Task KeepAgainAsync(Invitation i, CancellationToken ct)
    {
        if (i.KeptSeats == 0 || i.IsLate(clock.LocalNow())) return;
        var book = (await guard.LookAsync(i.WorkshopId, ct)).Book;
        var seated = await db.Registrations.CountAsync(r => r.InvitationId == i.Id && (r.State == RegistrationState.Seated || r.State == RegistrationState.Held || r.State == RegistrationState.Offered), ct);
        var room = book.Free is { } free ? Math.Max(0, free - book.Kept) : i.Seats;
        var again = Math.Min(i.Seats, seated + room);
        if (again > 0) i.Keep(again, i.Deadline);
    }

    private Task<Answered> ChangeAsync(Guid workshopId, Guid id, bool byHand, Func<Invitation, Task<Answered>> change, CancellationToken ct) => office.ReplanAsync(workshopId, async () =>
    {
        var invitation = await db.Invitations.SingleAsync(i => i.Id == id && i.WorkshopId == workshopId, ct);
        // Read before the lock, it may have changed since.
        await db.Entry(invitation).ReloadAsync(ct);
        actor.Because(invitation.AgencyName.Vi);
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(w => w.Id == workshopId, ct);
        if (invitation.CancelledAt is not null || workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Closed)) return Answered.NotNow;
        if (!byHand && invitation.IsLate(clock.LocalNow())) return Answered.TooLate;
        return await change(invitation);
    }, ct);
}

/// <summary>Which registrations count as nominated: still to come or seated.</summary>
public static class Nominations
{
    public static readonly System.Linq.Expressions.Expression<Func<Registration, bool>> Stand = r => r.InvitationId != null
        && (r.State == RegistrationState.AwaitingApproval || r.State == RegistrationState.Held || r.State == RegistrationState.Seated || r.State == RegistrationState.Waiting || r.State == RegistrationState.Offered || r.State == RegistrationState.Recorded);
}
