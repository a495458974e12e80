using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>One person a letter may go to, with what its placeholders need.</summary>
/// <param name="IsOwn">The mailbox is the person's own, not one given for this registration alone.</param>
public sealed record Addressee(Guid RegistrationId, Guid PersonId, string FullName, string Honorific, string AcademicTitle, Sex? Sex, string Position, Bilingual Agency, Bilingual Province,
    string? Phone, string? Address, bool IsOwn, string Lang, string? Ticket, RegistrationState State);

/// <summary>What every letter of one workshop says alike, read once.</summary>
public sealed record LetterFacts(Workshop Workshop, TimeOnly? Begins, SiteAddress Site)
{
    /// <summary>Each reader's own link; before sending only its shape is shown.</summary>
    public string PrivatePage { get; init; } = Site.Link("vi", "/registration?token=…");

    public string Link(string lang, string path) => Site.Link(lang, path);

    public static async Task<LetterFacts> OfAsync(AppDb db, SiteAddress site, Guid workshopId, CancellationToken ct)
    {
        var workshop = await db.Workshops.AsNoTracking().AsSplitQuery().Include(w => w.RegionProvinces).Include(w => w.Programme!.Organisers).SingleAsync(w => w.Id == workshopId, ct);
        var first = await db.AgendaSessions.Where(s => s.WorkshopId == workshopId && s.DayNumber == 1 && s.Starts != null).MinAsync(s => s.Starts, ct);
        return new LetterFacts(workshop, first, site);
    }

    /// <summary>These people in the order of their names; registrations of other workshops are nobody here.</summary>
    public static async Task<IReadOnlyList<Addressee>> PeopleAsync(AppDb db, Guid workshopId, IQueryable<Guid> registrations, CancellationToken ct)
    {
        var rows = await db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshopId && registrations.Contains(r.Id))
            .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r, p.Id, p.FullName, p.Honorific, p.AcademicTitle, p.Sex, p.Phone, p.Email, p.SortKey })
            .OrderBy(x => x.SortKey).ThenBy(x => x.r.Id).ToListAsync(ct);
        var here = db.Registrations.Where(r => r.WorkshopId == workshopId);
        var agencies = await db.Agencies.AsNoTracking().Where(a => here.Select(r => r.AgencyId).Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        var provinces = await db.Provinces.AsNoTracking().Where(p => here.Select(r => r.ProvinceId).Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new Bilingual(p.Name, p.NameEn), ct);
        return [.. rows.Select(x => new Addressee(x.r.Id, x.Id, x.FullName, x.Honorific, x.AcademicTitle, x.Sex, x.r.Position,
            x.r.AgencyId is { } agency && agencies.TryGetValue(agency, out var name) ? name : new Bilingual(x.r.AgencyName, ""),
            x.r.ProvinceId is { } province ? provinces.GetValueOrDefault(province, Bilingual.Empty) : Bilingual.Empty,
            x.Phone, AddressOf(x.r.Email, x.Email), x.r.Email is null, x.r.Lang, x.r.TicketNumber, x.r.State))];
    }

    private static string? AddressOf(string? ofRegistration, string? ofPerson) => (ofRegistration ?? ofPerson)?.Trim().ToLowerInvariant() is { Length: > 0 } address ? address : null;
}
