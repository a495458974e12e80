using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public sealed class SignInModel(AppDb db, SignInDesk desk, PasskeyDesk passkeys, SignInManager<User> signIn, KeptForms keptForms, KeptFormFilter keptPages, Access access, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    [Needed("Ghi địa chỉ thư điện tử", "Enter your e-mail address")]
    public string Email { get; set; } = "";

    [BindProperty]
    [Needed("Ghi mật khẩu", "Enter your password")]
    public string Password { get; set; } = "";

    /// <summary>What was typed before the sign-in expired, sealed.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    public IReadOnlyList<string> SampleAccounts { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        ModelState.Clear();
        await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (IsForged()) return BadRequest();
        if (ModelState.IsValid)
        {
            var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
            switch (await desk.WithPasswordAsync(Email, Password, address, AccountsPart.IsLocal(HttpContext), ct))
            {
                case SignInOutcome.Signed { User: var user }:
                    return await GoOnAsync(user);
                case SignInOutcome.TooMany:
                    return StatusCode(StatusCodes.Status429TooManyRequests);
                case SignInOutcome.Locked { Minutes: var minutes }:
                    ModelState.AddModelError(nameof(Password), language[
                        $"Đã sai nhiều lần. Đợi {minutes} phút rồi thử lại, hoặc đặt lại mật khẩu qua thư để mở ngay.",
                        $"Too many wrong tries. Wait {minutes} minutes and try again, or reset the password by mail to get in now."]);
                    break;
                default:
                    ModelState.AddModelError(nameof(Password), language[
                        "Địa chỉ hoặc mật khẩu không đúng. Thử lại, hoặc đặt lại mật khẩu.",
                        "The address or the password is not right. Try again, or reset the password."]);
                    break;
            }
        }
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await passkeys.RequestAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken ct)
    {
        if (IsForged()) return BadRequest();
        ModelState.Clear();
        if (await passkeys.SignInAsync(Credential, AccountsPart.IsLocal(HttpContext), ct) is { } user) return await GoOnAsync(user);
        ModelState.AddModelError("", language[
            "Khóa truy cập này không mở được tài khoản nào. Thử lại, hoặc dùng mật khẩu.",
            "This passkey opens no account. Try again, or use your password."]);
        await LoadAsync(ct);
        return Page();
    }

    private bool IsForged() => Kept is { Length: > 0 } text && keptForms.Open(text, HttpContext) is null;

    private async Task<IActionResult> GoOnAsync(User user)
    {
        if (Kept is not { Length: > 0 } text) return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : language.To("/desk"));
        // The page that follows in this very answer carries a form: its token and its header belong to whoever has just signed in.
        HttpContext.User = await signIn.CreateUserPrincipalAsync(user);
        access.Is((await Standing.OfAsync(db, user.Id, HttpContext.RequestAborted))!);
        return keptPages.LookAndSend(keptForms.Open(text, HttpContext)!);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        if (AccountsPart.IsLocal(HttpContext))
            SampleAccounts = await db.Users.Where(u => u.IsSample).OrderBy(u => u.Email).Select(u => u.Email!).ToListAsync(ct);
    }
}
