using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Edit;

/// <summary>The organiser's desk of one workshop: where it stands, and the one step that comes next.</summary>
public sealed class OverviewModel(AppDb db, WorkshopDesk desk, TimeProvider clock, Language language) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public WorkshopState State { get; private set; }
    public IReadOnlyDictionary<RegistrationState, int> People { get; private set; } = new Dictionary<RegistrationState, int>();
    public IReadOnlyList<(WorkshopStatus Status, IReadOnlyList<Bilingual> Reasons)> Steps { get; private set; } = [];
    public int Sessions { get; private set; }
    public Unreleased Release { get; private set; } = null!;
    public int Clashes { get; private set; }
    /// <summary>UTC: until then a cancellation can be taken back, because nobody has been told.</summary>
    public DateTime? TellsAt { get; private set; }
    public int ToBeTold { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await LoadAsync(code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostMoveAsync(string code, WorkshopStatus status, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct)) return NotFound();
        var reasons = await desk.MoveAsync(Workshop, status, ct);
        if (reasons.Count == 0)
        {
            TempData["Done"] = language[$"Hội thảo nay ở trạng thái: {status.Words(language)}.", $"The workshop is now: {status.Words(language)}."];
            return LocalRedirect(language.To($"/desk/workshops/{code}"));
        }
        foreach (var reason in reasons) ModelState.AddModelError("", language.Plain(reason));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct)) return NotFound();
        if (await desk.RemoveDraftAsync(Workshop, ct))
        {
            TempData["Done"] = language["Đã xóa bản nháp.", "The draft is removed."];
            return LocalRedirect(language.To("/workshops"));
        }
        ModelState.AddModelError("", language["Chỉ xóa được bản nháp chưa có ai trong danh sách.", "Only a draft without people can be removed."]);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (await desk.FindAsync(code, ct) is not { } workshop) return false;
        Workshop = workshop;
        State = workshop.StateAt(clock.LocalNow());
        People = await db.Registrations.Where(r => r.WorkshopId == workshop.Id).GroupBy(r => r.State).ToDictionaryAsync(g => g.Key, g => g.Count(), ct);
        var sessions = await db.AgendaSessions.AsNoTracking().Include(s => s.Speakers).Where(s => s.WorkshopId == workshop.Id).ToListAsync(ct);
        (Sessions, Clashes) = (sessions.Count, Agenda.Clashes(sessions).Count);
        Release = ReleaseDesk.Compare(workshop, await ReleasedAgenda.OfAsync(db, workshop.Id, ct), sessions, clock.UtcNow());
        var steps = new List<(WorkshopStatus, IReadOnlyList<Bilingual>)>();
        foreach (var next in Workshop.After(workshop.Status)) steps.Add((next, await desk.ReasonsAgainstAsync(workshop, next, ct)));
        Steps = steps;
        TellsAt = await desk.TellsAtAsync(workshop, ct);
        ToBeTold = People.Where(p => Registration.IsOpen(p.Key) && p.Key != RegistrationState.Recorded).Sum(p => p.Value);
        return true;
    }
}
