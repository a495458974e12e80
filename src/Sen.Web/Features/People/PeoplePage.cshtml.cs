using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.People;

/// <summary>The list of persons: searched, filtered, paged, and exported exactly as filtered.</summary>
public sealed class PeopleModel(AppDb db, Access access, Actor actor, TimeProvider clock, Language language) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string AgencyKindId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "province")]
    public string ProvinceId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "as")]
    public ParticipantKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "sort")]
    public PersonOrder Order { get; set; }

    public Pager Pager { get; private set; } = null!;
    public IReadOnlyList<PersonLine> Persons { get; private set; } = [];
    public IReadOnlyList<AgencyKind> Kinds { get; private set; } = [];
    public IReadOnlyList<Province> Provinces { get; private set; } = [];
    public bool IsFiltered => Text.Length > 0 || AgencyKindId.Length > 0 || ProvinceId.Length > 0 || Kind is not null;

    private PersonList List => new(db, access.Standing!, new PersonQuestion(Text, AgencyKindId, ProvinceId, Kind, Order));

    public async Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken ct)
    {
        var total = await List.CountAsync(ct);
        Pager = Pager.Of(Request, number, PageSize, total);
        Persons = await List.PageAsync(total, Pager.Number, PageSize, ct);
        Kinds = await db.AgencyKinds.AsNoTracking().OrderBy(k => k.Name.Vi).ToListAsync(ct);
        Provinces = await db.Provinces.AsNoTracking().Where(p => p.Vintage == 2025).OrderBy(p => p.SortKey).ToListAsync(ct);
    }

    public async Task<IActionResult> OnGetExportAsync(string format, CancellationToken ct)
    {
        var total = await List.CountAsync(ct);
        // A list of people leaving the house is worth a line in the trail.
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.UtcNow(),
            UserId = actor.UserId,
            Who = actor.Who,
            Action = "exported",
            Subject = nameof(Person),
            SubjectId = "",
            Why = $"{total} × {format} {Request.QueryString}",
        });
        await db.SaveChangesAsync(ct);
        var l = language;
        string[] headers =
        [
            l["STT", "No."], l["Danh xưng", "Honorific"], l["Học vị", "Title"], l["Họ và tên", "Full name"], l["Chức vụ", "Position"], l["Đơn vị", "Agency"],
            l["Tỉnh/Thành phố", "Province"], l["Điện thoại", "Phone"], l["Email", "E-mail"], l["Số hội thảo", "Workshops"],
        ];
        var rows = List.All(total).Select((p, i) => (IReadOnlyList<object?>)[i + 1, p.Honorific, p.AcademicTitle, p.FullName, p.Position, p.AgencyShown, p.Province, p.PhoneShown, p.Email, p.Workshops]);
        return new TableFile(format, l["danh-ba", "people"], headers, rows);
    }
}
