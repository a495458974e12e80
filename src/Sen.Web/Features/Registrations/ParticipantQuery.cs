using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations;

/// <summary>One line of a participants' list, the same on the page, in a file and on paper.</summary>
public sealed record Participant(Guid Id, Guid PersonId, string FullName, Sex? Sex, string Position, string AgencyName, string? ProvinceId, string? Phone, string? Email, ParticipantKind Kind, RegistrationState State, string Note, DateTime CreatedAt);

/// <summary>Which participants, in which order: search, filters and sorting of the list, as they stand in its address.</summary>
public sealed record ParticipantQuery
{
    public string Q { get; init; } = "";
    public RegistrationState? State { get; init; }
    public ParticipantKind? Kind { get; init; }
    public string Province { get; init; } = "";
    public string Sort { get; init; } = "name";
    /// <summary>Only people who are in the hall or were: for the sheet at the door.</summary>
    public bool InTheHall { get; init; }

    public IQueryable<Participant> Of(AppDb db, Guid workshopId)
    {
        var rows = db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshopId).Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r, p });
        if (State is { } state) rows = rows.Where(x => x.r.State == state);
        if (Kind is { } kind) rows = rows.Where(x => x.r.Kind == kind);
        if (Province.Length > 0) rows = rows.Where(x => x.r.ProvinceId == Province);
        if (InTheHall) rows = rows.Where(x => x.r.State == RegistrationState.Seated || x.r.State == RegistrationState.Recorded);
        // Words in any order: «dung nguyen» finds Nguyễn Việt Dũng.
        foreach (var word in SearchKey.Of(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries)) rows = rows.Where(x => x.p.SearchKey.Contains(word));
        rows = Sort switch
        {
            "agency" => rows.OrderBy(x => x.r.AgencyName).ThenBy(x => x.p.SortKey),
            "province" => rows.OrderBy(x => x.r.ProvinceId).ThenBy(x => x.p.SortKey),
            "newest" => rows.OrderByDescending(x => x.r.CreatedAt).ThenBy(x => x.p.SortKey),
            _ => rows.OrderBy(x => x.p.SortKey),
        };
        return rows.Select(x => new Participant(x.r.Id, x.p.Id, x.p.FullName, x.p.Sex, x.r.Position, x.r.AgencyName, x.r.ProvinceId, x.p.Phone, x.p.Email, x.r.Kind, x.r.State, x.r.Note, x.r.CreatedAt));
    }
}
