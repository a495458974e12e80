using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>Sends somebody the links of their registrations. The answer is the same whether the mailbox is known or not.</summary>
[PrivatePage]
public sealed class LinksAgainPageModel(AppDb db, RegistrationMails mails, FormTries tries, TimeProvider clock, Language language) : PageModel
{
    [BindProperty]
    [Needed("Ghi thư điện tử đã dùng khi đăng ký", "Enter the e-mail you registered with"), AtMost(200)]
    public string Email { get; set; } = "";

    public bool Asked { get; private set; }
    public bool TooMany { get; private set; }

    public void OnGet() => ModelState.Clear();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Email.Trim().Length > 0 && !MailAddress.IsGood(Email)) ModelState.AddModelError(nameof(Email), MailAddress.Complaint(Email, language));
        if (!tries.Take(HttpContext))
        {
            TooMany = true;
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return Page();
        }
        if (!ModelState.IsValid) return Page();
        var address = Email.Trim().ToLowerInvariant();
        if (tries.TakeMailbox(address))
        {
            await mails.LinksAgainAsync(address, language.Code, clock.UtcNow(), ct);
            await db.SaveChangesAsync(ct);
        }
        Asked = true;
        return Page();
    }
}
