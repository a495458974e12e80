using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>Every release of an agenda, the latest first: number, moment, who, and what it changed.</summary>
public sealed class ReleasesPageModel(AppDb db, TimeProvider clock) : PageModel
{
    public sealed record Line(AgendaRelease Release, int Sessions, IReadOnlyList<AgendaChange> Changes);

    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<Line> Lines { get; private set; } = [];
    public Unreleased Seen { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().Include(w => w.Sessions).ThenInclude(s => s.Speakers).FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return NotFound();
        Workshop = workshop;
        var releases = await db.AgendaReleases.AsNoTracking().Where(r => r.WorkshopId == workshop.Id).OrderBy(r => r.Number).ToListAsync(ct);
        var read = releases.ConvertAll(ReleasedAgenda.Read);
        Lines = [.. releases.Select((r, i) => new Line(r, read[i].Sessions.Count, i == 0 ? [] : AgendaChanges.Between(read[i - 1], read[i]))).Reverse()];
        Seen = ReleaseDesk.Compare(workshop, read.LastOrDefault(), workshop.Sessions, clock.UtcNow());
        return Page();
    }
}
