using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>What people asked of their data: those to be answered first, the most urgent on top.</summary>
public sealed class PersonalDataPageModel(AppDb db, PersonalDataDesk desk, TimeProvider clock, Language language) : PageModel
{
    public sealed record Line(PersonalDataRequest Request, IReadOnlyList<HeldRecord> Held);

    private const int Most = 200;

    public IReadOnlyList<Line> Open { get; private set; } = [];
    public IReadOnlyList<PersonalDataRequest> Done { get; private set; } = [];
    public DateOnly Today => clock.LocalDay();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var open = new List<Line>();
        foreach (var request in await db.PersonalDataRequests.AsNoTracking().Where(r => r.DoneAt == null).OrderBy(r => r.AnswerBy).ThenBy(r => r.AskedAt).Take(Most).ToListAsync(ct))
            open.Add(new Line(request, await desk.HeldAsync(request.PersonId, ct)));
        Open = open;
        Done = await db.PersonalDataRequests.AsNoTracking().Where(r => r.DoneAt != null).OrderByDescending(r => r.DoneAt).Take(Most).ToListAsync(ct);
    }

    public async Task<IActionResult> OnGetDataAsync(Guid id, CancellationToken ct)
    {
        if (await db.PersonalDataRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.DoneAt == null, ct) is not { } request) return NotFound();
        Response.Headers.CacheControl = "no-store";
        return File(desk.Export(await desk.HeldAsync(request.PersonId, ct)), "application/json", "sen-data.json");
    }

    public async Task<IActionResult> OnPostFinishAsync(Guid id, CancellationToken ct)
    {
        if (await desk.FinishAsync(id, ct)) TempData["Done"] = language["Đã ghi là đã trả lời.", "Recorded as answered."];
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostEraseAsync(Guid id, CancellationToken ct)
    {
        if (await desk.EraseAsync(id, ct)) TempData["Done"] = language["Đã xóa: không còn gì nói người này là ai.", "Erased: nothing says any more who this person was."];
        return RedirectToPage();
    }
}
