using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Programmes.Edit;

/// <summary>The programmes as a table, for those who run them.</summary>
public sealed class ProgrammeListPageModel(AppDb db, Access access, TimeProvider clock, Language language) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "sort")]
    public ProgrammeOrder Order { get; set; }

    public ListPage Pager { get; private set; } = null!;
    public IReadOnlyList<ProgrammeLine> Programmes { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        var found = await FindAsync(ct);
        Pager = ListPage.Of(number, found.Count, Request);
        Programmes = [.. found.Skip((Pager.Number - 1) * ListPage.Size).Take(ListPage.Size)];
    }

    public async Task<IActionResult> OnGetExportAsync(string format, CancellationToken ct)
    {
        var l = language;
        string[] headers =
        [
            l["STT", "No."], l["Mã", "Code"], l["Tên tiếng Việt", "Vietnamese title"], l["Tên tiếng Anh", "English title"], l["Thời kỳ", "Period"], l["Chính sách", "Policy"], l["Số văn bản", "Document number"],
            l["Chủ trì", "Lead"], l["Số hội thảo", "Workshops"], l["Đã tổ chức", "Held"],
        ];
        var rows = (await FindAsync(ct)).Select((p, i) => (IReadOnlyList<object?>)
        [
            i + 1, p.Series.Code, p.Series.Title.Vi, p.Series.Title.En, ProgrammeWords.Period(l, p.Series.FromYear, p.Series.ToYear), l.Plain(p.Policy), p.PolicyNumber,
            string.Join("; ", p.Leads.Select(l.Plain)), p.Workshops, p.Held,
        ]);
        return new TableFile(format, l["chuong-trinh", "programmes"], headers, rows.ToAsyncEnumerable());
    }

    private Task<IReadOnlyList<ProgrammeLine>> FindAsync(CancellationToken ct) => ProgrammeList.OfAsync(db, access.Standing!, clock.LocalNow(), Text.Trim(), Order, language, ct);
}
