using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

public sealed class TemplateFormModel(WorkshopDesk workshops, TemplateDesk desk, Language language) : PageModel
{
    [BindProperty]
    public LetterWording Input { get; set; } = new();
    [BindProperty]
    public BilingualInput Name { get; set; } = new();

    public Workshop Workshop { get; private set; } = null!;
    public LetterTemplate? Template { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, string id, string? from, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (Template is { } t) Fill(t.Name, t.Subject, t.Body, t.Sort, t.Timing, t.Days, t.Version);
        else if (ReadyTemplates.Find(from) is { } ready) Fill(ready.Name, ready.Subject, ready.Body, ready.Sort, ready.Timing, ready.Days, 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string id, CancellationToken ct)
    {
        if (!await FindAsync(code, id, ct)) return NotFound();
        if (Name.Text.Vi.Length == 0) ModelState.AddModelError("Name.Vi", language["Đặt tên cho mẫu", "Give the template a name"]);
        foreach (var (box, words) in Input.Complaints(language)) ModelState.AddModelError("Input." + box, words);
        if (!ModelState.IsValid) return Page();
        switch (await desk.SaveAsync(Workshop.ProgrammeId, Template?.Id, Name.Text, Input, ct))
        {
            case TemplateSaved.Done:
                TempData["Done"] = language["Đã lưu mẫu.", "The template is saved."];
                return LocalRedirect(language.To($"/desk/workshops/{code}/letters/templates"));
            case TemplateSaved.Gone:
                return NotFound();
            default:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", language["Có người vừa sửa mẫu này. Những gì bạn gõ vẫn còn trên trang: chép lại phần cần giữ rồi mở lại mẫu.", "Somebody has just changed this template. What you typed is still on the page: copy what you need, then open it again."]);
                return Page();
        }
    }

    private void Fill(Bilingual name, Bilingual subject, Bilingual body, LetterSort sort, LetterTiming timing, int days, int version)
    {
        Name = BilingualInput.Of(name);
        Input = new() { Subject = BilingualInput.Of(subject), Body = BilingualInput.Of(body), Sort = sort, Timing = timing, Days = days, Version = version };
    }

    private async Task<bool> FindAsync(string code, string id, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return false;
        Workshop = workshop;
        if (id == "new") return true;
        if (!Guid.TryParse(id, out var key)) return false;
        Template = await desk.FindAsync(workshop.ProgrammeId, key, ct);
        return Template is not null;
    }
}
