using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Tests.Features.Accounts;

public sealed class SignInTests(TestSite site)
{
    [Fact]
    public async Task Eight_wrong_passwords_close_an_account_and_a_reset_by_mail_opens_it_at_once()
    {
        var user = await site.AcceptedAsync();
        for (var n = 0; n < 8; n++) Assert.Contains("không đúng", await TryAsync(user.Email!, "sai " + n), StringComparison.Ordinal);
        Assert.Contains("Đợi 10 phút rồi thử lại", await TryAsync(user.Email!, AccountSamples.Password), StringComparison.Ordinal);
        // Another address meets the count in the database.
        Assert.Contains("Đợi 10 phút rồi thử lại", await TryAsync(user.Email!, AccountSamples.Password, from: "198.51.100.7"), StringComparison.Ordinal);

        await site.Visitor().SendFormAsync("/vi/sign-in/forgot", new() { ["Email"] = user.Email! });
        var guest = site.Visitor();
        var set = await guest.SendFormAsync(await site.MailedLinkAsync(user.Email!), new() { ["Password"] = "câu mới dễ nhớ" });
        Assert.Equal("/vi/desk", set.Headers.Location?.ToString());
        await site.SignedInAsync(user.Email!, "câu mới dễ nhớ");
    }

    [Fact]
    public async Task A_closed_account_opens_by_itself_after_ten_minutes()
    {
        var user = await site.AcceptedAsync();
        for (var n = 0; n < 8; n++) await TryAsync(user.Email!, "sai " + n);
        using (site.Clock.At(site.Clock.GetUtcNow().AddMinutes(9))) Assert.Contains("Đợi 1 phút", await TryAsync(user.Email!, AccountSamples.Password, from: "198.51.100.8"), StringComparison.Ordinal);
        using (site.Clock.At(site.Clock.GetUtcNow().AddMinutes(10.5))) await site.SignedInAsync(user.Email!, AccountSamples.Password);
    }

