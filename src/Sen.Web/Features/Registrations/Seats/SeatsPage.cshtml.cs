using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>Seats and limits of a workshop at a glance, who comes next and why, and how registrations are taken.</summary>
public sealed class SeatsPageModel(AppDb db, SeatOffice office, LimitDesk desk, ReleaseOrders orders, OffersMade made, Language language) : PageModel
{
    [BindProperty]
    public PlanInput Plan { get; set; } = new();

    public OpenSeats Seats { get; private set; } = null!;
    public Workshop Workshop => Seats.Workshop;
    public SeatFigures Figures { get; private set; } = null!;
    public LimitNames Names { get; private set; } = null!;
    public IReadOnlyList<ReleaseOrder> Releases { get; private set; } = [];
    public IReadOnlyList<OfferMade> Offers { get; private set; } = [];
    public int Questions { get; private set; }
    /// <summary>Kept on invitations and still empty.</summary>
    public int InvitedEmpty => Seats.Book.Unfilled().Where(u => Seats.Limits.All(l => l.Id != u.Rule.Id)).Sum(u => u.Empty);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await ShowAsync(code, ct)) return NotFound();
        Plan = PlanInput.Of(Seats.Plan);
        return Page();
    }

    public async Task<IActionResult> OnPostPlanAsync(string code, CancellationToken ct)
    {
        if (!await ShowAsync(code, ct)) return NotFound();
        if (Plan.ChangesUntil is { } until && Workshop.EndsOn is { } end && DateOnly.FromDateTime(until) > end)
            ModelState.AddModelError("Plan.ChangesUntil", language["Hạn tự sửa không thể sau ngày bế mạc", "People cannot change after the last day"]);
        if (!ModelState.IsValid) return Page();
        if (await desk.PlanAsync(Workshop.Id, Plan.Version, Plan.Onto, ct) == LimitSaved.ChangedMeanwhile)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", language["Người khác vừa sửa cách nhận đăng ký. Mở trang này ở thẻ khác để xem bản mới, rồi chép phần của bạn sang.", "Somebody else has just changed how registrations are taken. Open this page in another tab to see it, then carry your part over."]);
            return Page();
        }
        TempData["Done"] = language["Đã lưu cách nhận đăng ký.", "How registrations are taken is saved."];
        return Back(code);
    }

    public async Task<IActionResult> OnPostUpAsync(string code, Guid id, CancellationToken ct)
    {
        if (await db.Workshops.Where(w => w.Code == code).Select(w => (Guid?)w.Id).FirstOrDefaultAsync(ct) is not { } workshop) return NotFound();
        if (await desk.UpAsync(workshop, id, ct)) TempData["Done"] = language["Đã đưa hạn mức lên trước.", "The limit is moved up."];
        return Back(code);
    }

    public IEnumerable<SeatLimit> LimitsOf(bool trainees) => Seats.Limits.Where(l => l.Kind == ParticipantKind.Trainee == trainees);

    public string People(string query) => language.To($"/desk/workshops/{Workshop.Code}/people?{query}");

    private LocalRedirectResult Back(string code) => LocalRedirect(language.To($"/desk/workshops/{code}/seats"));

    private async Task<bool> ShowAsync(string code, CancellationToken ct)
    {
        if (await db.Workshops.Where(w => w.Code == code).Select(w => (Guid?)w.Id).FirstOrDefaultAsync(ct) is not { } id) return false;
        Seats = await office.LookAsync(id, ct);
        Figures = await SeatFigures.OfAsync(db, Seats, ct);
        Names = await LimitNames.OfAsync(db, [.. Seats.Limits.Select(l => l.Rule)], ct);
        Releases = await orders.OfAsync(Seats, ct);
        Offers = await made.OfAsync(id, ct);
        Questions = await db.WorkshopQuestions.CountAsync(q => q.WorkshopId == id && !q.IsRetired, ct);
        return true;
    }
}
