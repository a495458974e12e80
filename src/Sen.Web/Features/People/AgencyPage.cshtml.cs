using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.People;

/// <summary>An agency through the years: what it was and became, who took part from it then, who belongs to it now.</summary>
public sealed class AgencyPageModel(AppDb db, AgencyRegister register, AgencyStages stages, Access access, ExportNote note, Language language) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    /// <summary>«now» for who belongs to it today; otherwise who took part from it then.</summary>
    [BindProperty(SupportsGet = true, Name = "as")]
    public string As { get; set; } = "";

    /// <summary>With the agencies before and after it.</summary>
    [BindProperty(SupportsGet = true, Name = "line")]
    public bool WholeLine { get; set; }

    public Agency Agency { get; private set; } = null!;
    public IReadOnlyList<AgencyStageLine> Stages { get; private set; } = [];
    public ListPage Pager { get; private set; } = null!;
    public IReadOnlyList<AgencyPart> Parts { get; private set; } = [];
    public IReadOnlyList<AgencyPerson> Persons { get; private set; } = [];
    public int PersonsThen { get; private set; }
    public int PartsThen { get; private set; }
    public int PersonsNow { get; private set; }
    public bool IsNow => As == "now";

    public async Task<IActionResult> OnGetAsync(Guid id, [FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        if (await register.StandingOfAsync(id, ct) is { } standing) return LocalRedirect(language.To($"/agencies/{standing}/history"));
        if (await FindAsync(id, ct) is not { } people) return NotFound();
        (PartsThen, PersonsThen, PersonsNow) = (await people.PartsAsync(ct), await people.PersonsThenAsync(ct), await people.PersonsNowAsync(ct));
        Pager = ListPage.Of(number, IsNow ? PersonsNow : PartsThen, Request);
        var skip = Math.Max(0, Pager.First - 1);
        if (IsNow) Persons = await people.Persons().Skip(skip).Take(ListPage.Size).ToListAsync(ct);
        else Parts = await people.Parts().Skip(skip).Take(ListPage.Size).ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(Guid id, string format, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } people) return NotFound();
        await note.WriteAsync(Request, format, IsNow ? await people.PersonsNowAsync(ct) : await people.PartsAsync(ct), ct);
        var l = language;
        if (IsNow)
        {
            return new TableFile(format, l["co-quan-bay-gio", "agency-now"], [l["STT", "No."], l["Họ và tên", "Full name"], l["Chức vụ", "Position"], l["Điện thoại", "Phone"], l["Email", "E-mail"], l["Số lượt tham dự", "Participations"]],
                people.Persons().AsAsyncEnumerable().Select((p, i) => (IReadOnlyList<object?>)[i + 1, p.FullName, p.Position, p.Phone is { } phone ? new PhoneNumber(phone).Shown : null, p.Email, p.Parts]));
        }
        return new TableFile(format, l["co-quan-luc-do", "agency-then"],
            [l["STT", "No."], l["Họ và tên", "Full name"], l["Chức vụ lúc đó", "Position then"], l["Cơ quan lúc đó", "Agency then"], l["Hội thảo", "Workshop"], l["Ngày", "Dates"], l["Tư cách", "As"], l["Trạng thái", "State"], l["Cơ quan bây giờ", "Agency now"], l["Chức vụ bây giờ", "Position now"]],
            people.Parts().AsAsyncEnumerable().Select((p, i) => (IReadOnlyList<object?>)[i + 1, p.FullName, p.Position, p.AgencyThen, l.Plain(p.Title), l.Dates(p.StartsOn, p.EndsOn), p.Kind.Words(l), p.State.Words(l), p.Now, p.PositionNow]));
    }

    private async Task<AgencyPeople?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await register.FindAsync(id, ct) is not { } agency) return null;
        Agency = agency;
        Stages = await stages.OfAsync(agency, ct);
        var meant = Stages.Where(s => WholeLine || s.IsThis).ToList();
        return new AgencyPeople(db, access.Standing!, [id, .. meant.Select(s => s.AgencyId).OfType<Guid>()], [.. meant.Select(s => s.Key).OfType<string>()], Text);
    }
}
