using System.Net;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Tests.Features.Accounts;

public sealed class PasskeyTests(TestSite site)
{
    [Fact]
    public async Task A_passkey_is_added_named_used_and_taken_away()
    {
        var user = await site.AcceptedAsync();
        var device = new Authenticator(site.Address);
        var person = await AddAsync(user, device);
        Assert.Contains("<b>Điện thoại của tôi</b>", await person.GetStringAsync("/vi/account"), StringComparison.Ordinal);

        var other = Browser();
        Assert.Equal("/vi/desk", (await UseAsync(other, device)).Headers.Location?.ToString());
        Assert.Contains("Trần Thị Thử", await other.GetStringAsync("/vi/desk"), StringComparison.Ordinal);

        await person.SendFormAsync("/vi/account", new() { ["key"] = device.Id, ["PasskeyName"] = "Máy cũ" }, "/vi/account?handler=RenamePasskey");
        Assert.Contains("<b>Máy cũ</b>", await person.GetStringAsync("/vi/account"), StringComparison.Ordinal);
        await person.SendFormAsync("/vi/account", new() { ["key"] = device.Id }, "/vi/account?handler=RemovePasskey");
        Assert.Contains("Chưa có khóa nào", await person.GetStringAsync("/vi/account"), StringComparison.Ordinal);
        await RefusedAsync(device);
    }

    [Fact]
    public async Task One_answer_opens_once_and_only_in_the_browser_that_asked()
    {
        var user = await site.AcceptedAsync();
        var device = new Authenticator(site.Address);
        await AddAsync(user, device);
        var asking = Browser();
        var answer = device.Get(await OptionsAsync(asking, "/vi/sign-in"));
        var elsewhere = await Browser().SendFormAsync("/vi/sign-in", new() { ["Credential"] = answer }, "/vi/sign-in?handler=Passkey");
        Assert.Contains("không mở được tài khoản nào", await elsewhere.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await asking.SendFormAsync("/vi/sign-in", new() { ["Credential"] = answer }, "/vi/sign-in?handler=Passkey")).StatusCode);
        await asking.SendFormAsync("/vi/sign-out", []);
        var again = await asking.SendFormAsync("/vi/sign-in", new() { ["Credential"] = answer }, "/vi/sign-in?handler=Passkey");
        Assert.Contains("không mở được tài khoản nào", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_passkey_of_a_deactivated_account_opens_nothing()
    {
        var user = await site.AcceptedAsync();
        var device = new Authenticator(site.Address);
        await AddAsync(user, device);
        await site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().DeactivateAsync(user.Id, "nghỉ việc", default));
        await RefusedAsync(device);
    }

    [Fact]
    public async Task A_passkey_of_another_person_is_neither_renamed_nor_removed()
    {
        var owner = await site.AcceptedAsync();
        var device = new Authenticator(site.Address);
        var person = await AddAsync(owner, device);
        var stranger = await site.SignedInAsync((await site.AcceptedAsync()).Email!, AccountSamples.Password);
        foreach (var handler in new[] { "RenamePasskey", "RemovePasskey" })
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendFormAsync("/vi/account", new() { ["key"] = device.Id, ["PasskeyName"] = "Lấy" }, "/vi/account?handler=" + handler)).StatusCode);
        Assert.Contains("<b>Điện thoại của tôi</b>", await person.GetStringAsync("/vi/account"), StringComparison.Ordinal);
    }

    private async Task<HttpClient> AddAsync(User user, Authenticator device)
    {
        var person = await site.SignedInAsync(user.Email!, AccountSamples.Password);
        person.DefaultRequestHeaders.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        var credential = device.Create(await OptionsAsync(person, "/vi/account"));
        var added = await person.SendFormAsync("/vi/account", new() { ["Credential"] = credential, ["PasskeyName"] = "Điện thoại của tôi" }, "/vi/account?handler=AddPasskey");
        Assert.Equal(HttpStatusCode.Found, added.StatusCode);
        return person;
    }

    private async Task RefusedAsync(Authenticator device) =>
        Assert.Contains("không mở được tài khoản nào", await (await UseAsync(Browser(), device)).Content.ReadAsStringAsync(), StringComparison.Ordinal);

    private static async Task<HttpResponseMessage> UseAsync(HttpClient browser, Authenticator device) =>
        await browser.SendFormAsync("/vi/sign-in", new() { ["Credential"] = device.Get(await OptionsAsync(browser, "/vi/sign-in")) }, "/vi/sign-in?handler=Passkey");

    private static async Task<string> OptionsAsync(HttpClient browser, string page) =>
        await (await browser.SendFormAsync(page, [], page + "?handler=PasskeyOptions")).EnsureSuccessStatusCode().Content.ReadAsStringAsync();

    private HttpClient Browser()
    {
        var browser = site.Visitor();
        browser.DefaultRequestHeaders.Add("Origin", site.Address.GetLeftPart(UriPartial.Authority));
        return browser;
    }
}
