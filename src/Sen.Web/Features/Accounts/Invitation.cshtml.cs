using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>Where the link of an invitation leads: set a password, and be signed in.</summary>
public sealed class InvitationModel(PasswordDesk passwords, SignInDesk door, Language language) : PageModel
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
        Account = await passwords.FindAsync(OneTimeLinks.Invitation, Token, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var (result, user) = await passwords.SetByLinkAsync(OneTimeLinks.Invitation, Token, Password, ct);
            if (result == PasswordChange.Done)
            {
                await door.EnterAsync(user!, ct);
                TempData["Done"] = language["Chào mừng Ông/Bà đến với Sen.", "Welcome to Sen."];
                return LocalRedirect(language.To("/desk"));
            }
            if (result == PasswordChange.TooShort) ModelState.AddModelError(nameof(Password), PasswordWords.TooShort(language));
        }
        Account = await passwords.FindAsync(OneTimeLinks.Invitation, Token, ct);
        return Page();
    }
}

internal static class PasswordWords
{
    public static string TooShort(Language l) => l[$"Mật khẩu cần ít nhất {PasswordDesk.ShortestPassword} ký tự: một câu ngắn dễ nhớ là tốt nhất", $"A password needs at least {PasswordDesk.ShortestPassword} characters: a short sentence is best"];
}
