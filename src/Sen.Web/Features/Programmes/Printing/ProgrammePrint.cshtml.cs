using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes.Releases;

namespace Sen.Web.Features.Programmes.Printing;

/// <summary>The released agenda as a page that prints on A4, for those who have no program for PDF.</summary>
public sealed class ProgrammePrintModel(AppDb db, Access access) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public ReleasedAgenda? Agenda { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().Include(w => w.Programme!.Organisers).FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return NotFound();
        if (!workshop.IsPublic && access.Standing?.MayOrganise(workshop.Id, workshop.ProgrammeId) != true) return NotFound();
        Workshop = workshop;
        Agenda = await ReleasedAgenda.OfAsync(db, workshop.Id, ct);
        return Page();
    }
}
