using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public sealed class SignInModel(AppDb db, SignInManager<User> signIn, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    [Needed("Ghi địa chỉ thư điện tử", "Enter your e-mail address")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Needed("Ghi mật khẩu", "Enter your password")]
    public string Password { get; set; } = "";

    public IReadOnlyList<string> SampleAccounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear();
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var user = await signIn.UserManager.FindByEmailAsync(Email.Trim());
            if (user is { IsActive: true } && (!user.IsSample || AccountsPart.IsLocal(HttpContext)))
            {
                var result = await signIn.PasswordSignInAsync(user, Password, isPersistent: true, lockoutOnFailure: true);
                if (result.Succeeded) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : language.To("/desk"));
            }
            ModelState.AddModelError(nameof(Password), language[
                "Địa chỉ hoặc mật khẩu không đúng. Thử lại, hoặc đặt lại mật khẩu.",
                "The address or the password is not right. Try again, or reset the password."]);
        }
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (AccountsPart.IsLocal(HttpContext))
            SampleAccounts = await db.Users.Where(u => u.IsSample).OrderBy(u => u.Email).Select(u => u.Email!).ToListAsync(ct);
    }
}
