using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public sealed class InviteModel(AppDb db, AccountDesk desk, RoleScopes scopes, Microsoft.AspNetCore.Identity.ILookupNormalizer normalizer, Language language) : PageModel
{
    [BindProperty]
    [Needed("Ghi họ và tên", "Enter the name")]
    [AtMost(100)]
    public string Name { get; set; } = "";

    [BindProperty]
    [Needed("Ghi địa chỉ thư điện tử", "Enter the e-mail address")]
    [AtMost(200)]
    public string Email { get; set; } = "";

    [BindProperty]
    public string Lang { get; set; } = Language.Vietnamese;

    [BindProperty]
    public Role Role { get; set; } = Role.Organiser;

    [BindProperty]
    public string Where { get; set; } = "";

    [BindProperty]
    [AtMost(300)]
    public string? Agency { get; set; }

    public IReadOnlyList<SelectListItem> Scopes { get; private set; } = [];
    public IEnumerable<SelectListItem> Roles => Offered(language);

    /// <summary>A role within an enterprise is given where enterprises are kept.</summary>
    public static IEnumerable<SelectListItem> Offered(Language l) =>
        Enum.GetValues<Role>().Where(r => !r.Scopes().Contains(ScopeKind.Enterprise)).Select(r => new SelectListItem(r.Words(l), r.ToString()));

    public async Task OnGetAsync(CancellationToken ct) => Scopes = await scopes.ChoicesAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (ModelState.IsValid && !MailAddress.IsGood(Email)) ModelState.AddModelError(nameof(Email), MailAddress.Complaint(Email, language));
        var (scope, id, complaint) = await scopes.ReadAsync(new RoleWish(Role, Where, Agency ?? ""), ct);
        if (complaint is not null) ModelState.AddModelError(Where == RoleScopes.AgencyByName && Role.Scopes().Contains(ScopeKind.Agency) ? nameof(Agency) : nameof(Where), complaint);
        if (ModelState.IsValid)
        {
            if (await desk.InviteAsync(Name, Email, Lang == Language.English ? Language.English : Language.Vietnamese, Role, scope, id, ct) is { } user)
            {
                TempData["Done"] = language[$"Đã mời {user.DisplayName}. Thư mời nằm ở mục Thư đi.", $"{user.DisplayName} is invited. The letter is under Mail."];
                return LocalRedirect(language.To("/accounts/" + user.Id));
            }
            var normalised = normalizer.NormalizeEmail(Email.Trim());
            var known = await db.Users.AsNoTracking().Where(u => u.NormalizedEmail == normalised).Select(u => u.DisplayName).FirstOrDefaultAsync(ct);
            ModelState.AddModelError(nameof(Email), language[
                $"Địa chỉ này đã có tài khoản ({known}): tìm trong danh sách và cấp thêm vai trò ở đó",
                $"This address already has an account ({known}): find it in the list and give the role there"]);
        }
        Scopes = await scopes.ChoicesAsync(ct);
        return Page();
    }
}

/// <summary>As strict as a person needs: one @, something on both sides, a dot after it, no spaces.</summary>
internal static class MailAddress
{
    public static bool IsGood(string text) => text.Trim() is var t && t.Count(c => c == '@') == 1 && !t.Any(char.IsWhiteSpace) && !t.Any(char.IsControl)
        && new EmailAddressAttribute().IsValid(t) && t.LastIndexOf('.') > t.IndexOf('@', StringComparison.Ordinal) + 1 && t[^1] != '.';

    public static string Complaint(string text, Language l) => l[$"«{text.Trim()}» chưa phải là địa chỉ thư: ghi theo dạng ten@coquan.gov.vn", $"“{text.Trim()}” is not an e-mail address: write it as name@agency.gov.vn"];
}
