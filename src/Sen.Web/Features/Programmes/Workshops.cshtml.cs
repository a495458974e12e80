using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Programmes;

/// <summary>All workshops, by programme; searched, filtered, and exported exactly as filtered.</summary>
[OutputCache(PolicyName = PublicPages.Policy), ReadsQuery("q", "state", "year", "programme", "sort", "p")]
public sealed class WorkshopsModel(AppDb db, Access access, TimeProvider clock, Language language) : PageModel
{
    /// <summary>A list that one looks over needs no search in front of it.</summary>
    private const int Few = 15;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "state")]
    public WorkshopState? State { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "programme")]
    public string ProgrammeCode { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "sort")]
    public WorkshopOrder Order { get; set; }

    public WorkshopFilter Question => new(Text.Trim(), State, Year, ProgrammeCode, Order);
    public ListPage Pager { get; private set; } = null!;
    public WorkshopList List { get; private set; } = null!;
    public IReadOnlyList<WorkshopLine> Workshops { get; private set; } = [];
    public IReadOnlyList<WorkshopState> States { get; private set; } = [];
    public IReadOnlyList<int> Years { get; private set; } = [];
    public bool SearchIsOpen => Question.IsFiltered || Order != WorkshopOrder.Programme || List.All.Count > Few;

    /// <summary>Programmes a manager has still to fill; only the whole list shows them, at its end.</summary>
    private IEnumerable<WorkshopSeries> Empty => Question.IsFiltered || Pager.Number < Pager.Pages ? [] : List.Series.Where(p => List.All.All(w => w.Series.Id != p.Id));

    public IEnumerable<(WorkshopSeries Series, IReadOnlyList<WorkshopLine> Workshops)> Groups =>
        Workshops.GroupBy(w => w.Series).Select(g => (g.Key, (IReadOnlyList<WorkshopLine>)[.. g])).Concat(Empty.Select(p => (p, (IReadOnlyList<WorkshopLine>)[])));

    public async Task OnGetAsync([FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        List = await WorkshopList.SeenByAsync(db, access.Standing, clock.LocalNow(), ct);
        var found = List.Of(Question, language);
        Pager = ListPage.Of(number, found.Count, Request);
        Workshops = [.. found.Skip((Pager.Number - 1) * ListPage.Size).Take(ListPage.Size)];
        States = [.. List.All.Select(w => w.State).Distinct().Order()];
        Years = [.. List.All.SelectMany(w => w.Years).Distinct().OrderDescending()];
    }

    public async Task<IActionResult> OnGetExportAsync(string format, CancellationToken ct)
    {
        var l = language;
        var list = await WorkshopList.SeenByAsync(db, access.Standing, clock.LocalNow(), ct);
        string[] headers =
        [
            l["STT", "No."], l["Mã", "Code"], l["Tên tiếng Việt", "Vietnamese title"], l["Tên tiếng Anh", "English title"], l["Chương trình", "Programme"], l["Vùng", "Region"],
            l["Nơi tổ chức", "City"], l["Từ ngày", "From"], l["Đến ngày", "To"], l["Trạng thái", "State"], l["Còn chỗ", "Seats left"], l["Số chỗ", "Seats"],
        ];
        var rows = list.Of(Question, l).Select((w, i) => (IReadOnlyList<object?>)
        [
            i + 1, w.Code, w.Title.Vi, w.Title.En, l.Plain(w.Series.Title), l.Plain(w.Region), l.Plain(w.City), w.StartsOn, w.EndsOn, w.State.Words(l), w.SeatsLeft, w.SeatsLeft is null ? null : w.Capacity,
        ]);
        return new TableFile(format, l["hoi-thao", "workshops"], headers, rows.ToAsyncEnumerable());
    }
}
