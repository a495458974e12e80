using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations;

/// <summary>One line of a participants' list, the same on the page, in a file and on paper.</summary>
public sealed record Participant(Guid Id, Guid PersonId, string FullName, Sex? Sex, string Position, string AgencyName, Guid? AgencyId, string? AgencyKindId, string? ProvinceId, string? Phone, string? Email,
    ParticipantKind Kind, RegistrationState State, DateTime? SeatKeptUntil, string? TicketNumber, string Diet, string AccessNeeds, string Note, DateTime CreatedAt)
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
    /// <summary>Only the people of this limit's set.</summary>
    public LimitRule? Limit { get; init; }
    public ToCheck? Check { get; init; }
    public string Sort { get; init; } = "name";
    /// <summary>Only people who are in the hall or were: for the sheet at the door.</summary>
    public bool InTheHall { get; init; }

    public IQueryable<Participant> Of(AppDb db, Guid workshopId)
    {
        var registrations = db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshopId);
        if (Limit is { } limit) registrations = Within(registrations, limit, db.Workshops.Where(w => w.Id == workshopId).SelectMany(w => w.RegionProvinces).Select(p => p.ProvinceId));
        if (Check is { } check) registrations = check.Only(db, registrations);
        var rows = registrations.Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r, p });
        if (States.Count > 0) rows = rows.Where(x => States.Contains(x.r.State));
        if (Kind is { } kind) rows = rows.Where(x => x.r.Kind == kind);
        if (Province.Length > 0) rows = rows.Where(x => x.r.ProvinceId == Province);
        if (AgencyKind.Length > 0) rows = rows.Where(x => x.r.AgencyKindId == AgencyKind);
        if (InTheHall) rows = rows.Where(x => x.r.State == RegistrationState.Seated || x.r.State == RegistrationState.Recorded);
        // Words in any order: «dung nguyen» finds Nguyễn Việt Dũng.
        foreach (var word in SearchKey.Of(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries)) rows = rows.Where(x => x.p.SearchKey.Contains(word));
        rows = Sort switch
        {
            "agency" => rows.OrderBy(x => x.r.AgencyName).ThenBy(x => x.p.SortKey),
            "province" => rows.OrderBy(x => x.r.ProvinceId).ThenBy(x => x.p.SortKey),
            "newest" => rows.OrderByDescending(x => x.r.CreatedAt).ThenBy(x => x.p.SortKey),
            "queue" => rows.OrderBy(x => x.r.State == RegistrationState.Waiting ? 0 : 1).ThenBy(x => x.r.QueueNumber).ThenBy(x => x.r.Id),
            // People behind one telephone stand together.
            "contact" => rows.OrderBy(x => x.p.Phone).ThenBy(x => x.p.Email).ThenBy(x => x.p.SortKey),
            _ => rows.OrderBy(x => x.p.SortKey),
        };
        return rows.Select(x => new Participant(x.r.Id, x.p.Id, x.p.FullName, x.p.Sex, x.r.Position, x.r.AgencyName, x.r.AgencyId, x.r.AgencyKindId, x.r.ProvinceId, x.p.Phone, x.p.Email,
            x.r.Kind, x.r.State, x.r.SeatKeptUntil, x.r.TicketNumber, x.r.Diet, x.r.AccessNeeds, x.r.Note, x.r.CreatedAt));
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
