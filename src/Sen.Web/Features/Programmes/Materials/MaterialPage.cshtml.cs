using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>One material: its words, where it belongs, who sees it from when, and its versions.</summary>
[RequestSizeLimit(MaterialsPageModel.MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MaterialsPageModel.MostBytes)]
public sealed class MaterialPageModel(AppDb db, MaterialDesk desk, Access access, Language language) : PageModel
{
    [BindProperty]
    public MaterialInput Input { get; set; } = new();

    [BindProperty]
    public IFormFile? Newer { get; set; }

    public Workshop Workshop { get; private set; } = null!;
    public Material Material { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, Guid id, CancellationToken ct)
    {
        if (await LoadAsync(code, id, ct) is { } not) return not;
        Input = MaterialInput.Of(Material);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, Guid id, CancellationToken ct)
    {
        if (await LoadAsync(code, id, ct) is { } not) return not;
        if (Input.Title.Text.IsEmpty) ModelState.AddModelError("Input.Title.Vi", language["Ghi tên tài liệu", "Enter a title"]);
        if (Input.PlaceOf(Places) is not { } place) ModelState.AddModelError("Input.Place", language["Chọn một chỗ trong danh sách", "Choose a place from the list"]);
        else if (ModelState.IsValid)
        {
            Input.Onto(Material);
            (Material.Title, Material.Position, Material.SessionId, Material.TopicId) = (Input.Title.Text, Input.Position, place.SessionId, place.TopicId);
            if (await desk.SaveAsync(Material, Input.Version, ct)) return Done(language["Đã lưu.", "Saved."]);
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", language["Người khác vừa sửa tài liệu này. Mở lại ở thẻ khác để xem bản mới, rồi chép phần của bạn sang.", "Somebody else has just changed this material. Open it in another tab to see it, then carry your part over."]);
        }
        return Page();
    }

    public async Task<IActionResult> OnPostReplaceAsync(string code, Guid id, CancellationToken ct)
    {
        if (await LoadAsync(code, id, ct) is { } not) return not;
        ModelState.Clear();
        if (Newer is null) ModelState.AddModelError("Newer", language["Chọn một tệp", "Choose a file"]);
        else
        {
            await using var content = Newer.OpenReadStream();
            if (await desk.ReplaceAsync(Material, Path.GetFileName(Newer.FileName), content, ct) is not { } why) return Done(language[$"Bản {Material.CurrentNumber} nay được dùng; bản trước còn giữ.", $"Version {Material.CurrentNumber} is in use now; the one before is kept."]);
            ModelState.AddModelError("Newer", language[$"«{Path.GetFileName(Newer.FileName)}»: {why.Vi}", $"“{Path.GetFileName(Newer.FileName)}”: {why.En}"]);
        }
        Input = MaterialInput.Of(Material);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    public async Task<IActionResult> OnPostRestoreAsync(string code, Guid id, int number, CancellationToken ct)
    {
        if (await LoadAsync(code, id, ct) is { } not) return not;
        return await desk.RestoreAsync(Material, number, ct) ? Done(language[$"Nay dùng lại bản {number}.", $"Version {number} is in use again."]) : NotFound();
    }

    private LocalRedirectResult Done(string words)
    {
        TempData["Done"] = words;
        return LocalRedirect(language.To($"/desk/workshops/{Workshop.Code}/materials/{Material.Id}"));
    }

    /// <summary>Null where it may be worked on. A topic's papers are the programme's, so its manager's.</summary>
    private async Task<IActionResult?> LoadAsync(string code, Guid id, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop || await desk.FindAsync(workshop, id, ct) is not { } material) return NotFound();
        (Workshop, Material) = (workshop, material);
        var shares = access.Standing?.MayManageProgramme(workshop.ProgrammeId) == true;
        if (material.WorkshopId is null && !shares) return Forbid();
        var every = await MaterialInput.PlacesAsync(db, workshop, topics: shares, language, ct);
        // A workshop's paper stays with it, a topic's with the programme: others rely on where it is.
        Places = [.. every.Where(p => p.Value.StartsWith("t:", StringComparison.Ordinal) == (material.WorkshopId is null))];
        return null;
    }
}
