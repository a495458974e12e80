using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>A new agency, or one of the register to correct.</summary>
public sealed class AgencyFormModel(AppDb db, AgencyRegister register, AgencyToday today, Language language) : PageModel
{
    public sealed class AgencyInput
    {
        public int Version { get; set; }
        public string KindId { get; set; } = "";
        public string ProvinceId { get; set; } = "";
        public BilingualInput Name { get; set; } = new();
    }

    [BindProperty]
    public AgencyInput Input { get; set; } = new();

    public Agency? Agency { get; private set; }
    public string? Now { get; private set; }
    public int Persons { get; private set; }
    public IReadOnlyList<AgencyKind> Kinds { get; private set; } = [];
    public IReadOnlyList<Province> Provinces { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (id is { } old && await register.StandingOfAsync(old, ct) is { } standing) return LocalRedirect(language.To($"/agencies/{standing}"));
        if (!await ShowAsync(id, ct)) return NotFound();
        if (Agency is { } a) Input = new() { Version = a.Version, KindId = a.KindId ?? "", ProvinceId = a.ProvinceId ?? "", Name = BilingualInput.Of(a.Name) };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (id is { } old && await register.StandingOfAsync(old, ct) is { } standing) return LocalRedirect(language.To($"/agencies/{standing}"));
        if (!await ShowAsync(id, ct)) return NotFound();
        if (Input.Name.Text.Vi.Length == 0) ModelState.AddModelError("Input.Name.Vi", language["Ghi tên cơ quan bằng tiếng Việt", "Enter the Vietnamese name"]);
        if (Input.KindId.Length > 0 && Kinds.All(k => k.Id != Input.KindId)) ModelState.AddModelError("Input.KindId", language["Chọn một loại có trong danh sách", "Choose a kind of the list"]);
        if (Input.ProvinceId.Length > 0 && Provinces.All(p => p.Id != Input.ProvinceId)) ModelState.AddModelError("Input.ProvinceId", language["Chọn một tỉnh, thành phố có trong danh sách", "Choose a province of the list"]);
        if (!ModelState.IsValid) return Page();
        switch (await register.SaveAsync(Agency, Some(Input.KindId), Some(Input.ProvinceId), Input.Name.Text, Input.Version, ct))
        {
            case AgencySaved.Known:
                ModelState.AddModelError("Input.Name.Vi", language["Danh mục đã có cơ quan mang tên này ở tỉnh, thành phố này", "The register has an agency of this name in this province"]);
                return Page();
            case AgencySaved.ChangedMeanwhile:
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", language["Người khác vừa sửa cơ quan này. Mở trang này ở thẻ khác để xem bản mới, rồi chép phần của bạn sang.", "Somebody else has just changed this agency. Open this page in another tab to see it, then carry your part over."]);
                return Page();
            default:
                TempData["Done"] = language[$"Đã lưu «{Input.Name.Text.Vi}».", $"Saved “{Input.Name.Text.Vi}”."];
                return LocalRedirect(language.To("/agencies"));
        }
    }

    private async Task<bool> ShowAsync(Guid? id, CancellationToken ct)
    {
        if (id is { } known)
        {
            if (await register.FindAsync(known, ct) is not { } agency) return false;
            Agency = agency;
            Now = today.Of(agency.KindId, agency.ProvinceId) is { } now && now != agency.Name.Vi ? now : null;
            Persons = await db.Persons.CountAsync(p => p.AgencyId == known && p.MergedIntoId == null, ct);
        }
        Kinds = await db.AgencyKinds.AsNoTracking().OrderBy(k => k.Name.Vi).ToListAsync(ct);
        Provinces = await db.Provinces.AsNoTracking().OrderByDescending(p => p.Vintage).ThenBy(p => p.SortKey).ToListAsync(ct);
        return true;
    }

    /// <summary>Both vintages, said apart: an agency of 2016 stays where it was.</summary>
    public IEnumerable<Microsoft.AspNetCore.Mvc.Rendering.SelectListItem> Places => Provinces
        .Select(p => new Microsoft.AspNetCore.Mvc.Rendering.SelectListItem(p.Vintage == 2025 ? p.Name : language[$"{p.Name} (đến 30/06/2025)", $"{p.Name} (until 30/06/2025)"], p.Id))
        .Prepend(new(language["Không thuộc tỉnh nào", "Of no province"], ""));

    private static string? Some(string text) => text.Length > 0 ? text : null;
}
