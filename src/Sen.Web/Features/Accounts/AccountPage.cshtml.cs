using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public sealed class AccountPageModel(AppDb db, AccountDesk desk, RoleDesk roles, RoleScopes scopes, AuditReader audit, Language language, TimeProvider clock) : PageModel
{
    public sealed record Held(Guid Id, Role Role, string Where, DateTime Since);

    [BindProperty]
    [Needed("Ghi họ và tên", "Enter the name")]
    [AtMost(100)]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Lang { get; set; } = Language.Vietnamese;

    [BindProperty]
    public Role Role { get; set; } = Role.Organiser;

    [BindProperty]
    public string Where { get; set; } = "";

    [BindProperty]
    [AtMost(300)]
    public string? Agency { get; set; }

    [BindProperty]
    [AtMost(500)]
    public string? Why { get; set; }

    public User Account { get; private set; } = null!;
    public AccountState State { get; private set; }
    public IReadOnlyList<Held> Roles { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Scopes { get; private set; } = [];
    public IReadOnlyList<AuditReader.Line> Trail { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, fresh: true, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostRenameAsync(Guid id, CancellationToken ct)
    {
        if (ModelState.IsValid)
            return await desk.RenameAsync(id, Name, Lang == Language.English ? Language.English : Language.Vietnamese, ct) ? Done(id, language["Đã lưu.", "Saved."]) : NotFound();
        return await LoadAsync(id, fresh: false, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostGrantAsync(Guid id, CancellationToken ct)
    {
        ModelState.Remove(nameof(Name));
        var (scope, scopeId, complaint) = await scopes.ReadAsync(new RoleWish(Role, Where, Agency ?? ""), ct);
        if (complaint is not null) ModelState.AddModelError(Where == RoleScopes.AgencyByName && Role.Scopes().Contains(ScopeKind.Agency) ? nameof(Agency) : nameof(Where), complaint);
        if (ModelState.IsValid)
            return Done(id, await roles.GrantAsync(id, Role, scope, scopeId, Why ?? "", ct) ? language["Đã cấp vai trò.", "The role is given."] : language["Người này đã có đúng vai trò ấy.", "This person already holds exactly that role."]);
        return await LoadAsync(id, fresh: true, ct) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id, Guid grant, CancellationToken ct) =>
        await AnswerAsync(id, await roles.RevokeAsync(id, grant, Why ?? "", ct), language["Đã rút vai trò.", "The role is withdrawn."], ct);

    public async Task<IActionResult> OnPostDeactivateAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync(id, await desk.DeactivateAsync(id, Why ?? "", ct), language["Đã ngừng tài khoản và đăng xuất ở mọi nơi.", "The account is deactivated and signed out everywhere."], ct);

    public async Task<IActionResult> OnPostReactivateAsync(Guid id, CancellationToken ct) =>
        await desk.ReactivateAsync(id, Why ?? "", ct) ? Done(id, language["Tài khoản dùng lại được.", "The account works again."]) : NotFound();

    public async Task<IActionResult> OnPostUnlockAsync(Guid id, CancellationToken ct) =>
        await desk.UnlockAsync(id, ct) ? Done(id, language["Đã mở khóa.", "Unlocked."]) : NotFound();

    public async Task<IActionResult> OnPostSignOutAsync(Guid id, CancellationToken ct) =>
        await desk.SignOutEverywhereAsync(id, ct) ? Done(id, language["Đã đăng xuất ở mọi nơi.", "Signed out everywhere."]) : NotFound();

    public async Task<IActionResult> OnPostInviteAgainAsync(Guid id, CancellationToken ct) =>
        await desk.InviteAgainAsync(id, ct) ? Done(id, language["Đã gửi lại lời mời; đường dẫn cũ hết hiệu lực.", "Invited again; the older link no longer works."]) : NotFound();

    private async Task<IActionResult> AnswerAsync(Guid id, AccountChange change, string done, CancellationToken ct)
    {
        switch (change)
        {
            case AccountChange.Done:
                return Done(id, done);
            case AccountChange.NotThere:
                return NotFound();
            default:
                ModelState.Clear();
                ModelState.AddModelError("", language[
                    "Đây là quản trị viên cuối cùng còn hoạt động. Cấp vai trò quản trị cho người khác trước.",
                    "This is the last active administrator. Make somebody else an administrator first."]);
                db.ChangeTracker.Clear();
                return await LoadAsync(id, fresh: true, ct) ? Page() : NotFound();
        }
    }

    private LocalRedirectResult Done(Guid id, string words)
    {
        TempData["Done"] = words;
        return LocalRedirect(language.To("/accounts/" + id));
    }

    private async Task<bool> LoadAsync(Guid id, bool fresh, CancellationToken ct)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, ct) is not { } user) return false;
        Account = user;
        if (fresh) (Name, Lang) = (user.DisplayName, user.Lang);
        State = AccountStates.Of(user.IsActive, user.HasAccepted, user.LockoutEnd, clock.UtcNow());
        var grants = await db.RoleGrants.AsNoTracking().Where(g => g.UserId == id).ToListAsync(ct);
        var name = await scopes.NamesAsync([.. grants.Select(g => (g.Scope, g.ScopeId)).Distinct()], ct);
        Roles = [.. grants.OrderBy(g => g.Role).ThenBy(g => g.GrantedAt).Select(g => new Held(g.Id, g.Role, name(g.Scope, g.ScopeId), g.GrantedAt))];
        Scopes = await scopes.ChoicesAsync(ct);
        Trail = await audit.OfAccountAsync(id, ct);
        return true;
    }
}
