using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Edit;

public sealed class AgendaPageModel(AppDb db, AgendaDesk desk, Language language) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<AgendaDay> Days { get; private set; } = [];
    public IReadOnlyList<Clash> Clashes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        var workshop = await db.Workshops.AsNoTracking().Include(w => w.Sessions).ThenInclude(s => s.Speakers).FirstOrDefaultAsync(w => w.Code == code, ct);
        if (workshop is null) return NotFound();
        Workshop = workshop;
        Days = AgendaDay.Of(workshop);
        Clashes = Agenda.Clashes(workshop.Sessions);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await desk.RemoveAsync(code, id, ct)) return NotFound();
        TempData["Done"] = language["Đã bỏ phiên.", "The session is removed."];
        TempData["Undo"] = language.To($"/desk/workshops/{code}/agenda?handler=PutBack&id={id}");
        return LocalRedirect(language.To($"/desk/workshops/{code}/agenda"));
    }

    public async Task<IActionResult> OnPostPutBackAsync(string code, Guid id, CancellationToken ct)
    {
        if (!await desk.PutBackAsync(code, id, ct)) return NotFound();
        TempData["Done"] = language["Phiên đã trở lại chỗ cũ.", "The session is back where it was."];
        return LocalRedirect(language.To($"/desk/workshops/{code}/agenda"));
    }
}
