using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public sealed class ResetModel(PasswordDesk passwords, SignInDesk door, SignInTries tries, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    [Needed("Đặt một mật khẩu", "Choose a password")]
    [AtMost(200)]
    public string Password { get; set; } = "";

    public User? Account { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear();
        Account = await passwords.FindAsync(OneTimeLinks.Reset, Token, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var (result, user) = await passwords.SetByLinkAsync(OneTimeLinks.Reset, Token, Password, ct);
            if (result == PasswordChange.Done)
            {
                tries.Forget(user!.Email!);
                await door.EnterAsync(user, ct);
                TempData["Done"] = language["Đã đặt mật khẩu mới; các nơi khác đã đăng xuất.", "The new password is set; other browsers are signed out."];
                return LocalRedirect(language.To("/desk"));
            }
            if (result == PasswordChange.TooShort) ModelState.AddModelError(nameof(Password), PasswordWords.TooShort(language));
        }
        Account = await passwords.FindAsync(OneTimeLinks.Reset, Token, ct);
        return Page();
    }
}
