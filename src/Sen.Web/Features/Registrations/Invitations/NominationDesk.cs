using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>What came of nominating somebody.</summary>
public abstract record Nominated
{
    public sealed record Seated(Registration Registration) : Nominated;
    public sealed record InLine(Registration Registration, string Why) : Nominated;
    public sealed record Refused(string Why) : Nominated;
}

/// <summary>
/// Where an agency names its people. A nominee takes a seat kept for the agency, or for their province or kind, or a free one, by the same
/// rules as everybody; whom the agency names beyond its seats stands in line. Inviting is approving: nobody approves again.
/// </summary>
public sealed class NominationDesk(AppDb db, SeatOffice office, WaitingList waiting, PersonRegister people, RegistrationMails mails, Actor actor, Language language)
{
    /// <param name="insteadOf">The nominee whose place this one takes, whatever it is: a seat, an offer, a place in line.</param>
    public Task<Nominated> NominateAsync(Invitation to, RegistrationEntry entry, Guid? insteadOf, bool byHand, CancellationToken ct) => office.ChangeAsync<Nominated>(to.WorkshopId, async seats =>
    {
        var invitation = await BecauseAsync(to, ct);
        if (WhyNot(invitation, seats, insteadOf is not null, byHand, language) is { } no) return new Nominated.Refused(no);
        var mine = await db.Registrations.Where(r => r.InvitationId == invitation.Id && r.WorkshopId == invitation.WorkshopId).ToListAsync(ct);
        foreach (var r in mine) await db.Entry(r).ReloadAsync(ct);
        var old = insteadOf is null ? null : mine.FirstOrDefault(r => r.Id == insteadOf && Registration.IsOpen(r.State) && r.State != RegistrationState.Recorded);
        if (insteadOf is not null && old is null) return new Nominated.Refused(language["Người được thay không còn trong danh sách. Xin xem lại danh sách dưới đây.", "The person to be replaced is no longer on the list. Please look at it again."]);

        var agency = await db.Agencies.FirstOrDefaultAsync(a => a.Id == invitation.AgencyId, ct);
        var unit = new RegistrantUnit(invitation.AgencyName.Vi, invitation.AgencyId, invitation.AgencyKindId, invitation.ProvinceId);
        var person = await people.FindOrAddAsync(entry.Name, entry.Phone, entry.Email, p => (p.Honorific, p.Sex, p.Position, p.AgencyText, p.ProvinceId) = (entry.Honorific, entry.Sex, entry.Position, unit.Name, unit.ProvinceId), agency, ct);
        var known = await db.Registrations.FirstOrDefaultAsync(r => r.WorkshopId == invitation.WorkshopId && r.PersonId == person.Id, ct);
        if (known is not null && (Registration.IsOpen(known.State) || (known.State == RegistrationState.Rejected && !byHand))) return Known(invitation, known, insteadOf);

        var registration = known ?? new Registration { WorkshopId = invitation.WorkshopId, PersonId = person.Id, TicketNumber = TicketNumber.New(), CreatedAt = seats.Now, State = RegistrationState.Waiting };
        registration.Describe(entry, unit);
        registration.InvitationId = invitation.Id;
        registration.Email = entry.Email is { } written && !string.Equals(written, person.Email, StringComparison.OrdinalIgnoreCase) ? written : null;
        if (known is null) db.Registrations.Add(registration);
        var why = old is null ? await PlaceAsync(seats, invitation, registration, mine.Count(r => Registration.IsOpen(r.State)), ct) : TakePlace(seats, old, registration);
        if (known is null) registration.Begins();
        if (why is { Refused: true })
        {
            // Nothing of it is kept, not even a person who is new.
            if (known is null) db.Entry(registration).State = EntityState.Detached;
            else await db.Entry(known).ReloadAsync(ct);
            if (db.Entry(person).State == EntityState.Added) db.Entry(person).State = EntityState.Detached;
            return new Nominated.Refused(why.Value.Words!);
        }
        if (old is not null) await mails.ReplacedAsync(seats.Workshop, old, invitation.AgencyName, ct);
        await mails.NominatedAsync(seats.Workshop, registration, invitation.AgencyName, why?.Words, ct);
        // Naming somebody takes back «we are done» only where it says more than was said before.
        if (old is null && invitation.Answer == InvitationAnswer.Done) invitation.Says(InvitationAnswer.None, "", null);
        return registration.State == RegistrationState.Waiting ? new Nominated.InLine(registration, why?.Words ?? "") : new Nominated.Seated(registration);
    }, ct);

    /// <summary>Takes a nominee back; the seat is the agency's again while it is kept. False: not one of theirs, or too late.</summary>
    public Task<bool> WithdrawAsync(Invitation to, Guid registrationId, bool byHand, CancellationToken ct) => office.ChangeAsync(to.WorkshopId, async seats =>
    {
        var invitation = await BecauseAsync(to, ct);
        var r = await db.Registrations.FirstOrDefaultAsync(x => x.Id == registrationId && x.InvitationId == invitation.Id, ct);
        if (r is null) return false;
        await db.Entry(r).ReloadAsync(ct);
        if (!Registration.IsOpen(r.State) || r.State == RegistrationState.Recorded) return false;
        if (!byHand && !OwnRegistrationDesk.MayChange(seats.Workshop, seats.Plan, seats.LocalNow)) return false;
        seats.Put(r, RegistrationState.Withdrawn);
        await mails.DecidedAsync(seats.Workshop, r, "", ct);
        return true;
    }, ct);

