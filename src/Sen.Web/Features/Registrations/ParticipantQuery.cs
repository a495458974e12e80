using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations;

/// <summary>One line of a participants' list, the same on the page, in a file and on paper.</summary>
public sealed record Participant(Guid Id, Guid PersonId, string FullName, Sex? Sex, string Position, string AgencyName, Guid? AgencyId, string? AgencyKindId, string? ProvinceId, string? Phone, string? Email,
    ParticipantKind Kind, RegistrationState State, DateTime? SeatKeptUntil, string? TicketNumber, string Diet, string AccessNeeds, string Note, DateTime CreatedAt, string? Address)
{
    public Seatable Seatable => new(Kind, ProvinceId, AgencyKindId, AgencyId);
}

/// <summary>Which participants, in which order: search, filters and sorting of the list, as they stand in its address.</summary>
public sealed record ParticipantQuery
{
    public string Q { get; init; } = "";
    /// <summary>None: all states.</summary>
    public IReadOnlyList<RegistrationState> States { get; init; } = [];
    public ParticipantKind? Kind { get; init; }
    public string Province { get; init; } = "";
    public string AgencyKind { get; init; } = "";
    public Guid? Unit { get; init; }
    public AskedAnswer? Answer { get; init; }
    /// <summary>Picked by hand; null: everybody.</summary>
    public IReadOnlyCollection<Guid>? Picked { get; init; }
    /// <summary>Only the people of this limit's set.</summary>
    public LimitRule? Limit { get; init; }
    public ToCheck? Check { get; init; }
    public string Sort { get; init; } = "name";
    /// <summary>Only people who are in the hall or were: for the sheet at the door.</summary>
    public bool InTheHall { get; init; }

    public IQueryable<Participant> Of(AppDb db, Guid workshopId) => Lines(Sorted(Rows(db, workshopId)));

    /// <summary>Who and in which order, without what stands on their lines.</summary>
    public IQueryable<Guid> Order(AppDb db, Guid workshopId) => Sorted(Rows(db, workshopId)).Select(x => x.R.Id);

    /// <summary>The same people as ids in no order, for another query to ask within.</summary>
    public IQueryable<Guid> Ids(AppDb db, Guid workshopId) => Rows(db, workshopId).Select(x => x.R.Id);

    /// <summary>The lines of these registrations, in the order of the ids.</summary>
    public static async Task<List<Participant>> OfAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var found = await Lines(db.Registrations.AsNoTracking().Where(r => ids.Contains(r.Id)).Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new Row { R = r, P = p })).ToDictionaryAsync(p => p.Id, ct);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id])];
    }

    private static IQueryable<Participant> Lines(IQueryable<Row> rows) => rows.Select(x => new Participant(x.R.Id, x.P.Id, x.P.FullName, x.P.Sex, x.R.Position, x.R.AgencyName, x.R.AgencyId, x.R.AgencyKindId, x.R.ProvinceId,
        x.P.Phone, x.P.Email, x.R.Kind, x.R.State, x.R.SeatKeptUntil, x.R.TicketNumber, x.R.Diet, x.R.AccessNeeds, x.R.Note, x.R.CreatedAt, x.R.Email ?? x.P.Email));

    private IQueryable<Row> Sorted(IQueryable<Row> rows) => Sort switch
    {
        "agency" => rows.OrderBy(x => x.R.AgencyName).ThenBy(x => x.P.SortKey).ThenBy(x => x.R.Id),
        "province" => rows.OrderBy(x => x.R.ProvinceId).ThenBy(x => x.P.SortKey).ThenBy(x => x.R.Id),
        "newest" => rows.OrderByDescending(x => x.R.CreatedAt).ThenBy(x => x.P.SortKey).ThenBy(x => x.R.Id),
        "queue" => rows.OrderBy(x => x.R.State == RegistrationState.Waiting ? 0 : 1).ThenBy(x => x.R.QueueNumber).ThenBy(x => x.R.Id),
        // People behind one telephone stand together.
        "contact" => rows.OrderBy(x => x.P.Phone).ThenBy(x => x.P.Email).ThenBy(x => x.P.SortKey).ThenBy(x => x.R.Id),
        _ => rows.OrderBy(x => x.P.SortKey).ThenBy(x => x.R.Id),
    };

    private IQueryable<Row> Rows(AppDb db, Guid workshopId)
    {
        var registrations = db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshopId);
        if (Limit is { } limit) registrations = Within(registrations, limit, db.Workshops.Where(w => w.Id == workshopId).SelectMany(w => w.RegionProvinces).Select(p => p.ProvinceId));
        if (Answer is { } asked) registrations = asked.Only(db, registrations);
        if (Check is { } check) registrations = check.Only(db, registrations);
        if (States.Count > 0) registrations = registrations.Where(r => States.Contains(r.State));
        if (Kind is { } kind) registrations = registrations.Where(r => r.Kind == kind);
        if (Province.Length > 0) registrations = registrations.Where(r => r.ProvinceId == Province);
        if (AgencyKind.Length > 0) registrations = registrations.Where(r => r.AgencyKindId == AgencyKind);
        if (Unit is { } unit) registrations = registrations.Where(r => r.AgencyId == unit);
        if (Picked is { } picked) registrations = registrations.Where(r => picked.Contains(r.Id));
        if (InTheHall) registrations = registrations.Where(r => r.State == RegistrationState.Seated || r.State == RegistrationState.Recorded);
        var rows = registrations.Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new Row { R = r, P = p });
        // Words in any order: «dung nguyen» finds Nguyễn Việt Dũng.
        foreach (var word in SearchKey.Of(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries)) rows = rows.Where(x => x.P.SearchKey.Contains(word));
        return rows;
    }

    private sealed class Row
    {
        public required Registration R { get; init; }
        public required Person P { get; init; }
    }

    /// <summary><see cref="LimitRule.Covers"/> as a query; a test compares the two.</summary>
    private static IQueryable<Registration> Within(IQueryable<Registration> rows, LimitRule limit, IQueryable<string> invited)
    {
        var (provinces, kinds, kind) = (limit.Provinces.ToList(), limit.AgencyKinds.ToList(), limit.Kind);
        var agencies = limit.Agencies.Select(a => Guid.TryParse(a, out var id) ? id : Guid.Empty).ToList();
        rows = rows.Where(r => r.Kind == kind);
        if (provinces.Count > 0) rows = rows.Where(r => r.ProvinceId != null && provinces.Contains(r.ProvinceId));
        if (kinds.Count > 0) rows = rows.Where(r => r.AgencyKindId != null && kinds.Contains(r.AgencyKindId));
        if (agencies.Count > 0) rows = rows.Where(r => r.AgencyId != null && agencies.Contains(r.AgencyId.Value));
        return limit.Region switch
        {
            RegionScope.Invited => rows.Where(r => r.ProvinceId != null && invited.Contains(r.ProvinceId)),
            RegionScope.NotInvited => rows.Where(r => r.ProvinceId == null || !invited.Contains(r.ProvinceId)),
            _ => rows,
        };
    }
}
