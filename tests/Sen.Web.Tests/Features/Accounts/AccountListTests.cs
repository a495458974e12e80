using System.Text.RegularExpressions;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Tests.Features.Accounts;

public sealed partial class AccountListTests(EmptySite empty) : IClassFixture<EmptySite>
{
    [Fact]
    public async Task Accounts_are_found_without_marks_sorted_by_given_name_and_paged_by_fifty()
    {
        var site = empty.Site;
        var admin = await site.AcceptedAsync(Role.Administrator, ScopeKind.Everywhere, name: "Lê Quản Trị");
        var visitor = await site.SignedInAsync(admin.Email!, AccountSamples.Password);
        var before = (await NamesAsync(visitor, "/vi/accounts")).Count;
        foreach (var name in new[] { "Đỗ Thị Yến", "Nguyễn Đỗ Ân", "Đỗ Văn Ánh", "Đỗ Văn An" }) await InviteAsync(name);
        Assert.Equal(["Đỗ Văn An", "Đỗ Văn Ánh", "Nguyễn Đỗ Ân", "Đỗ Thị Yến"], await NamesAsync(visitor, "/vi/accounts?Q=do"));
        Assert.Equal(["Đỗ Văn An", "Đỗ Văn Ánh"], await NamesAsync(visitor, "/vi/accounts?Q=DO+van&State=Invited&Role=Trainer"));
        Assert.Empty(await NamesAsync(visitor, "/vi/accounts?Q=do+van&State=Active"));

        for (var n = 0; n < 50; n++) await InviteAsync("Người Thêm");
        Assert.Equal((50, before + 4), ((await NamesAsync(visitor, "/vi/accounts")).Count, (await NamesAsync(visitor, "/vi/accounts?p=2")).Count));
        Assert.Equal(before + 55, (await visitor.GetStringAsync("/vi/accounts?handler=Csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);

        Task<User?> InviteAsync(string name) => site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().InviteAsync(name, AccountSamples.NewAddress(), "vi", Role.Trainer, ScopeKind.Workshop, "", default));
    }

    [Fact]
    public async Task The_trail_is_narrowed_by_day_who_and_kind()
    {
        var site = empty.Site;
        var admin = await site.AcceptedAsync(Role.Administrator, ScopeKind.Everywhere, name: "Bà Xem Sổ");
        var visitor = await site.SignedInAsync(admin.Email!, AccountSamples.Password);
        var other = await site.AcceptedAsync(name: "Ông Bị Ngừng");
        await visitor.SendFormAsync($"/vi/accounts/{other.Id}", new() { ["Why"] = "chuyển công tác" }, $"/vi/accounts/{other.Id}?handler=Deactivate");
        var today = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime.AddHours(7)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var text = Visits.Text(await visitor.GetStringAsync($"/vi/audit?Q=chuyen+cong+tac&Who=B%C3%A0+Xem+S%E1%BB%95&Subject=User&From={today}&To={today}"));
        Assert.Contains("Bà Xem Sổ sửa tài khoản Ông Bị Ngừng đang dùng: có → không chuyển công tác 1–1 trên 1", text, StringComparison.Ordinal);
        foreach (var narrower in new[] { "&From=2026-12-31", "&Who=test", "&Subject=Workshop" })
            Assert.DoesNotContain("chuyển công tác", await visitor.GetStringAsync("/vi/audit?Q=chuyen+cong+tac" + narrower), StringComparison.Ordinal);
    }

    private static async Task<List<string>> NamesAsync(HttpClient visitor, string address) =>
        [.. NameCell().Matches(System.Net.WebUtility.HtmlDecode(await visitor.GetStringAsync(address))).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("<th scope=\"row\"><a [^>]*>([^<]+)</a>")]
    private static partial Regex NameCell();
}
