using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Edit;

/// <summary>Ten minutes from the last workshop to the next: a name, a day, and what to copy.</summary>
public sealed class NewWorkshopModel(AppDb db, ProgrammeDesk programmes, WorkshopDesk desk, Access access, Language language) : PageModel
{
    public sealed class NewInput
    {
        public BilingualInput Title { get; set; } = new();
        [AtMost(60)]
        public string Code { get; set; } = "";
        public DateOnly? StartsOn { get; set; }
        public string CopyFrom { get; set; } = "";
        public bool Texts { get; set; } = true;
        public bool Agenda { get; set; } = true;
        public bool Materials { get; set; } = true;
        public bool Limits { get; set; } = true;
        public bool Region { get; set; } = true;
    }

    [BindProperty]
    public NewInput Input { get; set; } = new();

    public Programme Programme { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string programme, string? from, CancellationToken ct)
    {
        if (!await ShowAsync(programme, ct)) return NotFound();
        Input.CopyFrom = from ?? Sources.LastOrDefault(s => s.Value.Length > 0)?.Value ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string programme, CancellationToken ct)
    {
        if (!await ShowAsync(programme, ct)) return NotFound();
        if (Input.Title.Text.Vi.Length == 0) ModelState.AddModelError("Input.Title.Vi", language["Ghi tên hội thảo bằng tiếng Việt", "Enter the Vietnamese title"]);
        if (!Codes.IsCode(Input.Code)) ModelState.AddModelError("Input.Code", language["Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ can-tho-2027", "A code has small letters, digits and hyphens only, such as can-tho-2027"]);
        else if (await desk.CodeIsTakenAsync(Input.Code, ct)) ModelState.AddModelError("Input.Code", language["Mã này đã có: chọn mã khác", "This code is taken: choose another"]);
        // The id of a workshop this person may not work on is not a source, wherever it comes from.
        if (Input.CopyFrom.Length > 0 && Sources.All(s => s.Value != Input.CopyFrom)) ModelState.AddModelError("Input.CopyFrom", language["Chọn một hội thảo trong danh sách", "Choose a workshop from the list"]);
        if (!ModelState.IsValid) return Page();
        var parts = (Input.Texts ? CopiedParts.Texts : CopiedParts.None) | (Input.Agenda ? CopiedParts.Agenda : CopiedParts.None) | (Input.Materials ? CopiedParts.Materials : CopiedParts.None) | (Input.Limits ? CopiedParts.Limits : CopiedParts.None) | (Input.Region ? CopiedParts.Region : CopiedParts.None);
        var made = await desk.CreateAsync(Programme.Id, Input.Code, Input.Title.Text, Input.StartsOn, Guid.TryParse(Input.CopyFrom, out var source) ? source : null, parts, ct);
        TempData["Done"] = language["Đã lập bản nháp. Xem lại thiết lập rồi công bố.", "The draft is set up. Check the settings, then publish."];
        return LocalRedirect(language.To($"/desk/workshops/{made.Code}"));
    }

    private async Task<bool> ShowAsync(string programme, CancellationToken ct)
    {
        if (await programmes.FindAsync(programme, ct) is not { } found) return false;
        Programme = found;
        var all = await db.Workshops.AsNoTracking().OrderBy(w => w.StartsOn).ThenBy(w => w.Code).Select(w => new { w.Id, w.ProgrammeId, w.Title, w.StartsOn, w.Status }).ToListAsync(ct);
        Sources = [new SelectListItem(language["Không chép: bắt đầu từ trang trắng", "Copy nothing: start afresh"], ""),
            .. all.Where(w => w.Status != WorkshopStatus.Draft || access.Standing!.MayOrganise(w.Id, w.ProgrammeId))
                .Select(w => new SelectListItem($"{language.Plain(w.Title)} ({language.Dates(w.StartsOn, w.StartsOn)})", w.Id.ToString()))];
        return true;
    }
}
