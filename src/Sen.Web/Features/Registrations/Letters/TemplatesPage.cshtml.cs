using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>The templates of a workshop's programme, and those that travel with Sen.</summary>
public sealed class TemplatesPageModel(WorkshopDesk workshops, TemplateDesk desk, Language language) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<LetterTemplate> Templates { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return NotFound();
        Workshop = workshop;
        Templates = await desk.AllAsync(workshop.ProgrammeId, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(string code, Guid id, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop || !await desk.RemoveAsync(workshop.ProgrammeId, id, ct)) return NotFound();
        TempData["Done"] = language["Đã bỏ mẫu. Thư đã soạn từ mẫu ấy giữ nguyên.", "The template is removed. Letters written from it stay as they are."];
        return LocalRedirect(language.To($"/desk/workshops/{code}/letters/templates"));
    }
}
