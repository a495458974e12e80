using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>The line before a full workshop: in order of joining, the next is the first whom all limits admit.</summary>
public sealed class WaitingList(AppDb db, RegistrationMails mails)
{
    /// <summary>The number of the next to join; under the workshop's lock nobody else gets the same.</summary>
    public async Task<long> NextNumberAsync(Guid workshopId, CancellationToken ct) =>
        (await db.Registrations.Where(r => r.WorkshopId == workshopId).MaxAsync(r => r.QueueNumber, ct) ?? 0) + 1;

    /// <summary>Whether somebody already in line would be seated now: then nobody passes them.</summary>
    public async Task<bool> SomebodyIsBeforeAsync(OpenSeats seats, CancellationToken ct)
    {
        var waiting = await db.Registrations.AsNoTracking().Where(r => r.WorkshopId == seats.Workshop.Id && r.State == RegistrationState.Waiting)
            .Select(r => new { r.Kind, r.ProvinceId, r.AgencyKindId, r.AgencyId }).Distinct().ToListAsync(ct);
        return waiting.Any(w => seats.Book.Judge(new Seatable(w.Kind, w.ProvinceId, w.AgencyKindId, w.AgencyId)).Admits);
    }

    /// <summary>Seats kept past their time are free again, from this moment and not from the next round of a clock.</summary>
    public async Task ExpireAsync(OpenSeats seats, CancellationToken ct)
    {
        var now = seats.Now;
        var late = await db.Registrations.Where(r => r.WorkshopId == seats.Workshop.Id && r.SeatKeptUntil <= now
            && (r.State == RegistrationState.Held || r.State == RegistrationState.Offered)).OrderBy(r => r.Id).ToListAsync(ct);
        foreach (var registration in late)
        {
            var offered = registration.State == RegistrationState.Offered;
            seats.Put(registration, RegistrationState.Expired);
            await mails.ExpiredAsync(seats.Workshop, registration, offered, ct);
        }
    }

    /// <summary>
    /// Offers every seat that is free to the next in line, once each: who is offered one has left the line. One pass is enough, because a
    /// seat given to somebody never opens one for somebody before them.
    /// </summary>
    public async Task OfferAsync(OpenSeats seats, CancellationToken ct)
    {
        if (!seats.MayOffer) return;
        // A full hall is full for trainees; a guest's place may be free all the same.
        var full = seats.Book.Free == 0;
        var line = await db.Registrations.Where(r => r.WorkshopId == seats.Workshop.Id && r.State == RegistrationState.Waiting && (!full || r.Kind != ParticipantKind.Trainee))
            .OrderBy(r => r.QueueNumber).ThenBy(r => r.Id).ToListAsync(ct);
        var refused = new HashSet<Seatable>();
        foreach (var registration in line)
        {
            var seatable = Seatable.Of(registration);
            // Alike people are judged once: the line may be ten thousand long.
            if (refused.Contains(seatable)) continue;
            if (!seats.Book.Judge(seatable).Admits)
            {
                refused.Add(seatable);
                continue;
            }
            if (seats.Plan.SeatsAtOnce) seats.Put(registration, RegistrationState.Seated);
            else seats.Put(registration, RegistrationState.Offered, seats.KeptFor(TimeSpan.FromHours(seats.Plan.OfferHours)));
            await mails.OfferedAsync(seats.Workshop, registration, ct);
        }
    }
}
