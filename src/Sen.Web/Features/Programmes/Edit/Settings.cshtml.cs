using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Edit;

public sealed class SettingsModel(AppDb db, WorkshopDesk desk, TimeProvider clock, Language language) : PageModel
{
    [BindProperty]
    public WorkshopInput Input { get; set; } = new();

    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<Province> Provinces { get; private set; } = [];
    /// <summary>Who would be told of other dates or another place.</summary>
    public int Concerned { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await desk.FindAsync(code, ct) is not { } workshop) return NotFound();
        Input = WorkshopInput.Of(workshop);
        Input.TellPeople = true;
        await ShowAsync(workshop, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (await desk.FindAsync(code, ct) is not { } workshop) return NotFound();
        foreach (var (box, vi, en) in Input.Complaints()) ModelState.AddModelError("Input." + box, language[vi, en]);
        if (!ModelState.IsValid)
        {
            await ShowAsync(workshop, ct);
            return Page();
        }
        Input.Onto(workshop);
        switch (await desk.SaveAsync(workshop, Input.Version, ct, Input.TellPeople))
        {
            case WorkshopSaved.TooFewSeats few:
                ModelState.AddModelError("Input.Capacity", language[$"{few.Taken} chỗ đã có người: sức chứa không thể nhỏ hơn", $"{few.Taken} seats are taken: capacity cannot be smaller"]);
                break;
            case WorkshopSaved.TooFewForKept few:
                ModelState.AddModelError("Input.Capacity", language[$"Các hạn mức đang giữ riêng {few.Kept} chỗ: giảm số chỗ giữ trước, hoặc để sức chứa từ {few.Kept} trở lên", $"The limits keep {few.Kept} seats: lower those first, or leave the capacity at {few.Kept} or more"]);
                break;
            case WorkshopSaved.ChangedMeanwhile:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", language["Người khác vừa sửa hội thảo này. Mở trang này ở thẻ khác để xem bản mới, rồi chép phần của bạn sang.", "Somebody else has just changed this workshop. Open this page in another tab to see it, then carry your part over."]);
                break;
            case WorkshopSaved.Done { Told: > 0 and var told }:
                TempData["Done"] = language[$"Đã lưu. {told} người được báo qua thư, kèm lịch mới cho người đã có chỗ.", $"Saved. {told} {(told == 1 ? "person is" : "people are")} told by mail, with a new calendar entry for those seated."];
                return LocalRedirect(language.To($"/desk/workshops/{code}/settings"));
            default:
                TempData["Done"] = language["Đã lưu.", "Saved."];
                return LocalRedirect(language.To($"/desk/workshops/{code}/settings"));
        }
        await ShowAsync(workshop, ct);
        return Page();
    }

    private async Task ShowAsync(Workshop workshop, CancellationToken ct)
    {
        Workshop = workshop;
        Concerned = workshop.Status is WorkshopStatus.Published or WorkshopStatus.Closed ? await desk.ConcernedAsync(workshop.Id, ct) : 0;
        Provinces = await ProvinceChoices.OfAsync(db, Input.StartsOn ?? workshop.StartsOn, clock, ct);
    }
}
