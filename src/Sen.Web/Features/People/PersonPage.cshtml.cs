using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.People;

/// <summary>One person over the years: who they are, where they took part, what was changed and by whom.</summary>
public sealed class PersonPageModel(AppDb db, Access access, PersonHistory history, AgencyToday today, Language language) : PageModel
{
    public sealed record Part(Guid Id, string Code, Bilingual Title, DateOnly? StartsOn, DateOnly? EndsOn, ParticipantKind Kind, RegistrationState State, string Position, string AgencyThen, string? KindId, string? ProvinceId, bool IsDouble)
    {
        public bool Counts => !IsDouble && State is not (RegistrationState.Withdrawn or RegistrationState.Rejected or RegistrationState.Declined or RegistrationState.Expired);
    }

    /// <summary>A row that was merged into this one.</summary>
    public sealed record Row(Guid MergeId, string FullName, string? Phone, string? Email, DateTime At);

    public IReadOnlyList<Row> Merges { get; private set; } = [];
    public Person Person { get; private set; } = null!;
    public Bilingual Agency { get; private set; } = Bilingual.Empty;
    public string? AgencyNow { get; private set; }
    public string? Province { get; private set; }
    public IReadOnlyList<Part> Parts { get; private set; } = [];
    public int PartsElsewhere { get; private set; }
    public IReadOnlyList<PersonChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.Persons.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } person) return NotFound();
        if (person.MergedIntoId is { } standing) return LocalRedirect(language.To($"/people/{standing}"));
        Person = person;
        Merges = await (from m in db.PersonMerges.Where(m => m.StandingId == id && m.UndoneAt == null)
                        join away in db.Persons on m.AwayId equals away.Id
                        orderby m.MergedAt descending
                        select new Row(m.Id, away.FullName, away.Phone, away.Email, m.MergedAt)).ToListAsync(ct);
        var agency = await db.Agencies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == person.AgencyId, ct);
        Agency = agency?.Name ?? Bilingual.Of(person.AgencyText, "");
        AgencyNow = Unlike(Agency.Vi, today.Of(agency?.KindId, agency?.ProvinceId));
        Province = await db.Provinces.Where(p => p.Id == person.ProvinceId).Select(p => p.Name).FirstOrDefaultAsync(ct);
        Parts = await (from r in db.RegistrationsOf(access.Standing!).Where(r => r.PersonId == id)
                       join w in db.Workshops on r.WorkshopId equals w.Id
                       orderby w.StartsOn descending, w.Sequence descending
                       select new Part(r.Id, w.Code, w.Title, w.StartsOn, w.EndsOn, r.Kind, r.State, r.Position, r.AgencyName, r.AgencyKindId, r.ProvinceId, r.DuplicateOfId != null)).AsNoTracking().ToListAsync(ct);
        PartsElsewhere = await db.Registrations.CountAsync(r => r.PersonId == id, ct) - Parts.Count;
        Changes = await history.OfAsync(id, Parts.Select(p => p.Id), ct);
        return Page();
    }

    /// <summary>The history as a file: what was then beside what is now.</summary>
    public async Task<IActionResult> OnGetExportAsync([FromServices] ExportNote note, Guid id, string format, CancellationToken ct)
    {
        if (await OnGetAsync(id, ct) is not PageResult) return NotFound();
        await note.WriteAsync(Request, format, Parts.Count, ct);
        var l = language;
        var rows = Parts.Select((p, i) => (IReadOnlyList<object?>)[i + 1, l.Plain(p.Title), l.Dates(p.StartsOn, p.EndsOn), p.Kind.Words(l), p.State.Words(l), p.Position, p.AgencyThen, NowOf(p) ?? p.AgencyThen, Person.Position, Agency.Vi]);
        return new TableFile(format, l["qua-trinh-tap-huan", "training-history"],
            [l["STT", "No."], l["Hội thảo", "Workshop"], l["Ngày", "Dates"], l["Tư cách", "As"], l["Trạng thái", "State"], l["Chức vụ lúc đó", "Position then"], l["Cơ quan lúc đó", "Agency then"], l["Cơ quan ấy nay là", "That agency now"], l["Chức vụ bây giờ", "Position now"], l["Cơ quan bây giờ", "Agency now"]],
            rows.ToAsyncEnumerable());
    }

    public string? NowOf(Part part) => Unlike(part.AgencyThen, today.Of(part.KindId, part.ProvinceId));

    private static string? Unlike(string then, string? now) => string.Equals(Platform.Text.SearchKey.Of(then), Platform.Text.SearchKey.Of(now), StringComparison.Ordinal) ? null : now;
}
