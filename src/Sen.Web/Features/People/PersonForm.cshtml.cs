using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

public sealed class PersonFormModel(AppDb db, PersonRegister register, Language language) : PageModel
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public Person Person { get; private set; } = null!;
    public IReadOnlyList<Province> Provinces { get; private set; } = [];
    /// <summary>Names to choose from while typing: those of the person's province.</summary>
    public IReadOnlyList<string> AgencyNames { get; private set; } = [];

    public IEnumerable<SelectListItem> Honorifics => new[] { "Ông", "Bà", "Anh", "Chị" }.Append(Person.Honorific).Where(h => h.Length > 0).Distinct(StringComparer.Ordinal)
        .Select(h => new SelectListItem(h, h)).Prepend(new SelectListItem(language["Chưa chọn", "Not chosen"], ""));

    public IEnumerable<SelectListItem> Sexes => [new(language["Không ghi", "Not stated"], ""), new(language["Nữ", "Female"], nameof(Sex.Female)), new(language["Nam", "Male"], nameof(Sex.Male))];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await register.FindAsync(id, ct) is not { } person) return NotFound();
        if (person.MergedIntoId is { } standing) return LocalRedirect(language.To($"/people/{standing}/edit"));
        var agency = await db.Agencies.Where(a => a.Id == person.AgencyId).Select(a => a.Name.Vi).FirstOrDefaultAsync(ct);
        Input = PersonInput.Of(person, agency ?? person.AgencyText);
        await ShowAsync(person, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await register.FindAsync(id, ct) is not { } person) return NotFound();
        if (person.MergedIntoId is { } standing) return LocalRedirect(language.To($"/people/{standing}"));
        foreach (var (box, vi, en) in Input.Complaints(person)) ModelState.AddModelError("Input." + box, language[vi, en]);
        if (ModelState.IsValid)
        {
            if (await register.SaveAsync(person, Input, ct) == PersonSaved.Done)
            {
                TempData["Done"] = language["Đã lưu.", "Saved."];
                return LocalRedirect(language.To($"/people/{id}"));
            }
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.AddModelError("", language["Người khác vừa sửa thông tin này. Mở trang này ở thẻ khác để xem bản mới, rồi chép phần của bạn sang.", "Somebody else has just changed these details. Open this page in another tab to see them, then carry your part over."]);
        }
        await ShowAsync(person, ct);
        return Page();
    }

    private async Task ShowAsync(Person person, CancellationToken ct)
    {
        Person = person;
        var (province, before) = (Input.ProvinceId, person.ProvinceId);
        // The provinces of today, and the older unit a record of 2016 names.
        Provinces = await db.Provinces.AsNoTracking().Where(p => p.Vintage == 2025 || p.Id == before).OrderBy(p => p.SortKey).ToListAsync(ct);
        AgencyNames = await db.Agencies.AsNoTracking().Where(a => a.ProvinceId == null || a.ProvinceId == province).OrderBy(a => a.SortKey).Select(a => a.Name.Vi).Take(200).ToListAsync(ct);
    }
}
