using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>A text among the materials, for somebody with a private link.</summary>
[PrivatePage]
public sealed class OwnReadPageModel(AppDb db, PrivateLinks links, MaterialShelf shelf, FileStore files, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    public Workshop Workshop { get; private set; } = null!;
    public ReadText Text { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(Token)) return LocalRedirect(language.To("/registration"));
        if (await links.FindAsync(Token, ct) is not { } own) return NotFound();
        Workshop = await db.Workshops.AsNoTracking().SingleAsync(w => w.Id == own.WorkshopId, ct);
        if (await shelf.FindAsync(Workshop, id, OwnView.ReaderOf(own), ct) is not { Version.Kind: FileKind.Markdown } item || !files.Has(item.Version.FileId)) return NotFound();
        await MaterialCounter.CountAsync(db, id, HttpContext, language.To($"/registration/materials/{id}"), ct);
        Text = await ReadText.OfAsync(item, files, ct);
        return Page();
    }
}
