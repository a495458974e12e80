using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public sealed class ForgotModel(PasswordDesk passwords, Language language) : PageModel
{
    [BindProperty]
    [Needed("Ghi địa chỉ thư điện tử", "Enter your e-mail address")]
    [AtMost(200)]
    public string Email { get; set; } = "";

    public bool Asked { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid && !MailAddress.IsGood(Email)) ModelState.AddModelError(nameof(Email), MailAddress.Complaint(Email, language));
        if (!ModelState.IsValid) return Page();
        await passwords.MailResetAsync(Email, AccountsPart.IsLocal(HttpContext), ct);
        Asked = true;
        return Page();
    }
}
