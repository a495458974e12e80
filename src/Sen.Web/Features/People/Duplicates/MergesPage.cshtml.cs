using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>The merges, the latest first: each opens to what it did, and the button that undoes it.</summary>
public sealed class MergesModel(AppDb db, Access access, Language language) : PageModel
{
    public sealed record Line(Guid Id, Guid StandingId, string Standing, string Away, DateTime At, string By, DateTime? UndoneAt, string UndoneBy);

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
        return new TableFile(format, l["da-gop", "merges"],
            [l["Người", "Person"], l["Dòng được gộp vào", "Row merged into it"], l["Gộp lúc", "Merged"], l["Ai", "By"], l["Hoàn tác lúc", "Undone"], l["Ai hoàn tác", "Undone by"]],
            Find().AsAsyncEnumerable().Select(x => (IReadOnlyList<object?>)[x.Standing, x.Away, l.Moment(x.At), x.By, x.UndoneAt is { } back ? l.Moment(back) : null, x.UndoneBy]));
    }

    private IQueryable<Line> Find()
    {
        var seen = db.Persons.SeenBy(db, access.Standing!);
        var merges = from m in db.PersonMerges.AsNoTracking()
                     join s in seen on m.StandingId equals s.Id
                     join a in db.Persons on m.AwayId equals a.Id
                     select new { m, s, a };
        // The words of the row that went stand with the one it went into; where that was undone, with itself again.
        foreach (var word in PersonSearch.WordsOf(Text).Select(w => " " + Platform.Text.SearchKey.Of(w))) merges = merges.Where(x => (" " + x.s.SearchKey).Contains(word) || (" " + x.a.SearchKey).Contains(word));
        return merges.OrderByDescending(x => x.m.MergedAt).ThenByDescending(x => x.m.Id)
            .Select(x => new Line(x.m.Id, x.s.Id, x.s.FullName, x.a.FullName, x.m.MergedAt, x.m.MergedBy, x.m.UndoneAt, x.m.UndoneBy));
    }
}
