using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Places;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>The public form of a workshop. What it answers is the same for everybody: who is registered is told by mail alone.</summary>
public sealed class RegisterPageModel(AppDb db, SeatOffice office, RegistrationDesk desk, RegistrantUnits units, AgencyKinds kinds, FormTries tries, TimeProvider clock, Language language) : PageModel
{
    [BindProperty]
    public RegisterInput Input { get; set; } = new();

    public Workshop Workshop { get; private set; } = null!;
    public Availability Seats { get; private set; } = null!;
    public RegistrationForm Form { get; private set; } = null!;
    public (string Heading, string Words)? Shut { get; private set; }
    public bool TooMany { get; private set; }

    public IEnumerable<SelectListItem> Honorifics => [new(language["Không ghi", "Not said"], ""), new("Ông", "Ông"), new("Bà", "Bà")];
    public IEnumerable<SelectListItem> Sexes => [new(language["Không ghi", "Not said"], ""), new(language["Nữ", "Female"], "Female"), new(language["Nam", "Male"], "Male")];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        ModelState.Clear();
        return await LoadAsync(code, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct)) return NotFound();
        if (Shut is not null) return Page();
        Input.Check(ModelState, language);
        var answers = Form.Read(Request.Form, ModelState, language);
        var unit = await Input.UnitAsync(Workshop, Form, units, kinds, ModelState, language, ct);
        if (!tries.Take(HttpContext))
        {
            TooMany = true;
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        if (!ModelState.IsValid) return Page();
        var until = (await office.LookAsync(Workshop.Id, ct)).KeptFor(RegistrationDesk.HeldFor);
        if (await desk.RegisterAsync(Workshop.Id, Input.Entry(unit!, answers, language), ct) is Registered.NotOpen)
        {
            await LoadAsync(code, ct);
            return Page();
        }
        TempData[SentPageModel.Mailbox] = Masked(Input.Address);
        TempData[SentPageModel.Until] = until.Ticks.ToString(CultureInfo.InvariantCulture);
        TempData[SentPageModel.Outlook] = Seats.NeedsApproval ? "approval" : Seats.HasRoom ? "room" : "full";
        return LocalRedirect(language.To($"/workshops/{code}/register/sent"));
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (await db.Workshops.AsNoTracking().Include(w => w.Programme).FirstOrDefaultAsync(w => w.Code == code, ct) is not { IsPublic: true } workshop) return false;
        Workshop = workshop;
        Shut = RegistrationWindow.WhyShut(workshop, clock.LocalNow(), language);
        if (Shut is not null) return true;
        Seats = await Availability.OfAsync(office, db, workshop.Id, ct);
        Form = await RegistrationForm.OfAsync(db, workshop, clock, language, ct);
        return true;
    }

    /// <summary>«n…@donvi.vn»: enough to know which mailbox to open, whoever looks over the shoulder.</summary>
    private static string Masked(string address) => address[..1] + "…" + address[address.IndexOf('@', StringComparison.Ordinal)..];
}
