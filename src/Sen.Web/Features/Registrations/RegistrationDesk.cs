using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>Where people register: on the public form, or added by the organiser. A seat is taken here and nowhere before.</summary>
public sealed class RegistrationDesk(AppDb db, SeatOffice office, WaitingList waiting, PersonRegister people, RegistrantUnits units, RegistrationMails mails)
{
    /// <summary>How long a seat from the public form is held until the link in the mail is followed.</summary>
    public static readonly TimeSpan HeldFor = TimeSpan.FromHours(24);

    public Task<Registered> RegisterAsync(Guid workshopId, RegistrationEntry entry, CancellationToken ct) => EnterAsync(workshopId, entry, byHand: false, ct);

    /// <summary>By the organiser: no window, no approval, no confirmation; the limits hold all the same.</summary>
    public Task<Registered> AddAsync(Guid workshopId, RegistrationEntry entry, CancellationToken ct) => EnterAsync(workshopId, entry, byHand: true, ct);

    private Task<Registered> EnterAsync(Guid workshopId, RegistrationEntry entry, bool byHand, CancellationToken ct) => office.ChangeAsync<Registered>(workshopId, async seats =>
    {
        var workshop = seats.Workshop;
        if (!byHand && !workshop.TakesRegistrations(seats.LocalNow)) return new Registered.NotOpen();
        if (byHand && workshop.Status == WorkshopStatus.Cancelled) return new Registered.NotOpen();
        var (unit, agency) = await units.OfAsync(workshop, entry.Agency, entry.ProvinceId, ct);
        var person = await people.FindOrAddAsync(entry.Name, entry.Phone, entry.Email, p => Describe(p, entry, unit), agency, ct);
        var known = await db.Registrations.FirstOrDefaultAsync(r => r.WorkshopId == workshopId && r.PersonId == person.Id && r.DuplicateOfId == null, ct);
        if (known is not null && (Registration.IsOpen(known.State) || (known.State == RegistrationState.Rejected && !byHand)))
        {
            // The organiser is told on the page; a letter would say that somebody registered again.
            if (!byHand) await mails.AlreadyHereAsync(workshop, known, seats.Now, ct);
            return new Registered.AlreadyHere(known);
        }
        var registration = known ?? new Registration { WorkshopId = workshopId, PersonId = person.Id, TicketNumber = TicketNumber.New(), CreatedAt = seats.Now, State = RegistrationState.Waiting };
        registration.Describe(entry, unit);
        registration.Email = entry.Email is { } written && !string.Equals(written, person.Email, StringComparison.OrdinalIgnoreCase) ? written : null;
        if (known is null) db.Registrations.Add(registration);
        await AnswerAsync(registration, entry, seats.Now, ct);

        var why = await PlaceAsync(seats, registration, byHand, ct);
        if (known is null) registration.Begins();
        await mails.RegisteredAsync(workshop, registration, why, ct);
        return new Registered.Done(registration, why);
    }, ct);

    /// <summary>The place of a registration that has none: to be approved, held, seated, or at the end of the line. Returns why they wait.</summary>
    internal async Task<string?> PlaceAsync(OpenSeats seats, Registration registration, bool byHand, CancellationToken ct)
    {
        if (byHand && seats.Workshop.Status == WorkshopStatus.Held)
        {
            seats.Put(registration, RegistrationState.Recorded);
            return null;
        }
        if (!byHand && seats.Plan.NeedsApproval)
        {
            seats.Put(registration, RegistrationState.AwaitingApproval);
            return null;
        }
        var verdict = seats.Book.Judge(Seatable.Of(registration));
        if (verdict.Admits && !await waiting.SomebodyIsBeforeAsync(seats, ct))
        {
            if (byHand) seats.Put(registration, RegistrationState.Seated);
            else seats.Put(registration, RegistrationState.Held, seats.KeptFor(HeldFor));
            return null;
        }
        registration.QueueNumber = await waiting.NextNumberAsync(seats.Workshop.Id, ct);
        seats.Put(registration, RegistrationState.Waiting);
        var l = new Language(registration.Lang);
        return verdict.Admits ? l["Có người đứng trước trong danh sách chờ.", "Others are before you on the waiting list."] : verdict.Words(l);
    }

    private static void Describe(Person person, RegistrationEntry entry, RegistrantUnit unit) =>
        (person.Honorific, person.Sex, person.Position, person.AgencyText, person.ProvinceId) = (entry.Honorific, entry.Sex, entry.Position, unit.Name, unit.ProvinceId);

    internal async Task AnswerAsync(Registration registration, RegistrationEntry entry, DateTime now, CancellationToken ct)
    {
        var before = await db.Answers.Where(a => a.RegistrationId == registration.Id).ToDictionaryAsync(a => a.QuestionId, ct);
        foreach (var (question, value) in entry.Answers)
            if (before.TryGetValue(question, out var answer))
            {
                if (value.Length > 0) answer.Value = value;
                else db.Answers.Remove(answer);
            }
            else if (value.Length > 0) db.Answers.Add(new Questions.Answer { RegistrationId = registration.Id, QuestionId = question, Value = value });
        var given = await db.Consents.Where(c => c.RegistrationId == registration.Id && c.WithdrawnAt == null).Select(c => c.Purpose).ToListAsync(ct);
        foreach (var (purpose, wording) in entry.Consents.Where(c => !given.Contains(c.Key)))
            db.Consents.Add(new Consent { RegistrationId = registration.Id, Purpose = purpose, Wording = wording, GivenAt = now });
    }
}
