using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>A nominee as their agency sees them: name, position and where they stand; nothing they said of themselves later.</summary>
public sealed record Nominee(Guid Id, string Name, string Position, RegistrationState State, DateTime? KeptUntil, int? Place, string? Why)
{
    public bool Stands => Registration.IsOpen(State);
}

/// <summary>One invitation with its nominees and what is still possible: for the officer's page and for the organiser's.</summary>
public sealed record InvitationView(Invitation Invitation, InvitationBatch Batch, Workshop Workshop, IReadOnlyList<Nominee> Nominees, DateTime LocalNow, string? WhyNotNominate, bool MayReplace, bool Bounced)
{
    public int Standing => Nominees.Count(n => n.Stands);
    public bool IsLate => Invitation.IsLate(LocalNow);
    public InvitationStanding State => InvitationStandings.Of(Batch.SendingSince, Invitation, Standing, Bounced, LocalNow);
    /// <summary>Seats that wait for this agency and nobody else.</summary>
    public int KeptNow => Invitation.ReleasedAt is null && Invitation.KeptSeats > 0 && !(Invitation.KeptUntil <= LocalNow) ? Math.Max(0, Invitation.KeptSeats - Nominees.Count(n => Registration.TakesSeat(n.State))) : 0;

    public LetterText Letter => new(Batch, Invitation);

    public static async Task<InvitationView> OfAsync(AppDb db, SeatOffice office, Invitation invitation, bool byHand, Language l, CancellationToken ct)
    {
        var batch = await db.InvitationBatches.AsNoTracking().SingleAsync(b => b.Id == invitation.BatchId, ct);
        var seats = await office.LookAsync(invitation.WorkshopId, ct);
        var rows = await db.Registrations.AsNoTracking().Where(r => r.InvitationId == invitation.Id).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r, p.FullName, Before = db.Registrations.Count(o => o.WorkshopId == r.WorkshopId && o.State == RegistrationState.Waiting && o.QueueNumber < r.QueueNumber) }).ToListAsync(ct);
        var nominees = rows.ConvertAll(x => new Nominee(x.r.Id, x.FullName, x.r.Position, x.r.State, x.r.SeatKeptUntil, x.r.State == RegistrationState.Waiting ? x.Before + 1 : null,
            x.r.State == RegistrationState.Waiting && seats.Book.Judge(Seatable.Of(x.r)) is { Admits: false } no ? no.Words(l) : null));
        var bounced = invitation.MailKey is { } key && await db.OutboxMessages.AnyAsync(m => m.Key == key && (m.BouncedAt != null || (m.SentAt == null && m.Attempts >= OutboxMessage.MostAttempts)), ct);
        return new(invitation, batch, seats.Workshop, [.. nominees.OrderByDescending(n => n.Stands)], seats.LocalNow, NominationDesk.WhyNot(invitation, seats, replacing: false, byHand, l),
            NominationDesk.WhyNot(invitation, seats, replacing: true, byHand, l) is null, bounced);
    }

    public static IEnumerable<SelectListItem> Honorifics(Language l) => [new(l["Không ghi", "Not said"], ""), new("Ông", "Ông"), new("Bà", "Bà")];

    public static IEnumerable<SelectListItem> Sexes(Language l) => [new(l["Không ghi", "Not said"], ""), new(l["Nữ", "Female"], "Female"), new(l["Nam", "Male"], "Male")];
}
