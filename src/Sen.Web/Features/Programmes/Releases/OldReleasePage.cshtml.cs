using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Jobs;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>One release as it was given out, with the dates of then and how far its letters are.</summary>
public sealed class OldReleasePageModel(AppDb db) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public ReleasesPageModel.Line Line { get; private set; } = null!;
    public IReadOnlyList<AgendaDay> Days { get; private set; } = [];
    public int Latest { get; private set; }
    public Job? Letters { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, int number, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return NotFound();
        var rows = await db.AgendaReleases.AsNoTracking().Where(r => r.WorkshopId == workshop.Id && (r.Number == number || r.Number == number - 1)).OrderByDescending(r => r.Number).ToListAsync(ct);
        if (rows.FirstOrDefault() is not { } release || release.Number != number) return NotFound();
        Workshop = workshop;
        var agenda = ReleasedAgenda.Read(release);
        Line = new(release, agenda.Sessions.Count, rows.Count == 1 ? [] : AgendaChanges.Between(ReleasedAgenda.Read(rows[1]), agenda));
        Days = AgendaDay.Of(agenda.Sessions, release.FirstDay);
        Latest = await db.AgendaReleases.Where(r => r.WorkshopId == workshop.Id).MaxAsync(r => r.Number, ct);
        var id = release.Id.ToString();
        Letters = release.Told == 0 ? null : await db.Jobs.AsNoTracking().Where(j => j.Argument == id).OrderByDescending(j => j.CreatedAt).FirstOrDefaultAsync(ct);
        return Page();
    }
}
