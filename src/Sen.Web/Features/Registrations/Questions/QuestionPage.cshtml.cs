using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Questions;

public sealed class QuestionPageModel(WorkshopDesk workshops, QuestionDesk desk, Language language) : PageModel
{
    [BindProperty]
    public QuestionInput Input { get; set; } = new();

    public Workshop Workshop { get; private set; } = null!;
    public WorkshopQuestion? Question { get; private set; }
    public IReadOnlyList<string> Answered { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, string id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (Question is { } question) Input = QuestionInput.Of(question);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (Question is { } known && Answered.Count > 0) Input.Kind = known.Kind;
        foreach (var (box, vi, en) in Input.Complaints(Answered)) ModelState.AddModelError("Input." + box, language[vi, en]);
        if (!ModelState.IsValid) return Page();
        if (!await desk.SaveAsync(Workshop.Id, Question?.Id, Input.Onto, ct)) return NotFound();
        TempData["Done"] = language["Đã lưu câu hỏi.", "The question is saved."];
        return LocalRedirect(language.To($"/desk/workshops/{code}/seats/questions"));
    }

    private async Task<bool> FindAsync(string code, string id, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return false;
        Workshop = workshop;
        if (id == "new") return true;
        if (!Guid.TryParse(id, out var key)) return false;
        Question = (await desk.AllAsync(workshop.Id, ct)).Find(q => q.Id == key);
        if (Question is not null) Answered = await desk.ValuesAsync(key, ct);
        return Question is not null;
    }
}
