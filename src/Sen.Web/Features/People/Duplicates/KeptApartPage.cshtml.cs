using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Pairs that somebody said are two persons, and the button that takes it back.</summary>
public sealed class KeptApartModel(AppDb db, MergeRight right, ApartDesk desk, Access access, Language language) : PageModel
{
    public sealed record Line(Guid Id, Guid FirstId, string First, string FirstAgency, Guid SecondId, string Second, string SecondAgency, DateTime At, string By);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    public ListPage Pager { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync([FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        Pager = ListPage.Of(number, await Find().CountAsync(ct), Request);
        Lines = await Find().Skip(Math.Max(0, Pager.First - 1)).Take(ListPage.Size).ToListAsync(ct);
    }

    public async Task<IActionResult> OnGetExportAsync([FromServices] ExportNote note, string format, CancellationToken ct)
    {
        await note.WriteAsync(Request, format, await Find().CountAsync(ct), ct);
        var l = language;
        return new TableFile(format, l["giu-rieng", "kept-apart"],
            [l["Họ và tên (1)", "Full name (1)"], l["Đơn vị (1)", "Agency (1)"], l["Họ và tên (2)", "Full name (2)"], l["Đơn vị (2)", "Agency (2)"], l["Khi nào", "When"], l["Ai", "Who"]],
            Find().AsAsyncEnumerable().Select(x => (IReadOnlyList<object?>)[x.First, x.FirstAgency, x.Second, x.SecondAgency, l.Moment(x.At), x.By]));
    }

    public async Task<IActionResult> OnPostBackAsync(Guid undo, CancellationToken ct)
    {
        if (await db.KeptAparts.AsNoTracking().FirstOrDefaultAsync(k => k.Id == undo, ct) is { } known && !await right.MaySeeAsync(known.FirstId, known.SecondId, ct)) return NotFound();
        await desk.TakeBackAsync(undo, ct);
        TempData["Done"] = language["Đã bỏ ghi nhận; nếu hai dòng còn giống nhau, chúng hiện lại ở «Có thể trùng».", "Taken back; if the two are still alike, they stand among the possible duplicates again."];
        return LocalRedirect(language.To("/people/kept-apart"));
    }

    private IQueryable<Line> Find()
    {
        var seen = db.Persons.Where(p => p.MergedIntoId == null).SeenBy(db, access.Standing!);
        var pairs = from k in db.KeptAparts.AsNoTracking()
                    join a in seen on k.FirstId equals a.Id
                    join b in seen on k.SecondId equals b.Id
                    select new { k, a, b };
        foreach (var word in PersonSearch.WordsOf(Text).Select(w => " " + Platform.Text.SearchKey.Of(w))) pairs = pairs.Where(x => (" " + x.a.SearchKey).Contains(word) || (" " + x.b.SearchKey).Contains(word));
        return pairs.OrderByDescending(x => x.k.At).ThenBy(x => x.k.Id).Select(x => new Line(x.k.Id, x.a.Id, x.a.FullName, x.a.AgencyText, x.b.Id, x.b.FullName, x.b.AgencyText, x.k.At, x.k.By));
    }
}
