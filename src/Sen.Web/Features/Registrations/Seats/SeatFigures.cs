using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>How many people stand where: by state and kind, and within each limit. One question to the database, however many limits there are.</summary>
public sealed class SeatFigures
{
    private readonly record struct Group(Seatable Who, RegistrationState State, int People);

    private readonly OpenSeats seats;
    private readonly IReadOnlyList<Group> groups;

    private SeatFigures(OpenSeats seats, IReadOnlyList<Group> groups) => (this.seats, this.groups) = (seats, groups);

    public static async Task<SeatFigures> OfAsync(AppDb db, OpenSeats seats, CancellationToken ct)
    {
        var rows = await db.Registrations.AsNoTracking().Where(r => r.WorkshopId == seats.Workshop.Id)
            .GroupBy(r => new { r.State, r.Kind, r.ProvinceId, r.AgencyKindId, r.AgencyId }).Select(g => new { g.Key, People = g.Count() }).ToListAsync(ct);
        return new(seats, rows.ConvertAll(r => new Group(new Seatable(r.Key.Kind, r.Key.ProvinceId, r.Key.AgencyKindId, r.Key.AgencyId), r.Key.State, r.People)));
    }

    public int Of(RegistrationState state, ParticipantKind? kind = null) => groups.Where(g => g.State == state && (kind is null || g.Who.Kind == kind)).Sum(g => g.People);

    /// <summary>Seats of trainees; other kinds sit outside the capacity.</summary>
    public LimitBar Hall => Bar(g => g.Who.Kind == ParticipantKind.Trainee, seats.Workshop.Capacity);

    public LimitBar Of(SeatLimit limit) => Bar(g => seats.Book.Covering(g.Who).Any(l => l.Id == limit.Id), limit.AtMost ?? (limit.Rule.Held > 0 ? limit.Held : null));

    private LimitBar Bar(Func<Group, bool> covers, int? mark)
    {
        var mine = groups.Where(covers).ToList();
        int Count(params RegistrationState[] states) => mine.Where(g => states.Contains(g.State)).Sum(g => g.People);
        return new LimitBar(Count(RegistrationState.Seated), Count(RegistrationState.Held, RegistrationState.Offered), Count(RegistrationState.Waiting, RegistrationState.AwaitingApproval), mark);
    }
}
