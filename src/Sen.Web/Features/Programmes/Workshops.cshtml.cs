using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>All workshops, by programme. The public sees all but drafts; staff see the drafts they may work on.</summary>
[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class WorkshopsModel(AppDb db, Access access, TimeProvider clock) : PageModel
{
    public sealed record Line(Guid Id, string Code, Guid ProgrammeId, Bilingual Title, Bilingual Summary, Bilingual City, DateOnly? StartsOn, DateOnly? EndsOn, int? Capacity, int SeatsTaken, WorkshopState State);

    public sealed record Series(Guid Id, string Code, Bilingual Title, Bilingual Aim, bool MayManage, IReadOnlyList<Line> Workshops);

    public IReadOnlyList<Series> Programmes { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var now = clock.LocalNow();
        var standing = access.Standing;
        var workshops = await db.Workshops.AsNoTracking().OrderBy(w => w.Sequence)
            .Select(w => new { w.Id, w.Code, w.ProgrammeId, w.Title, w.Summary, w.City, w.StartsOn, w.EndsOn, w.Capacity, w.SeatsTaken, w.Status, w.RegistrationOpens, w.RegistrationCloses })
            .ToListAsync(ct);
        var programmes = await db.Programmes.AsNoTracking().OrderByDescending(p => p.FromYear).ThenBy(p => p.Code)
            .Select(p => new { p.Id, p.Code, p.Title, p.Aim }).ToListAsync(ct);
        var lines = workshops
            .Where(w => w.Status != WorkshopStatus.Draft || standing?.MayOrganise(w.Id, w.ProgrammeId) == true)
            .Select(w => new Line(w.Id, w.Code, w.ProgrammeId, w.Title, w.Summary, w.City, w.StartsOn, w.EndsOn, w.Capacity, w.SeatsTaken,
                WorkshopStates.Of(w.Status, w.StartsOn, w.EndsOn, w.RegistrationOpens, w.RegistrationCloses, w.Capacity, w.SeatsTaken, now)))
            .ToLookup(w => w.ProgrammeId);
        Programmes = [.. programmes.Select(p => new Series(p.Id, p.Code, p.Title, p.Aim, standing?.MayManageProgramme(p.Id) == true, [.. lines[p.Id]]))
            .Where(p => p.Workshops.Count > 0 || p.MayManage)];
    }
}
