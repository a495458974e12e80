using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>All papers of a workshop by where they belong, and the box that takes more.</summary>
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class MaterialsPageModel(AppDb db, MaterialDesk desk, Access access, Language language) : PageModel
{
    public const long MostBytes = 320_000_000;

    public sealed record Group(string Heading, bool IsShared, IReadOnlyList<Material> Materials);

    [BindProperty]
    public MaterialInput Input { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    public Workshop Workshop { get; private set; } = null!;
    public bool MayShare { get; private set; }
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];
    public IReadOnlyList<Group> Groups { get; private set; } = [];
    public IReadOnlyList<Material> Removed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct) => await LoadAsync(code, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct)) return NotFound();
        if (Files.Count == 0) ModelState.AddModelError("Files", language["Chọn ít nhất một tệp", "Choose at least one file"]);
        if (Files.Count > MaterialDesk.MostAtOnce) ModelState.AddModelError("Files", language[$"Nhiều nhất {MaterialDesk.MostAtOnce} tệp một lần", $"At most {MaterialDesk.MostAtOnce} files at once"]);
        if (Input.PlaceOf(Places) is not { } place) ModelState.AddModelError("Input.Place", language["Chọn một chỗ trong danh sách", "Choose a place from the list"]);
        else if (ModelState.IsValid)
        {
            var streams = Files.ConvertAll(f => (Path.GetFileName(f.FileName), f.OpenReadStream()));
            var taken = await desk.AddAsync(Workshop, place, Input.Onto, streams, ct);
            foreach (var (_, stream) in streams) await stream.DisposeAsync();
            var refused = taken.Where(t => t.Refused is not null).ToList();
            var good = taken.Count - refused.Count;
            var locked = taken.Count(t => t.MayAskPassword);
            var done = good == 0 ? "" : language[$"Đã thêm {good} tài liệu.", good == 1 ? "1 material is added." : $"{good} materials are added."]
                + (locked > 0 ? language[$" {locked} tệp PDF có khóa: mở thử xem có đòi mật khẩu không.", $" {locked} PDF is locked: open it to see whether it asks for a password."] : "");
            if (refused.Count == 0)
            {
                TempData["Done"] = done;
                return LocalRedirect(language.To($"/desk/workshops/{code}/materials"));
            }
            foreach (var no in refused) ModelState.AddModelError("Files", language[$"«{no.Name}»: {no.Refused!.Vi}", $"“{no.Name}”: {no.Refused!.En}"]);
            ViewData["Done"] = done;
            db.ChangeTracker.Clear();
            await LoadAsync(code, ct);
        }
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public Task<IActionResult> OnPostRemoveAsync(string code, Guid id, CancellationToken ct) => ChangeAsync(code, id, async m =>
    {
        await desk.RemoveAsync(m, ct);
        new Flash(language[$"Đã bỏ «{language.Plain(m.Title)}».", $"“{language.Plain(m.Title)}” is removed."]) { UndoAt = language.To($"/desk/workshops/{code}/materials?handler=PutBack&id={m.Id}") }.Leave(TempData);
    }, ct);

    public Task<IActionResult> OnPostPutBackAsync(string code, Guid id, CancellationToken ct) => ChangeAsync(code, id, async m =>
    {
        await desk.PutBackAsync(m, ct);
        TempData["Done"] = language[$"«{language.Plain(m.Title)}» đã trở lại.", $"“{language.Plain(m.Title)}” is back."];
    }, ct);

    private async Task<IActionResult> ChangeAsync(string code, Guid id, Func<Material, Task> change, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop || await desk.FindAsync(workshop, id, ct) is not { } material) return NotFound();
        if (material.WorkshopId is null && access.Standing?.MayManageProgramme(workshop.ProgrammeId) != true) return Forbid();
        await change(material);
        return LocalRedirect(language.To($"/desk/workshops/{code}/materials"));
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return false;
        Workshop = workshop;
        MayShare = access.Standing?.MayManageProgramme(workshop.ProgrammeId) == true;
        var every = await MaterialInput.PlacesAsync(db, workshop, topics: true, language, ct);
        Places = MayShare ? every : [.. every.Where(p => !p.Value.StartsWith("t:", StringComparison.Ordinal))];
        var materials = await db.Materials.AsNoTracking().Include(m => m.Versions)
            .Where(m => m.WorkshopId == workshop.Id || (m.WorkshopId == null && m.ProgrammeId == workshop.ProgrammeId)).OrderBy(m => m.Position).ThenBy(m => m.Id).ToListAsync(ct);
        Removed = [.. materials.Where(m => m.RemovedAt is not null && (m.WorkshopId is not null || MayShare))];
        var here = materials.Where(m => m.RemovedAt is null).ToLookup(m => MaterialInput.Of(m).Place);
        Groups = [.. every.Where(p => here.Contains(p.Value)).Select(p => new Group(p.Text, p.Value.StartsWith("t:", StringComparison.Ordinal), [.. here[p.Value]])),
            .. here.Where(g => every.All(p => p.Value != g.Key)).Take(1).Select(_ => new Group(language["Phiên hoặc chủ đề đã bỏ", "Session or topic that was removed"], false, [.. here.Where(g => every.All(p => p.Value != g.Key)).SelectMany(g => g)]))];
        return true;
    }
}