    /// <summary>Why this agency cannot name anybody now; null where it can.</summary>
    public static string? WhyNot(Invitation invitation, OpenSeats seats, bool replacing, bool byHand, Language l)
    {
        var workshop = seats.Workshop;
        if (invitation.CancelledAt is not null) return l["Ban tổ chức đã thôi lời mời này.", "The organisers have withdrawn this invitation."];
        if (workshop.Status == WorkshopStatus.Cancelled) return l["Hội thảo đã hủy.", "The workshop is cancelled."];
        if (workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Closed) || seats.HasBegun) return l["Hội thảo đã bắt đầu hoặc đã kết thúc: xin báo trực tiếp với ban tổ chức.", "The workshop has begun or is over: please speak to the organisers."];
        if (byHand) return null;
        if (replacing) return OwnRegistrationDesk.MayChange(workshop, seats.Plan, seats.LocalNow) ? null : l["Đã quá hạn thay người: xin báo trực tiếp với ban tổ chức.", "It is too late to replace somebody here: please speak to the organisers."];
        if (invitation.Answer == InvitationAnswer.Declined) return l["Cơ quan đã báo không cử được. Nhấn «Đổi ý, sẽ cử người» trước.", "Your agency has declined. Press “We have changed our mind” first."];
        return invitation.IsLate(seats.LocalNow) && !workshop.TakesRegistrations(seats.LocalNow)
            ? l["Đã quá hạn trả lời và hội thảo không còn nhận đăng ký. Người đã đề cử vẫn thay được.", "The deadline has passed and registration is closed. Nominees can still be replaced."] : null;
    }

    private readonly record struct Placed(string? Words, bool Refused);

    private async Task<Placed?> PlaceAsync(OpenSeats seats, Invitation invitation, Registration registration, int nominated, CancellationToken ct)
    {
        var who = Seatable.Of(registration);
        var verdict = seats.Book.Judge(who);
        var beyond = nominated >= invitation.Seats;
        // A seat kept for them is theirs whoever waits; any other goes by the line.
        if (!beyond && verdict.Admits && (seats.Book.IsKeptFor(who) || !await waiting.SomebodyIsBeforeAsync(seats, ct)))
        {
            seats.Put(registration, RegistrationState.Seated);
            return null;
        }
        registration.QueueNumber = await waiting.NextNumberAsync(seats.Workshop.Id, ct);
        seats.Put(registration, RegistrationState.Waiting);
        return new(beyond
            ? language[$"Cơ quan đã đề cử đủ {invitation.Seats} chỗ; người thêm đứng trong danh sách chờ.", $"Your agency has filled its {invitation.Seats} {(invitation.Seats == 1 ? "seat" : "seats")}; whoever is added stands on the waiting list."]
            : verdict.Admits ? language["Có người đứng trước trong danh sách chờ.", "Others are before them on the waiting list."] : verdict.Words(language), false);
    }

    /// <summary>The old one's place goes to the new one in one step: no moment in which somebody else could take it.</summary>
    private static Placed? TakePlace(OpenSeats seats, Registration old, Registration registration)
    {
        var (state, until, queue) = (old.State is RegistrationState.Held or RegistrationState.AwaitingApproval ? RegistrationState.Seated : old.State, old.SeatKeptUntil, old.QueueNumber);
        if (Registration.TakesSeat(old.State) != Registration.TakesSeat(state)) state = old.State;
        var (before, after) = (Seatable.Of(old), Seatable.Of(registration));
        if (Registration.TakesSeat(state) && before != after)
        {
            // Somebody moved the old one to another unit meanwhile: the new one's limits are asked with the old one's seat free.
            seats.Book.Leave(before);
            var verdict = seats.Book.Judge(after);
            seats.Book.Take(before);
            if (!verdict.Admits) return new(verdict.Words(new Language(registration.Lang)), true);
        }
        seats.Put(old, RegistrationState.Withdrawn);
        old.QueueNumber = null;
        registration.QueueNumber = queue;
        seats.Put(registration, state, Registration.TakesSeat(state) && state != RegistrationState.Seated ? until : null);
        return null;
    }

    private Nominated Known(Invitation invitation, Registration known, Guid? insteadOf)
    {
        if (known.InvitationId == invitation.Id) return new Nominated.Refused(language["Người này đã được đề cử rồi.", "This person is nominated already."]);
        // Who registered by themselves and is now named by their agency is one of its people; the seat is the one they have.
        if (known.AgencyId == invitation.AgencyId && known.State != RegistrationState.Rejected && insteadOf is null)
        {
            known.InvitationId = invitation.Id;
            return known.State == RegistrationState.Waiting ? new Nominated.InLine(known, language["Người này đã tự đăng ký và đang chờ.", "They registered by themselves and are waiting."]) : new Nominated.Seated(known);
        }
        return new Nominated.Refused(language["Người này đã có tên trong hội thảo. Nếu cần, xin hỏi ban tổ chức.", "This person is on the workshop’s list already. Please ask the organisers if need be."]);
    }

    /// <summary>Read anew under the lock; the trail says under which letter it was done.</summary>
    private async Task<Invitation> BecauseAsync(Invitation to, CancellationToken ct)
    {
        var invitation = await db.Invitations.SingleAsync(i => i.Id == to.Id, ct);
        var number = await db.InvitationBatches.Where(b => b.Id == invitation.BatchId).Select(b => b.Number).SingleAsync(ct);
        actor.Because($"Giấy mời {number}, {invitation.AgencyName.Vi}");
        return invitation;
    }
}
