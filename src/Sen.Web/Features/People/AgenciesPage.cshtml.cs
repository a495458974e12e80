using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.People;

/// <summary>The register of agencies, and the kinds with their periods and what became of them.</summary>
public sealed class AgenciesModel(AppDb db, AgencyToday today, Language language) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string KindId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "province")]
    public string ProvinceId { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "sort")]
    public AgencyOrder Order { get; set; }

    public Pager Pager { get; private set; } = null!;
    public IReadOnlyList<AgencyLine> Agencies { get; private set; } = [];
    public IReadOnlyList<AgencyKind> Kinds { get; private set; } = [];
    public IReadOnlyList<Province> Provinces { get; private set; } = [];
    public bool IsFiltered => Text.Length > 0 || KindId.Length > 0 || ProvinceId.Length > 0;

    private AgencyList List => new(db, new AgencyQuestion(Text, KindId, ProvinceId, Order));

    public async Task OnGetAsync([FromQuery(Name = "page")] int? number, CancellationToken ct)
    {
        Pager = Pager.Of(Request, number, PageSize, await List.CountAsync(ct));
        Agencies = await List.PageAsync(Pager.Number, PageSize, ct);
        Kinds = await db.AgencyKinds.AsNoTracking().OrderBy(k => k.Name.Vi).ToListAsync(ct);
        Provinces = await db.Provinces.AsNoTracking().Where(p => p.Vintage == 2025).OrderBy(p => p.SortKey).ToListAsync(ct);
    }

    public IActionResult OnGetExport(string format)
    {
        var l = language;
        string[] headers = [l["STT", "No."], l["Tên tiếng Việt", "Vietnamese name"], l["Tên tiếng Anh", "English name"], l["Loại", "Kind"], l["Tỉnh/Thành phố", "Province"], l["Nay là", "Now"], l["Số người", "Persons"]];
        var rows = List.All().Select((a, i) => (IReadOnlyList<object?>)[i + 1, a.Name.Vi, a.Name.En, a.Kind is null ? null : l.Plain(a.Kind), a.Province, NowOf(a), a.Persons]);
        return new TableFile(format, l["co-quan", "agencies"], headers, rows);
    }

    /// <summary>What it is called today, where that is another name.</summary>
    public string? NowOf(AgencyLine agency) => agency.KindEnded is null && agency.ProvinceId?.StartsWith("2016", StringComparison.Ordinal) != true
        ? null : today.Of(agency.KindId, agency.ProvinceId);

    public IEnumerable<AgencyKind> SuccessorsOf(AgencyKind kind) => kind.Successors.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(id => Kinds.First(k => k.Id == id));
}
