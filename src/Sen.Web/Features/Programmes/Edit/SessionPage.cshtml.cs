using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Edit;

/// <summary>One form for a new session (id «new») and for one that is there.</summary>
public sealed class SessionPageModel(AppDb db, AgendaDesk desk, Language language) : PageModel
{
    [BindProperty]
    public SessionInput Input { get; set; } = new();

    public Workshop Workshop { get; private set; } = null!;
    public bool IsNew { get; private set; }
    public IReadOnlyList<SelectListItem> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, string id, int? day, CancellationToken ct)
    {
        if (!await ShowAsync(code, id, ct)) return NotFound();
        if (IsNew) Input.DayNumber = day is >= 0 and <= 60 ? day.Value : 1;
        else if (Guid.TryParse(id, out var key) && await desk.FindAsync(code, key, ct) is { } session) Input = SessionInput.Of(session);
        else return NotFound();
        Input.OfferSpeakers();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string id, CancellationToken ct)
    {
        if (!await ShowAsync(code, id, ct)) return NotFound();
        foreach (var (box, vi, en) in Input.Complaints()) ModelState.AddModelError("Input." + box, language[vi, en]);
        if (!ModelState.IsValid) return Page();
        if (IsNew) await desk.AddAsync(Workshop.Id, Input.Onto, ct);
        else
        {
            if (!Guid.TryParse(id, out var key) || await desk.FindAsync(code, key, ct) is not { } session) return NotFound();
            Input.Onto(session);
            if (!await desk.SaveAsync(session, Input.Version, ct))
            {
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", language["Người khác vừa sửa phiên này. Mở lại ở thẻ khác để xem bản mới, rồi chép phần của bạn sang.", "Somebody else has just changed this session. Open it in another tab to see it, then carry your part over."]);
                return Page();
            }
        }
        var sessions = await db.AgendaSessions.AsNoTracking().Include(s => s.Speakers).Where(s => s.WorkshopId == Workshop.Id).ToListAsync(ct);
        var clashes = Agenda.Clashes(sessions).Count;
        TempData["Done"] = clashes == 0
            ? language["Đã lưu phiên.", "The session is saved."]
            : language[$"Đã lưu phiên. Còn {clashes} chỗ trùng giờ cần xem.", $"The session is saved. {clashes} clashes need a look."];
        return LocalRedirect(language.To($"/desk/workshops/{code}/agenda"));
    }

    private async Task<bool> ShowAsync(string code, string id, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return false;
        Workshop = workshop;
        IsNew = id == "new";
        var topics = await db.Set<CurriculumTopic>().AsNoTracking().Where(t => t.ProgrammeId == workshop.ProgrammeId).OrderBy(t => t.Position).ToListAsync(ct);
        Topics = [new SelectListItem(language["Không thuộc chủ đề nào", "No topic"], ""), .. topics.Select(t => new SelectListItem(language.Plain(t.Title), t.Id.ToString()))];
        return true;
    }
}
