using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

public enum OwnChange { Done, NowWaiting, TooLate, NotNow }

/// <summary>What a person does with their own registration, behind the private link.</summary>
public sealed class OwnRegistrationDesk(AppDb db, SeatOffice office, RegistrationDesk desk, RegistrationMails mails, TimeProvider clock)
{
    /// <summary>The link in the mail was followed: a held seat is theirs. Following it again changes nothing.</summary>
    public Task<OwnChange> ConfirmAsync(Registration own, CancellationToken ct) => ChangeAsync(own, async (seats, r) =>
    {
        if (r.State != RegistrationState.Held) return OwnChange.NotNow;
        seats.Put(r, RegistrationState.Seated);
        // Proven by the mailbox: what the form said of their work is theirs to say.
        if (r.Email is null && await db.Persons.FindAsync([r.PersonId], ct) is { } person) person.WorksAt(r.Position, r.AgencyId, r.AgencyName, r.ProvinceId);
        await mails.ConfirmedAsync(seats.Workshop, r, ct);
        return OwnChange.Done;
    }, ct);

    public Task<OwnChange> AcceptAsync(Registration own, CancellationToken ct) => ChangeAsync(own, async (seats, r) =>
    {
        // An offer that ran out a moment ago was expired when the seats were opened.
        if (r.State == RegistrationState.Seated) return OwnChange.Done;
        if (r.State != RegistrationState.Offered) return OwnChange.TooLate;
        seats.Put(r, RegistrationState.Seated);
        await mails.ConfirmedAsync(seats.Workshop, r, ct);
        return OwnChange.Done;
    }, ct);

    public Task<OwnChange> DeclineAsync(Registration own, CancellationToken ct) => ChangeAsync(own, (seats, r) =>
    {
        if (r.State != RegistrationState.Offered) return Task.FromResult(OwnChange.TooLate);
        seats.Put(r, RegistrationState.Declined);
        return Task.FromResult(OwnChange.Done);
    }, ct);

    public Task<OwnChange> WithdrawAsync(Registration own, CancellationToken ct) => ChangeAsync(own, async (seats, r) =>
    {
        if (!Registration.IsOpen(r.State) || r.State == RegistrationState.Recorded) return OwnChange.NotNow;
        if (!MayChange(seats.Workshop, seats.Plan, seats.LocalNow)) return OwnChange.TooLate;
        seats.Put(r, RegistrationState.Withdrawn);
        await mails.DecidedAsync(seats.Workshop, r, "", ct);
        return OwnChange.Done;
    }, ct);

    /// <summary>Back after an expired, declined or withdrawn registration: as a new one would be, at the end of the line if there is one.</summary>
    public Task<OwnChange> ComeBackAsync(Registration own, CancellationToken ct) => ChangeAsync(own, async (seats, r) =>
    {
        if (r.State is not (RegistrationState.Expired or RegistrationState.Declined or RegistrationState.Withdrawn)) return OwnChange.NotNow;
        if (!seats.Workshop.TakesRegistrations(seats.LocalNow)) return OwnChange.TooLate;
        await desk.PlaceAsync(seats, r, byHand: false, ct);
        // They are behind their own link already, so a held seat needs no second mail.
        if (r.State == RegistrationState.Held)
        {
            seats.Put(r, RegistrationState.Seated);
            await mails.ConfirmedAsync(seats.Workshop, r, ct);
        }
        return r.State == RegistrationState.Waiting ? OwnChange.NowWaiting : OwnChange.Done;
    }, ct);

    /// <summary>
    /// Corrects what the registration says. A change of agency or province that the limits do not admit leaves the seat and everything
    /// else as it was.
    /// </summary>
    public Task<(OwnChange Change, SeatVerdict? Verdict)> DescribeAsync(Registration own, RegistrationEntry entry, RegistrantUnit unit, CancellationToken ct) => office.ChangeAsync<(OwnChange, SeatVerdict?)>(own.WorkshopId, async seats =>
    {
        var r = await db.Registrations.SingleAsync(x => x.Id == own.Id, ct);
        await db.Entry(r).ReloadAsync(ct);
        if (!Registration.IsOpen(r.State) || r.State == RegistrationState.Recorded || !MayChange(seats.Workshop, seats.Plan, seats.LocalNow)) return (OwnChange.TooLate, null);
        if (seats.Reseat(r, new Seatable(r.Kind, unit.ProvinceId, unit.KindId, unit.AgencyId)) is { } refused) return (OwnChange.NotNow, refused);
        r.Describe(entry with { Kind = r.Kind, Note = r.Note, Lang = r.Lang }, unit);
        await desk.AnswerAsync(r, entry, seats.Now, ct);
        return (OwnChange.Done, null);
    }, ct);

    /// <summary>Gives a consent in these words, or takes it back. A consent taken back stays as a record that it was given.</summary>
    public async Task ConsentAsync(Registration own, ConsentPurpose purpose, string? wording, CancellationToken ct)
    {
        var standing = await db.Consents.Where(c => c.RegistrationId == own.Id && c.Purpose == purpose && c.WithdrawnAt == null).ToListAsync(ct);
        if (wording is null) foreach (var consent in standing) consent.WithdrawnAt = clock.UtcNow();
        else if (standing.Count == 0) db.Consents.Add(new Consent { RegistrationId = own.Id, Purpose = purpose, Wording = wording, GivenAt = clock.UtcNow() });
        await db.SaveChangesAsync(ct);
    }

    public static bool MayChange(Workshop workshop, SeatPlan plan, DateTime localNow) =>
        workshop.Status is WorkshopStatus.Published or WorkshopStatus.Closed
        && localNow < (plan.ChangesUntil ?? workshop.StartsOn?.ToDateTime(TimeOnly.MinValue) ?? DateTime.MaxValue);

    private Task<OwnChange> ChangeAsync(Registration own, Func<OpenSeats, Registration, Task<OwnChange>> change, CancellationToken ct) => office.ChangeAsync(own.WorkshopId, async seats =>
    {
        var r = await db.Registrations.SingleAsync(x => x.Id == own.Id, ct);
        // Read before the lock, it may have changed since.
        await db.Entry(r).ReloadAsync(ct);
        return await change(seats, r);
    }, ct);
}
