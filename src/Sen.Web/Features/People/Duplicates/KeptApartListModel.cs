using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Pairs that somebody said are two, of persons or of agencies, and the button that takes it back.</summary>
public abstract class KeptApartListModel(AppDb db, ApartDesk desk, Language language) : PageModel
{
    /// <param name="FirstMore">What tells the first from others of its name: an agency, a province.</param>
    public sealed record Line(Guid Id, Guid FirstId, string First, string FirstMore, Guid SecondId, string Second, string SecondMore, DateTime At, string By, string Reason);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    public ListPage Pager { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>«/people» or «/agencies».</summary>
    public abstract string Register { get; }
    protected abstract string[] Headers { get; }

    public async Task OnGetAsync([FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        Pager = ListPage.Of(number, await Find().CountAsync(ct), Request);
        Lines = await Find().Skip(Math.Max(0, Pager.First - 1)).Take(ListPage.Size).ToListAsync(ct);
    }

    public async Task<IActionResult> OnGetExportAsync([FromServices] ExportNote note, string format, CancellationToken ct)
    {
        await note.WriteAsync(Request, format, await Find().CountAsync(ct), ct);
        var l = language;
        return new TableFile(format, l["giu-rieng", "kept-apart"], Headers,
            Find().AsAsyncEnumerable().Select(x => (IReadOnlyList<object?>)[x.First, x.FirstMore, x.Second, x.SecondMore, l.Moment(x.At), x.By, x.Reason]));
    }

    public async Task<IActionResult> OnPostBackAsync(Guid undo, CancellationToken ct)
    {
        if (await db.KeptAparts.AsNoTracking().FirstOrDefaultAsync(k => k.Id == undo, ct) is { } known && !await MayAsync(known, ct)) return NotFound();
        await desk.TakeBackAsync(undo, ct);
        TempData["Done"] = language["Đã bỏ ghi nhận; nếu hai dòng còn giống nhau, chúng hiện lại ở «Có thể trùng».", "Taken back; if the two are still alike, they stand among the possible duplicates again."];
        return LocalRedirect(language.To($"{Register}/kept-apart"));
    }

    protected abstract IQueryable<Line> Find();

    protected abstract Task<bool> MayAsync(KeptApart known, CancellationToken ct);
}
