using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;
using Box = Sen.Web.Platform.Outbox.Outbox;

namespace Sen.Web.Tests.Features.Accounts;

public sealed class AccountsAccessTests(TestSite site)
{
    private const string Secret = "Bà Rất Kín Đáo";

    /// <summary>Each page holds the name of one account, in its list, its trail or its mail.</summary>
    public static TheoryData<string> Pages => ["/accounts?Q=kín+đáo", "/accounts?Q=kín+đáo&handler=Csv", "/accounts/{id}", "/audit?Q=kín+đáo", "/audit?Q=kín+đáo&handler=Csv", "/mail?Q=kín+đáo", "/mail/{mail}"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Only_an_administrator_sees_accounts_trail_and_mail(string page)
    {
        var user = await site.AcceptedAsync(name: Secret);
        var mail = await site.DbAsync(db => db.OutboxMessages.Where(m => m.To == user.Email).Select(m => m.Id).FirstAsync());
        var address = "/vi" + page.Replace("{id}", user.Id.ToString(), StringComparison.Ordinal).Replace("{mail}", mail.ToString(), StringComparison.Ordinal);

        var admin = await site.SignedInAsync();
        Assert.Contains(Secret, WebUtility.HtmlDecode(await admin.GetStringAsync(address)), StringComparison.Ordinal);
        foreach (var email in new[] { "phutrach@sen.example", "totchuc@sen.example" })
        {
            var refused = await (await site.SignedInAsync(email)).GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.DoesNotContain("Kín Đáo", WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        }
        var unknown = await site.Visitor().GetAsync(address);
        Assert.Equal((HttpStatusCode.Found, "/vi/sign-in?returnUrl=" + Uri.EscapeDataString(unknown.RequestMessage!.RequestUri!.PathAndQuery)), (unknown.StatusCode, unknown.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("Rename", "Name=Đổi trộm")]
    [InlineData("Grant", "Role=Administrator&Where=Everywhere")]
    [InlineData("Deactivate", "")]
    [InlineData("SignOut", "")]
    [InlineData("Unlock", "")]
    public async Task An_organiser_changes_nothing_on_an_account(string handler, string fields)
    {
        var user = await site.AcceptedAsync(name: Secret);
        await site.DbAsync(db => db.Users.Where(u => u.Id == user.Id).ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, 3)));
        var organiser = await site.SignedInAsync("totchuc@sen.example");
        var form = fields.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
        var refused = await organiser.SendFormAsync("/vi/account", form, $"/vi/accounts/{user.Id}?handler={handler}");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var now = await site.ReadAsync(user.Id);
        Assert.Equal((Secret, true, user.SecurityStamp, 3), (now.DisplayName, now.IsActive, now.SecurityStamp, now.AccessFailedCount));
        Assert.Equal([Role.Trainer], await site.DbAsync(db => db.RoleGrants.Where(g => g.UserId == user.Id).Select(g => g.Role).ToArrayAsync()));
    }

    [Fact]
    public async Task An_organiser_invites_nobody()
    {
        var email = AccountSamples.NewAddress();
        var organiser = await site.SignedInAsync("totchuc@sen.example");
        var refused = await organiser.SendFormAsync("/vi/account", new() { ["Name"] = "Tự Mời", ["Email"] = email, ["Role"] = "Administrator", ["Where"] = "Everywhere" }, "/vi/accounts/invite");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(0, await site.DbAsync(db => db.Users.CountAsync(u => u.Email == email)));
    }

    [Fact]
    public async Task A_withdrawn_role_ends_with_the_next_click_and_the_trail_says_why()
    {
        await site.AcceptedAsync(Role.Administrator, ScopeKind.Everywhere, name: "Người Ở Lại");
        var user = await site.AcceptedAsync();
        await site.InScopeAsync(s => s.GetRequiredService<RoleDesk>().GrantAsync(user.Id, Role.Administrator, ScopeKind.Everywhere, "", "trực thay", default));
        var person = await site.SignedInAsync(user.Email!, AccountSamples.Password);
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("/vi/audit")).StatusCode);
        var grant = await site.DbAsync(db => db.RoleGrants.SingleAsync(g => g.UserId == user.Id && g.Role == Role.Administrator));
        Assert.Equal(AccountChange.Done, await site.InScopeAsync(s => s.GetRequiredService<RoleDesk>().RevokeAsync(user.Id, grant.Id, "hết phiên trực", default)));
        Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync("/vi/audit")).StatusCode);

        var admin = await site.SignedInAsync();
        var trail = Visits.Text(await admin.GetStringAsync($"/vi/accounts/{user.Id}"));
        Assert.Matches("test thêm vai trò .*vai trò: Quản trị viên.* trực thay", trail);
        Assert.Matches("test xóa vai trò .*Quản trị viên → –.* hết phiên trực", trail);
    }

    [Fact]
    public async Task A_mail_on_its_way_is_not_sent_again_and_one_given_up_is()
    {
        var keys = new[] { "waiting:" + Guid.NewGuid(), "given-up:" + Guid.NewGuid() };
        await site.DbAsync(async db =>
        {
            foreach (var key in keys) Box.Add(db, key, "a@coquan.example", "", "vi", "Thư", "…");
            await db.SaveChangesAsync();
            return await db.OutboxMessages.Where(m => m.Key == keys[1]).ExecuteUpdateAsync(s => s.SetProperty(m => m.Attempts, 10).SetProperty(m => m.LastError, "550 no such mailbox"));
        });
        var ids = await site.DbAsync(db => db.OutboxMessages.Where(m => keys.Contains(m.Key)).OrderByDescending(m => m.Key).Select(m => m.Id).ToListAsync());
        var admin = await site.SignedInAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await admin.SendFormAsync("/vi/account", [], "/vi/mail/" + ids[0])).StatusCode);
        Assert.Contains("550 no such mailbox", await admin.GetStringAsync("/en/mail/" + ids[1]), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await admin.SendFormAsync("/vi/mail/" + ids[1], [])).StatusCode);
        Assert.Equal(0, await site.DbAsync(db => db.OutboxMessages.Where(m => m.Id == ids[1]).Select(m => m.Attempts).SingleAsync()));
    }

    [Fact]
    public async Task The_file_of_the_trail_runs_no_formula()
    {
        var user = await site.AcceptedAsync();
        await site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().DeactivateAsync(user.Id, "=HYPERLINK(\"x\") " + user.Id, default));
        var csv = await (await site.SignedInAsync()).GetStringAsync("/en/audit?handler=Csv&Q=" + user.Id);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\") " + user.Id + "\"", csv, StringComparison.Ordinal);
    }
}
