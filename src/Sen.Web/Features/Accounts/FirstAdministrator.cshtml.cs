using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public sealed class FirstAdministratorModel(FirstAdministrator first, SignInDesk door, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty]
    [Needed("Ghi họ và tên", "Enter your name")]
    [AtMost(100)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Needed("Ghi địa chỉ thư điện tử", "Enter your e-mail address")]
    [AtMost(200)]
    public string Email { get; set; } = "";

    [BindProperty]
    [Needed("Đặt một mật khẩu", "Choose a password")]
    [AtMost(200)]
    public string Password { get; set; } = "";

    public bool IsGood { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear();
        IsGood = await first.IsGoodAsync(Token, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            if (!MailAddress.IsGood(Email)) ModelState.AddModelError(nameof(Email), MailAddress.Complaint(Email, language));
            if (Password.Length < PasswordDesk.ShortestPassword) ModelState.AddModelError(nameof(Password), PasswordWords.TooShort(language));
        }
        if (ModelState.IsValid)
        {
            if (await first.CreateAsync(Token, Name, Email, Password, language.Code, ct) is { } user)
            {
                await door.EnterAsync(user, ct);
                TempData["Done"] = language["Ông/Bà là quản trị viên của hệ thống này.", "You are the administrator of this installation."];
                return LocalRedirect(language.To("/accounts"));
            }
            ModelState.AddModelError(nameof(Email), language["Địa chỉ này đã có tài khoản: dùng địa chỉ khác", "This address already has an account: use another one"]);
        }
        IsGood = await first.IsGoodAsync(Token, ct);
        return Page();
    }
}
