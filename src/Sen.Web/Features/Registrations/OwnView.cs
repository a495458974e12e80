using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>Everything the private page shows, read at once.</summary>
public sealed record OwnView
{
    public required Registration Registration { get; init; }
    public required Workshop Workshop { get; init; }
    public required string Name { get; init; }
    /// <summary>Null before the first release.</summary>
    public required ReleasedAgenda? Agenda { get; init; }
    public required IReadOnlyList<AgendaChange> Changes { get; init; }
    public required IReadOnlyList<ShelfPlace> Materials { get; init; }
    public required IReadOnlyList<Consent> Consents { get; init; }
    public required IReadOnlyList<HeldRecord> Held { get; init; }
    public required IReadOnlyList<PersonalDataRequest> Requests { get; init; }
    /// <summary>Number in line among those waiting now; 0 when not waiting.</summary>
    public required int Place { get; init; }
    public required string Why { get; init; }
    public required bool MayChange { get; init; }
    public required bool MayComeBack { get; init; }
    public required bool OffersGoOn { get; init; }
    /// <summary>Until when they may change by themselves; wall time of Việt Nam.</summary>
    public required DateTime? ChangesUntil { get; init; }
    /// <summary>Who opened the link holds the person's own mailbox, so all that is known of the person may be shown.</summary>
    public required bool IsProven { get; init; }
    /// <summary>Null without a mailbox: nothing is sent then.</summary>
    public required NewsReader? Reader { get; init; }
    public required IReadOnlyList<NewsRefusal> Refusals { get; init; }

    public Consent? Given(ConsentPurpose purpose) => Consents.LastOrDefault(c => c.Purpose == purpose && c.WithdrawnAt is null);

    /// <summary>Papers for those who take part are for whoever has a seat or was there.</summary>
    public static MaterialAudience ReaderOf(Registration own) => own.State is RegistrationState.Seated or RegistrationState.Recorded ? MaterialAudience.Participants : MaterialAudience.Public;

    public static async Task<OwnView> OfAsync(Registration own, AppDb db, SeatOffice office, MaterialShelf shelf, PersonalDataDesk data, NewsDesk news, Language l, CancellationToken ct)
    {
        var reader = await news.OfAsync(own, ct);
        var workshop = await db.Workshops.AsNoTracking().Include(w => w.Programme).SingleAsync(w => w.Id == own.WorkshopId, ct);
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == own.PersonId, ct);
        var seats = await office.LookAsync(own.WorkshopId, ct);
        var waits = own.State == RegistrationState.Waiting;
        var verdict = seats.Book.Judge(Seatable.Of(own));
        var (agenda, changes) = await ReleasedAgenda.WithChangesAsync(db, own.WorkshopId, ct);
        var held = await data.HeldAsync(own.PersonId, ct);
        return new OwnView
        {
            Registration = own,
            Workshop = workshop,
            Name = person.FullName,
            Agenda = agenda,
            Changes = changes,
            Materials = await shelf.LookAsync(workshop, agenda, ReaderOf(own), ct),
            Consents = await db.Consents.AsNoTracking().Where(c => c.RegistrationId == own.Id).OrderBy(c => c.GivenAt).ToListAsync(ct),
            Held = own.Email is null ? held : [.. held.Where(h => h.Id == own.Id)],
            Requests = own.Email is null ? await db.PersonalDataRequests.AsNoTracking().Where(r => r.PersonId == own.PersonId).OrderBy(r => r.AskedAt).ToListAsync(ct) : [],
            Place = waits ? await db.Registrations.CountAsync(r => r.WorkshopId == own.WorkshopId && r.State == RegistrationState.Waiting && r.QueueNumber <= own.QueueNumber, ct) : 0,
            Why = !waits ? "" : verdict.Admits ? l["Có người đứng trước trong danh sách chờ.", "Others are before you on the waiting list."] : verdict.Words(l),
            MayChange = Registration.IsOpen(own.State) && own.State != RegistrationState.Recorded && OwnRegistrationDesk.MayChange(workshop, seats.Plan, seats.LocalNow),
            MayComeBack = own.State is RegistrationState.Expired or RegistrationState.Declined or RegistrationState.Withdrawn && workshop.TakesRegistrations(seats.LocalNow),
            OffersGoOn = seats.MayOffer,
            ChangesUntil = seats.Plan.ChangesUntil ?? workshop.StartsOn?.ToDateTime(TimeOnly.MinValue),
            IsProven = own.Email is null,
            Reader = reader,
            Refusals = reader is null ? [] : await news.StandingAsync(reader, ct),
        };
    }
}
