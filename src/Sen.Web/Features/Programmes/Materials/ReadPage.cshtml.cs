using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>A text among the materials as a page that reads well on a telephone.</summary>
public sealed class ReadPageModel(AppDb db, MaterialShelf shelf, FileStore files, Access access, Language language) : PageModel
{
    public Workshop Workshop { get; private set; } = null!;
    public ReadText Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return NotFound();
        Workshop = workshop;
        var staff = access.Standing?.MayOrganise(workshop.Id, workshop.ProgrammeId) == true;
        if (await shelf.FindAsync(workshop, id, staff ? MaterialAudience.Staff : MaterialAudience.Public, ct) is not { Version.Kind: FileKind.Markdown } item || !files.Has(item.Version.FileId)) return NotFound();
        if (!staff) await MaterialCounter.CountAsync(db, id, HttpContext, language.To($"/workshops/{code}/materials/{id}"), ct);
        Text = await ReadText.OfAsync(item, files, ct);
        return Page();
    }
}

/// <summary>A Markdown material with its text.</summary>
public sealed record ReadText(ShelfItem Item, string Markdown)
{
    public static async Task<ReadText> OfAsync(ShelfItem item, FileStore files, CancellationToken ct)
    {
        using var reader = new StreamReader(files.Open(item.Version.FileId));
        return new(item, await reader.ReadToEndAsync(ct));
    }
}
