using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>A workshop as the public reads it; its own people see the draft as a preview.</summary>
[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class WorkshopPageModel(AppDb db, Access access, MaterialShelf shelf, TimeProvider clock) : PageModel
{
    public sealed record Next(string Code, Bilingual Title, DateOnly? StartsOn, DateOnly? EndsOn);

    public Workshop Workshop { get; private set; } = null!;
    public WorkshopState State { get; private set; }
    public string? HostProvince { get; private set; }
    public IReadOnlyList<string> Invited { get; private set; } = [];
    public IReadOnlyList<AgendaDay> Days { get; private set; } = [];
    public ReleasedAgenda? Agenda { get; private set; }
    public IReadOnlyList<AgendaChange> Changes { get; private set; } = [];
    public IReadOnlyList<ShelfPlace> Materials { get; private set; } = [];
    public CountedFigures Counted { get; private set; } = CountedFigures.None;
    public Next? NextWorkshop { get; private set; }
    public Story? Story { get; private set; }
    public bool MayOrganise { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        var workshop = await db.Workshops.AsNoTracking().AsSplitQuery()
            .Include(w => w.Programme!.Organisers).Include(w => w.RegionProvinces).Include(w => w.StatedFigures).Include(w => w.Facts)
            .FirstOrDefaultAsync(w => w.Code == code, ct);
        if (workshop is null) return NotFound();
        MayOrganise = access.Standing?.MayOrganise(workshop.Id, workshop.ProgrammeId) == true;
        if (!workshop.IsPublic && !MayOrganise) return NotFound();

        Workshop = workshop;
        State = workshop.StateAt(clock.LocalNow());
        (Agenda, Changes) = await ReleasedAgenda.WithChangesAsync(db, workshop.Id, ct);
        if (Agenda is not null) workshop.Sessions.AddRange(Agenda.Sessions);
        // A draft is looked at as it would be published.
        Days = Agenda?.DaysOf(workshop) ?? (workshop.IsPublic ? [] : AgendaDay.Of(await db.AgendaSessions.AsNoTracking().Include(s => s.Speakers).Where(s => s.WorkshopId == workshop.Id).ToListAsync(ct), workshop.StartsOn));
        var ids = workshop.RegionProvinces.Select(p => p.ProvinceId).Append(workshop.HostProvinceId ?? "").ToList();
        var names = await db.Provinces.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.SortKey).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        HostProvince = names.FirstOrDefault(p => p.Id == workshop.HostProvinceId)?.Name;
        Invited = [.. names.Where(p => workshop.RegionProvinces.Any(r => r.ProvinceId == p.Id)).Select(p => p.Name)];
        Materials = await shelf.LookAsync(workshop, Agenda, MaterialAudience.Public, ct);
        Counted = await CountedFigures.OfAsync(db, workshop.Id, ct);
        Story = await db.Stories.AsNoTracking().Include(s => s.Photos).FirstOrDefaultAsync(s => s.WorkshopId == workshop.Id, ct);
        NextWorkshop = await db.Workshops.AsNoTracking()
            .Where(w => w.ProgrammeId == workshop.ProgrammeId && w.Sequence > workshop.Sequence && w.Status != WorkshopStatus.Draft && w.Status != WorkshopStatus.Cancelled)
            .OrderBy(w => w.Sequence).Select(w => new Next(w.Code, w.Title, w.StartsOn, w.EndsOn)).FirstOrDefaultAsync(ct);
        return Page();
    }
}