    [Fact]
    public async Task An_unknown_address_is_answered_as_a_known_one_also_when_it_is_closed()
    {
        var user = await site.AcceptedAsync();
        var nobody = AccountSamples.NewAddress();
        for (var n = 0; n < 9; n++)
        {
            var known = (await TryAsync(user.Email!, "sai " + n)).Replace(user.Email!, "…", StringComparison.Ordinal);
            Assert.Equal(known, (await TryAsync(nobody, "sai " + n)).Replace(nobody, "…", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_hall_of_sixty_behind_one_address_stays_open_and_a_flood_is_stopped()
    {
        var tries = new SignInTries(new SettableClock());
        for (var person = 0; person < 60; person++)
            for (var wrong = 0; wrong < 4; wrong++) Assert.True(tries.Begin("hall", "p" + person, out _));
        Assert.True(tries.Begin("hall", "somebody else", out _));
        tries.Succeeded("hall", "somebody else");
        for (var n = 0; n < 60; n++) Assert.True(tries.Begin("hall", "flood" + n, out _));
        Assert.False(tries.Begin("hall", "one more", out var byAccount));
        Assert.False(byAccount);
        Assert.True(tries.Begin("another hall", "one more", out _));
    }

    [Fact]
    public void Tries_are_forgotten_after_ten_minutes()
    {
        var clock = new SettableClock();
        var tries = new SignInTries(clock);
        for (var n = 0; n < 8; n++) Assert.True(tries.Begin("a", "x", out _));
        Assert.False(tries.Begin("a", "X ", out var byAccount));
        Assert.True(byAccount);
        using (clock.At(clock.GetUtcNow().AddMinutes(10.1))) Assert.True(tries.Begin("a", "x", out _));
    }

    [Fact]
    public async Task A_sample_account_opens_from_this_machine_only()
    {
        var answer = await TryAsync(SampleAccounts.Administrator, SampleAccounts.Password, from: "203.0.113.9");
        Assert.Contains("không đúng", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleAccounts.Password, answer, StringComparison.Ordinal);
        var local = await site.SignedInAsync();
        local.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        Assert.StartsWith("/vi/sign-in?returnUrl=", (await local.GetAsync("/vi/accounts")).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_password_is_answered_alike_for_everybody_and_mailed_once()
    {
        var user = await site.AcceptedAsync();
        var nobody = AccountSamples.NewAddress();
        var known = Visits.Text(await (await site.Visitor().SendFormAsync("/en/sign-in/forgot", new() { ["Email"] = user.Email! })).Content.ReadAsStringAsync());
        var unknown = Visits.Text(await (await site.Visitor().SendFormAsync("/en/sign-in/forgot", new() { ["Email"] = nobody })).Content.ReadAsStringAsync());
        await site.Visitor().SendFormAsync("/en/sign-in/forgot", new() { ["Email"] = user.Email! });
        Assert.Equal(known, unknown);
        Assert.Equal((0, 1), (await site.DbAsync(db => db.OutboxMessages.CountAsync(m => m.To == nobody)), await site.DbAsync(db => db.OutboxMessages.CountAsync(m => m.To == user.Email && m.Key.StartsWith("reset:")))));
    }

    [Fact]
    public async Task The_link_of_a_reset_leads_to_this_site_whatever_host_the_request_names()
    {
        var user = await site.AcceptedAsync();
        var stranger = site.Visitor();
        stranger.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        stranger.DefaultRequestHeaders.Host = "evil.example";
        await stranger.SendFormAsync("/vi/sign-in/forgot", new() { ["Email"] = user.Email! });
        var body = await site.DbAsync(db => db.OutboxMessages.Where(m => m.To == user.Email && m.Key.StartsWith("reset:")).Select(m => m.Body).SingleAsync());
        Assert.Contains(site.Address + "vi/sign-in/reset?token=", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deactivated_account_neither_enters_nor_stays()
    {
        var user = await site.AcceptedAsync();
        var inside = await site.SignedInAsync(user.Email!, AccountSamples.Password);
        Assert.Equal(AccountChange.Done, await site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().DeactivateAsync(user.Id, "nghỉ việc", default)));
        Assert.StartsWith("/vi/sign-in", (await inside.GetAsync("/vi/desk")).Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains("không đúng", await TryAsync(user.Email!, AccountSamples.Password), StringComparison.Ordinal);
        await site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().ReactivateAsync(user.Id, "quay lại", default));
        await site.SignedInAsync(user.Email!, AccountSamples.Password);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_browser_and_here_only_this_one()
    {
        var user = await site.AcceptedAsync();
        var (office, phone, home) = (await site.SignedInAsync(user.Email!, AccountSamples.Password), await site.SignedInAsync(user.Email!, AccountSamples.Password), await site.SignedInAsync(user.Email!, AccountSamples.Password));
        await home.SendFormAsync("/vi/sign-out", []);
        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.OK], [(await home.GetAsync("/vi/account")).StatusCode, (await phone.GetAsync("/vi/account")).StatusCode]);
        await office.SendFormAsync("/vi/account", [], "/vi/account?handler=SignOut");
        Assert.Equal([HttpStatusCode.Found, HttpStatusCode.Found], [(await office.GetAsync("/vi/account")).StatusCode, (await phone.GetAsync("/vi/account")).StatusCode]);
    }

    [Fact]
    public async Task A_changed_password_keeps_this_browser_and_ends_the_others()
    {
        var user = await site.AcceptedAsync();
        var (here, there) = (await site.SignedInAsync(user.Email!, AccountSamples.Password), await site.SignedInAsync(user.Email!, AccountSamples.Password));
        var wrong = await here.SendFormAsync("/vi/account", new() { ["CurrentPassword"] = "không phải", ["NewPassword"] = "câu khác dễ nhớ" }, "/vi/account?handler=Password");
        Assert.Contains("Mật khẩu đang dùng không đúng", Visits.Text(await wrong.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var right = await here.SendFormAsync("/vi/account", new() { ["CurrentPassword"] = AccountSamples.Password, ["NewPassword"] = "câu khác dễ nhớ" }, "/vi/account?handler=Password");
        Assert.Equal(HttpStatusCode.Found, right.StatusCode);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Found], [(await here.GetAsync("/vi/account")).StatusCode, (await there.GetAsync("/vi/account")).StatusCode]);
    }

    private async Task<string> TryAsync(string email, string password, string? from = null)
    {
        using var visitor = site.Visitor();
        if (from is not null) visitor.DefaultRequestHeaders.Add("X-Forwarded-For", from);
        var answer = await visitor.SendFormAsync("/vi/sign-in", new() { ["Email"] = email, ["Password"] = password });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        return Visits.Text(html) + (html.Contains("value=\"" + email, StringComparison.Ordinal) ? " " + email : "");
    }
}
