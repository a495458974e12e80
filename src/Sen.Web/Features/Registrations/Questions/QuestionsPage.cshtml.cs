using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Questions;

/// <summary>A workshop's own questions on the registration form: their order, and how they will look.</summary>
public sealed class QuestionsPageModel(WorkshopDesk workshops, QuestionDesk desk, Language language) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<WorkshopQuestion> Questions { get; private set; } = [];
    public IReadOnlyDictionary<Guid, int> Answers { get; private set; } = new Dictionary<Guid, int>();
    public IEnumerable<WorkshopQuestion> Asked => Questions.Where(q => !q.IsRetired);
    public IEnumerable<WorkshopQuestion> Retired => Questions.Where(q => q.IsRetired);

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return NotFound();
        Workshop = workshop;
        Questions = await desk.AllAsync(workshop.Id, ct);
        Answers = await desk.AnswersAsync(workshop.Id, ct);
        return Page();
    }

    public Task<IActionResult> OnPostUpAsync(string code, Guid id, CancellationToken ct) => DoAsync(code, w => desk.UpAsync(w, id, ct), language["Đã đưa câu hỏi lên trước.", "The question is moved up."], ct);

    public Task<IActionResult> OnPostRetireAsync(string code, Guid id, CancellationToken ct) => DoAsync(code, w => desk.RetireAsync(w, id, true, ct), language["Không hỏi câu này nữa; câu trả lời đã có vẫn giữ.", "The question is no longer asked; its answers stay."], ct);

    public Task<IActionResult> OnPostAskAsync(string code, Guid id, CancellationToken ct) => DoAsync(code, w => desk.RetireAsync(w, id, false, ct), language["Câu hỏi có lại trên phiếu đăng ký.", "The question is on the form again."], ct);

    private async Task<IActionResult> DoAsync(string code, Func<Guid, Task<bool>> change, string done, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop || !await change(workshop.Id)) return NotFound();
        TempData["Done"] = done;
        return LocalRedirect(language.To($"/desk/workshops/{code}/seats/questions"));
    }
}
