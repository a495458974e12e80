using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Places;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations;

/// <summary>Changes what was said on the form, behind the private link.</summary>
[PrivatePage]
public sealed class OwnFormPageModel(AppDb db, PrivateLinks links, OwnRegistrationDesk desk, SeatOffice office, RegistrantUnits units, AgencyKinds kinds, TimeProvider clock, Actor actor, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    public WorkInput Input { get; set; } = new();

    public Workshop? Workshop { get; private set; }
    public string Name { get; private set; } = "";
    public bool MayChange { get; private set; }
    public RegistrationForm Form { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear();
        if (await LoadAsync(ct) is not { } own) return Unknown();
        Input = new WorkInput { Position = own.Position, Agency = own.AgencyName, ProvinceId = Form.Provinces.Any(p => p.Value == own.ProvinceId) ? own.ProvinceId! : "", Diet = own.Diet, AccessNeeds = own.AccessNeeds };
        Form.Begin(await db.Answers.AsNoTracking().Where(a => a.RegistrationId == own.Id).ToListAsync(ct));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } own) return Unknown();
        var answers = Form.Read(Request.Form, ModelState, language);
        var unit = await Input.UnitAsync(Workshop!, Form, units, kinds, ModelState, language, ct);
        if (!ModelState.IsValid || !MayChange) return Page();
        var entry = new RegistrationEntry
        {
            Name = PersonName.Read(Name) ?? new PersonName { Full = Name, Family = "", Middle = "", Given = Name },
            Position = PersonName.Clean(Input.Position),
            Agency = Input.Agency,
            ProvinceId = unit!.ProvinceId,
            Diet = Input.Diet.Trim().Nfc(),
            AccessNeeds = Input.AccessNeeds.Trim().Nfc(),
            Answers = answers,
        };
        var (change, verdict) = await desk.DescribeAsync(own, entry, unit, ct);
        if (change == OwnChange.Done)
        {
            TempData["Done"] = language["Đã lưu những gì Ông/Bà sửa.", "Your changes are saved."];
            return Redirect(language.To("/registration?token=" + Uri.EscapeDataString(Token!)));
        }
        if (verdict is null) MayChange = false;
        else ModelState.AddModelError("Input.Agency", language[
            $"Chưa đổi được sang cơ quan hoặc tỉnh này. {verdict.Words(language)} Đăng ký của Ông/Bà vẫn như cũ.",
            $"You cannot be moved to this agency or province now. {verdict.Words(language)} Your registration is as it was."]);
        return Page();
    }

    private async Task<Registration?> LoadAsync(CancellationToken ct)
    {
        actor.Runs("private link");
        if (await links.FindAsync(Token, ct) is not { } own) return null;
        var seats = await office.LookAsync(own.WorkshopId, ct);
        Workshop = seats.Workshop;
        Name = await db.Persons.Where(p => p.Id == own.PersonId).Select(p => p.FullName).SingleAsync(ct);
        MayChange = Registration.IsOpen(own.State) && own.State != RegistrationState.Recorded && OwnRegistrationDesk.MayChange(seats.Workshop, seats.Plan, seats.LocalNow);
        Form = await RegistrationForm.OfAsync(db, Workshop, clock, language, ct);
        return own;
    }

    private PageResult Unknown()
    {
        if (!string.IsNullOrEmpty(Token)) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
