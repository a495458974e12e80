using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Edit;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>Adds one person by hand: the limits hold, so somebody they do not admit stands in line and the answer says why.</summary>
public sealed class NewParticipantModel(AppDb db, WorkshopDesk workshops, RegistrationDesk desk, SeatOffice office, TimeProvider clock, Language language) : PageModel
{
    [BindProperty]
    public NewParticipantInput Input { get; set; } = new();

    public Workshop Workshop { get; private set; } = null!;
    public IReadOnlyList<Province> Provinces { get; private set; } = [];
    public IReadOnlyList<string> AgencyNames { get; private set; } = [];
    /// <summary>Who is here already under this name and contact.</summary>
    public Registration? Known { get; private set; }

    public IEnumerable<SelectListItem> Honorifics => new[] { "Ông", "Bà", "Anh", "Chị" }.Select(h => new SelectListItem(h, h)).Prepend(new SelectListItem(language["Chưa chọn", "Not chosen"], ""));

    public IEnumerable<SelectListItem> Sexes => [new(language["Không ghi", "Not stated"], ""), new(language["Nữ", "Female"], nameof(Sex.Female)), new(language["Nam", "Male"], nameof(Sex.Male))];

    public IEnumerable<SelectListItem> Langs => [new(language["Tiếng Việt", "Vietnamese"], "vi"), new(language["Tiếng Anh", "English"], "en")];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return NotFound();
        await ShowAsync(workshop, ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (await workshops.FindAsync(code, ct) is not { } workshop) return NotFound();
        foreach (var (box, vi, en) in Input.Complaints()) ModelState.AddModelError("Input." + box, language[vi, en]);
        if (ModelState.IsValid)
            switch (await desk.AddAsync(workshop.Id, Input.Entry, ct))
            {
                case Registered.Done done:
                    new Flash(await WordsAsync(workshop, done.Registration, ct)).Leave(TempData);
                    return LocalRedirect(language.To($"/desk/workshops/{code}/people/{done.Registration.Id}"));
                case Registered.AlreadyHere here:
                    Known = here.Registration;
                    Response.StatusCode = StatusCodes.Status409Conflict;
                    break;
                default:
                    ModelState.AddModelError("", language["Hội thảo đã hủy nên không thêm người được nữa.", "The workshop is cancelled, so nobody can be added."]);
                    Response.StatusCode = StatusCodes.Status409Conflict;
                    break;
            }
        await ShowAsync(workshop, ct);
        return Page();
    }

    private async Task<string> WordsAsync(Workshop workshop, Registration r, CancellationToken ct)
    {
        var words = r.State switch
        {
            RegistrationState.Waiting => language["Đã thêm vào danh sách chờ. ", "Added to the waiting list. "] + ((await office.LookAsync(workshop.Id, ct)).Book.Judge(Seatable.Of(r)) is { Admits: false } no ? no.Words(language)
                : language["Có người đứng trước trong danh sách chờ.", "Others are before them on the waiting list."]),
            RegistrationState.Recorded => language["Đã ghi là đã tham dự.", "Recorded as having taken part."],
            _ => language["Đã thêm và cho chỗ.", "Added and seated."],
        };
        if (r.AgencyId is null && r.AgencyName.Length > 0) words += " " + language["Cơ quan chưa khớp với danh mục: xem mục «Khớp cơ quan».", "The agency is not matched to the register: see “Match the agency”."];
        return words;
    }

    private async Task ShowAsync(Workshop workshop, CancellationToken ct)
    {
        Workshop = workshop;
        Provinces = await ProvinceChoices.OfAsync(db, workshop.StartsOn, clock, ct);
        var region = workshop.RegionProvinces.ConvertAll(p => p.ProvinceId);
        AgencyNames = await db.Agencies.AsNoTracking().Where(a => a.ProvinceId == null || region.Contains(a.ProvinceId)).OrderBy(a => a.SortKey).Select(a => a.Name.Vi).Take(200).ToListAsync(ct);
    }
}
