using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Lists;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>Takes a file and keeps it as a preview; shows what came before.</summary>
[RequestSizeLimit(30_000_000), RequestFormLimits(MultipartBodyLengthLimit = 30_000_000)]
public sealed class ImportModel(AppDb db, WorkshopDesk workshops, ListDesk desk, Language language) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public Bilingual? Against { get; private set; }
    public IReadOnlyList<ListImport> Earlier { get; private set; } = [];

    [BindProperty]
    public IFormFile? List { get; set; }

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await ShowAsync(code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await ShowAsync(code, ct)) return NotFound();
        if (Against is { } against) return Refuse(language.Plain(against), StatusCodes.Status409Conflict);
        if (List is not { Length: > 0 }) return Refuse(language["Chọn tệp danh sách.", "Choose the file of the list."], StatusCodes.Status400BadRequest);
        using var content = new MemoryStream();
        await List.CopyToAsync(content, ct);
        var (preview, refusal) = await desk.ReadAsync(Workshop, content.ToArray(), new Dictionary<string, RowCorrection>(StringComparer.Ordinal), ct);
        if (refusal is not null) return Refuse(language[refusal.Vi, refusal.En], StatusCodes.Status400BadRequest);
        if (preview!.Rows.Count == 0) return Refuse(language.Plain(ListPreview.NobodyFound), StatusCodes.Status400BadRequest);
        var import = await desk.KeepAsync(Workshop, content.ToArray(), List.FileName, ct);
        return LocalRedirect(language.To($"/desk/workshops/{code}/import/{import.Id}"));
    }

    private PageResult Refuse(string sentence, int status)
    {
        ModelState.AddModelError(nameof(List), sentence);
        Response.StatusCode = status;
        return Page();
    }

    private async Task<bool> ShowAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return false;
        Workshop = workshop;
        Against = ListDesk.ReasonAgainst(workshop);
        Earlier = await db.ListImports.AsNoTracking().Where(i => i.WorkshopId == workshop.Id && i.State != ImportState.Discarded).OrderByDescending(i => i.CreatedAt).Take(30).ToListAsync(ct);
        return true;
    }
}
