using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform;

namespace Sen.Web.Features.Programmes;

[OutputCache(PolicyName = PublicPages.Policy)]
public sealed class ProgrammePageModel(AppDb db, Access access) : PageModel
{
    public Programme Programme { get; private set; } = null!;
    public bool MayManage { get; private set; }

    public async Task<IActionResult> OnGetAsync(string programme, CancellationToken ct)
    {
        var found = await db.Programmes.AsNoTracking().AsSplitQuery().Include(p => p.Organisers).Include(p => p.Topics).Include(p => p.Workshops)
            .FirstOrDefaultAsync(p => p.Code == programme, ct);
        if (found is null) return NotFound();
        MayManage = access.Standing?.MayManageProgramme(found.Id) == true;
        // A programme is public once one of its workshops is.
        if (!MayManage && found.Workshops.TrueForAll(w => !w.IsPublic)) return NotFound();
        Programme = found;
        return Page();
    }
}
