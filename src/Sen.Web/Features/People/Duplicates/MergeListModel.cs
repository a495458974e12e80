using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>The merges of persons or of agencies, the latest first: each opens to what it did, and the button that undoes it.</summary>
public abstract class MergeListModel(Language language) : PageModel
{
    public sealed record Line(Guid Id, Guid StandingId, string Standing, string Away, DateTime At, string By, DateTime? UndoneAt, string UndoneBy);

    [BindProperty(SupportsGet = true, Name = "q")]
    public string Text { get; set; } = "";

    public ListPage Pager { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    /// <summary>«/people» or «/agencies».</summary>
    public abstract string Register { get; }
    /// <summary>«Người», «Cơ quan»: the heading of the row that stands.</summary>
    public abstract string Row { get; }

    public async Task OnGetAsync([FromQuery(Name = "p")] int? number, CancellationToken ct)
    {
        Pager = ListPage.Of(number, await Find().CountAsync(ct), Request);
        Lines = await Find().Skip(Math.Max(0, Pager.First - 1)).Take(ListPage.Size).ToListAsync(ct);
    }

    public async Task<IActionResult> OnGetExportAsync([FromServices] ExportNote note, string format, CancellationToken ct)
    {
        await note.WriteAsync(Request, format, await Find().CountAsync(ct), ct);
        var l = language;
        return new TableFile(format, l["da-gop", "merges"],
            [Row, l["Dòng được gộp vào", "Row merged into it"], l["Gộp lúc", "Merged"], l["Ai", "By"], l["Hoàn tác lúc", "Undone"], l["Ai hoàn tác", "Undone by"]],
            Find().AsAsyncEnumerable().Select(x => (IReadOnlyList<object?>)[x.Standing, x.Away, l.Moment(x.At), x.By, x.UndoneAt is { } back ? l.Moment(back) : null, x.UndoneBy]));
    }

    protected abstract IQueryable<Line> Find();
}
