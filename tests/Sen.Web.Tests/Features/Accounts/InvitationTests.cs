using System.Net;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Tests.Features.Accounts;

public sealed class InvitationTests(TestSite site)
{
    [Fact]
    public async Task An_invited_person_follows_the_mail_sets_a_password_and_is_in_once()
    {
        var email = AccountSamples.NewAddress();
        var admin = await site.SignedInAsync();
        var sent = await admin.SendFormAsync("/vi/accounts/invite", new() { ["Name"] = "Lê Thị Mới", ["Email"] = email, ["Lang"] = "en", ["Role"] = "Reviewer", ["Where"] = "Province:2025-92" });
        Assert.Equal(HttpStatusCode.Found, sent.StatusCode);

        var link = await site.MailedLinkAsync(email);
        Assert.StartsWith("/en/invitation?token=", link, StringComparison.Ordinal);
        var guest = site.Visitor();
        Assert.Contains("Lê Thị Mới", Visits.Text(await guest.GetStringAsync(link)), StringComparison.Ordinal);
        var tooShort = await guest.SendFormAsync(link, new() { ["Password"] = "ngắn" });
        Assert.Contains("A password needs at least 10 characters", Visits.Text(await tooShort.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var taken = await guest.SendFormAsync(link, new() { ["Password"] = AccountSamples.Password });
        Assert.Equal("/en/desk", taken.Headers.Location?.ToString());
        Assert.Contains("Lê Thị Mới", await guest.GetStringAsync("/en/desk"), StringComparison.Ordinal);

        Assert.Contains("This link no longer works", await site.Visitor().GetStringAsync(link), StringComparison.Ordinal);
        await site.SignedInAsync(email, AccountSamples.Password);
    }

    [Fact]
    public async Task One_link_used_twice_at_once_sets_one_password()
    {
        var user = (await site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().InviteAsync("Hai Nơi", AccountSamples.NewAddress(), "vi", Role.Trainer, ScopeKind.Workshop, "", default)))!;
        var link = await site.MailedLinkAsync(user.Email!);
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(n => site.Visitor().SendFormAsync(link, new() { ["Password"] = "mật khẩu của nơi thứ " + n })));
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Found], both.Select(a => a.StatusCode).Order());
    }

    [Fact]
    public async Task A_newer_invitation_ends_the_older_link()
    {
        var user = (await site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().InviteAsync("Chậm Nhận", AccountSamples.NewAddress(), "vi", Role.Trainer, ScopeKind.Workshop, "", default)))!;
        var older = await site.MailedLinkAsync(user.Email!);
        Assert.True(await site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().InviteAgainAsync(user.Id, default)));
        var newer = await site.MailedLinkAsync(user.Email!);
        Assert.Contains("không còn dùng được", await site.Visitor().GetStringAsync(older), StringComparison.Ordinal);
        Assert.Contains("Chậm Nhận", await site.Visitor().GetStringAsync(newer), StringComparison.Ordinal);
    }

    [Fact]
    public void An_invitation_lasts_seven_days_a_reset_two_hours_and_neither_opens_the_other()
    {
        var clock = new SettableClock();
        var links = new OneTimeLinks(new EphemeralDataProtectionProvider(), clock);
        var user = new User();
        var (invitation, reset) = (links.TokenFor(user, OneTimeLinks.Invitation), links.TokenFor(user, OneTimeLinks.Reset));
        Assert.True(links.Fits(user, OneTimeLinks.Invitation, invitation));
        Assert.False(links.Fits(user, OneTimeLinks.Reset, invitation));
        Assert.False(links.Fits(new User(), OneTimeLinks.Reset, reset));
        var now = clock.GetUtcNow();
        using (clock.At(now.AddHours(2).AddSeconds(1))) Assert.False(links.Fits(user, OneTimeLinks.Reset, reset));
        using (clock.At(now.AddDays(7).AddMinutes(-1))) Assert.True(links.Fits(user, OneTimeLinks.Invitation, invitation));
        using (clock.At(now.AddDays(7).AddSeconds(1))) Assert.False(links.Fits(user, OneTimeLinks.Invitation, invitation));
    }

    [Fact]
    public async Task A_known_address_is_not_invited_again_and_the_form_says_whose_it_is()
    {
        var admin = await site.SignedInAsync();
        var answer = await admin.SendFormAsync("/en/accounts/invite", new() { ["Name"] = "Kẻ Trùng", ["Email"] = "QUANTRI@sen.example", ["Lang"] = "vi", ["Role"] = "Administrator", ["Where"] = "Everywhere" });
        Assert.Contains("This address already has an account (Bà Quản Trị Mẫu)", Visits.Text(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await site.DbAsync(db => db.Users.CountAsync(u => u.DisplayName == "Kẻ Trùng")));
    }

    [Theory]
    [InlineData("Administrator", "Province:2025-92", "Vai trò «Quản trị viên» cần phạm vi là toàn hệ thống")]
    [InlineData("Organiser", "Workshop:0198a000-0000-7000-8000-000000000000", "Phạm vi này không còn nữa: chọn lại")]
    [InlineData("AgencyOfficer", "Agency", "Ghi tên cơ quan")]
    [InlineData("EnterpriseMember", "Enterprise", "Ghi tên doanh nghiệp")]
    [InlineData("EnterpriseMember", "Everywhere", "Vai trò «Đại diện doanh nghiệp» cần phạm vi là một doanh nghiệp")]
    [InlineData("Organiser", "", "Vai trò «Tổ chức hội thảo» cần phạm vi là một hội thảo hoặc toàn hệ thống")]
    public async Task A_role_is_given_only_within_a_scope_it_can_have(string role, string where, string complaint)
    {
        var admin = await site.SignedInAsync();
        var email = AccountSamples.NewAddress();
        var answer = await admin.SendFormAsync("/vi/accounts/invite", new() { ["Name"] = "Sai Phạm Vi", ["Email"] = email, ["Lang"] = "vi", ["Role"] = role, ["Where"] = where });
        Assert.Contains(complaint, Visits.Text(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(0, await site.DbAsync(db => db.Users.CountAsync(u => u.Email == email)));
    }

    [Fact]
    public async Task A_member_of_an_enterprise_is_one_of_the_register_and_not_of_an_office()
    {
        await site.DbAsync(async db =>
        {
            db.Agencies.Add(new Sen.Web.Features.People.Agency { KindId = "DN", ProvinceId = "2025-92", Name = new("Công ty Mẫu Thành Viên", ""), SearchKey = "cong ty mau thanh vien dn", SortKey = "c" });
            return await db.SaveChangesAsync();
        });
        var admin = await site.SignedInAsync();
        var email = AccountSamples.NewAddress();
        Dictionary<string, string> Wish(string name) => new() { ["Name"] = "Bà Thành Viên", ["Email"] = email, ["Lang"] = "vi", ["Role"] = "EnterpriseMember", ["Where"] = "Enterprise", ["Agency"] = name };
        var office = await admin.SendFormAsync("/vi/accounts/invite", Wish("Sở Công Thương thành phố Huế"));
        Assert.Contains("Danh bạ chưa có doanh nghiệp nào tên «Sở Công Thương thành phố Huế»", Visits.Text(await office.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await admin.SendFormAsync("/vi/accounts/invite", Wish("công ty mẫu thành viên"));
        var grant = await site.DbAsync(db => db.RoleGrants.SingleAsync(g => db.Users.Any(u => u.Id == g.UserId && u.Email == email)));
        Assert.Equal((Role.EnterpriseMember, ScopeKind.Enterprise), (grant.Role, grant.Scope));
    }
}
