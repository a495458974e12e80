using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Sen.Web.Platform.Csv;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public sealed class AccountListModel(AccountRegister register, Language language) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public AccountState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public ListPage At { get; private set; } = null!;
    public IReadOnlyList<AccountRegister.Line> Lines { get; private set; } = [];

    public IEnumerable<SelectListItem> Roles => [new(language["Mọi vai trò", "Any role"], ""), .. Enum.GetValues<Role>().Select(r => new SelectListItem(r.Words(language), r.ToString()))];
    public IEnumerable<SelectListItem> States => [new(language["Mọi trạng thái", "Any state"], ""), .. Enum.GetValues<AccountState>().Select(s => new SelectListItem(s.Words(language), s.ToString()))];

    private AccountSearch Search => new(Q, Role, State, Sort);

    public async Task OnGetAsync(int? p, CancellationToken ct)
    {
        At = ListPage.Of(p, await register.CountAsync(Search, ct), Request);
        Lines = await register.LinesAsync(Search, Math.Max(0, At.First - 1), ListPage.Size, ct);
    }

    public async Task<IActionResult> OnGetCsvAsync(CancellationToken ct)
    {
        var lines = await register.LinesAsync(Search, 0, int.MaxValue, ct);
        return CsvAnswer.Of("sen-accounts.csv", lines
            .Select(l => new[] { l.Name, l.Email, l.State.Words(language), string.Join("; ", l.Roles.Select(r => $"{r.Role.Words(language)} ({r.Where})")), l.LastSignInAt is { } at ? language.Moment(at) : "" })
            .Prepend([language["Họ và tên", "Name"], language["Thư điện tử", "E-mail"], language["Trạng thái", "State"], language["Vai trò", "Roles"], language["Lần đăng nhập cuối", "Last sign-in"]]));
    }
}
