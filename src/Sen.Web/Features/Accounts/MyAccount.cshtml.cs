using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>What a person changes about their own account. Whose account it is comes from the sign-in, never from the form.</summary>
public sealed class MyAccountModel(Access access, AccountDesk desk, PasswordDesk passwords, PasskeyDesk passkeys, SignInDesk door, UserManager<User> users, Actor actor, Language language) : PageModel
{
    public sealed record Key(string Id, string Name, DateTimeOffset Added);

    [BindProperty]
    [AtMost(100)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Lang { get; set; } = Language.Vietnamese;

    [BindProperty]
    [AtMost(200)]
    public string? CurrentPassword { get; set; }

    [BindProperty]
    [AtMost(200)]
    public string? NewPassword { get; set; }

    [BindProperty]
    public string? Credential { get; set; }

    [BindProperty]
    [AtMost(60)]
    public string? PasskeyName { get; set; }

    public User Account { get; private set; } = null!;
    public IReadOnlyList<Key> Keys { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        (Name, Lang) = (Account.DisplayName, Account.Lang);
    }

    public async Task<IActionResult> OnPostRenameAsync(CancellationToken ct)
    {
        await LoadAsync();
        if (string.IsNullOrWhiteSpace(Name)) ModelState.AddModelError(nameof(Name), language["Ghi họ và tên", "Enter your name"]);
        if (!ModelState.IsValid) return Page();
        actor.Because("own account");
        await desk.RenameAsync(Account.Id, Name, Lang == Language.English ? Language.English : Language.Vietnamese, ct);
        return Done(language["Đã lưu.", "Saved."]);
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        await LoadAsync();
        (Name, Lang) = (Account.DisplayName, Account.Lang);
        if (!ModelState.IsValid) return Page();
        switch (await passwords.ChangeAsync(Account, CurrentPassword, NewPassword ?? "", ct))
        {
            case PasswordChange.Done:
                await door.EnterAsync(Account, ct);
                return Done(language["Đã đổi mật khẩu; các nơi khác đã đăng xuất.", "The password is changed; other browsers are signed out."]);
            case PasswordChange.TooShort:
                ModelState.AddModelError(nameof(NewPassword), PasswordWords.TooShort(language));
                return Page();
            case PasswordChange.WrongPassword:
                ModelState.AddModelError(nameof(CurrentPassword), language["Mật khẩu đang dùng không đúng", "The present password is not right"]);
                return Page();
            default:
                return StatusCode(StatusCodes.Status409Conflict);
        }
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken ct)
    {
        await LoadAsync();
        actor.Because("own account");
        await desk.SignOutEverywhereAsync(Account.Id, ct);
        return LocalRedirect(language.To("/sign-in"));
    }

    public async Task<IActionResult> OnPostPasskeyOptionsAsync()
    {
        await LoadAsync();
        return Content(await passkeys.CreationAsync(Account), "application/json");
    }

    public async Task<IActionResult> OnPostAddPasskeyAsync(CancellationToken ct)
    {
        await LoadAsync();
        (Name, Lang) = (Account.DisplayName, Account.Lang);
        if (await passkeys.AddAsync(Account, Credential, PasskeyName ?? "", ct)) return Done(language["Đã thêm khóa truy cập.", "The passkey is added."]);
        ModelState.AddModelError(nameof(PasskeyName), language["Khóa truy cập chưa được thêm: thử lại", "The passkey was not added: try again"]);
        return Page();
    }

    public async Task<IActionResult> OnPostRenamePasskeyAsync(string key)
    {
        await LoadAsync();
        return Decode(key) is { } id && await passkeys.RenameAsync(Account, id, PasskeyName ?? "") ? Done(language["Đã đổi tên khóa.", "The passkey is renamed."]) : NotFound();
    }

    public async Task<IActionResult> OnPostRemovePasskeyAsync(string key)
    {
        await LoadAsync();
        return Decode(key) is { } id && await passkeys.RemoveAsync(Account, id) ? Done(language["Đã bỏ khóa.", "The passkey is removed."]) : NotFound();
    }

    private static byte[]? Decode(string key)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(key);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private LocalRedirectResult Done(string words)
    {
        TempData["Done"] = words;
        return LocalRedirect(language.To("/account"));
    }

    private async Task LoadAsync()
    {
        Account = (await users.FindByIdAsync(access.Standing!.UserId.ToString()))!;
        Keys = [.. (await users.GetPasskeysAsync(Account)).OrderBy(k => k.CreatedAt).Select(k => new Key(WebEncoders.Base64UrlEncode(k.CredentialId), k.Name ?? "", k.CreatedAt))];
    }
}
