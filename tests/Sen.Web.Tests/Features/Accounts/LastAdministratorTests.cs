using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Tests.Features.Accounts;

public sealed class LastAdministratorTests(EmptySite empty) : IClassFixture<EmptySite>
{
    private TestSite Site => empty.Site;

    [Fact]
    public async Task Two_administrators_who_remove_each_other_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            var (a, b) = await TwoAsync();
            var results = await Task.WhenAll(
                Site.InScopeAsync(async s => await s.GetRequiredService<RoleDesk>().RevokeAsync(a, await GrantAsync(s, a), "", default)),
                Site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().DeactivateAsync(b, "", default)));
            Assert.Equal([AccountChange.Done, AccountChange.LastAdministrator], results.Order());
            Assert.Equal(1, await CountAsync());
        }
    }

    /// <summary>The control: the same two steps without the lock, each looking before either has acted, leave nobody. Hence the lock.</summary>
    [Fact]
    public async Task Looking_and_then_removing_without_the_lock_leaves_nobody()
    {
        var (a, b) = await TwoAsync();
        using var bothHaveLooked = new Barrier(2);
        await Task.WhenAll(new[] { a, b }.Select(id => Task.Run(() => Site.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<AppDb>();
            var allowed = await s.GetRequiredService<LastAdministrator>().AnotherBesideAsync(await db.Users.SingleAsync(u => u.Id == id), default);
            bothHaveLooked.SignalAndWait();
            return allowed && await db.Users.Where(u => u.Id == id).ExecuteUpdateAsync(x => x.SetProperty(u => u.IsActive, false)) == 1;
        }))));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task An_invitation_not_taken_up_is_nobody_yet()
    {
        var (a, b) = await TwoAsync();
        await Site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().DeactivateAsync(b, "", default));
        await Site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().InviteAsync("Chưa Nhận", AccountSamples.NewAddress(), "vi", Role.Administrator, ScopeKind.Everywhere, "", default));
        Assert.Equal(AccountChange.LastAdministrator, await Site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().DeactivateAsync(a, "", default)));
    }

    [Fact]
    public async Task The_page_says_why_the_last_administrator_stays()
    {
        var (a, b) = await TwoAsync();
        await Site.InScopeAsync(s => s.GetRequiredService<AccountDesk>().DeactivateAsync(b, "", default));
        var admin = await Site.SignedInAsync((await Site.ReadAsync(a)).Email!, AccountSamples.Password);
        var answer = await admin.SendFormAsync($"/en/accounts/{a}", [], $"/en/accounts/{a}?handler=Deactivate");
        Assert.Contains("This is the last active administrator.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True((await Site.ReadAsync(a)).IsActive);
    }

    [Fact]
    public async Task The_one_time_link_makes_one_administrator_however_many_use_it()
    {
        await NobodyAsync();
        var older = await LinkAsync();
        var link = await LinkAsync();
        Assert.Contains("không còn dùng được", await Site.Visitor().GetStringAsync(older), StringComparison.Ordinal);
        Assert.DoesNotContain(link.Split('=')[1], await Site.DbAsync(async db => string.Join(' ', await db.Settings.Select(s => s.Value).ToListAsync())), StringComparison.Ordinal);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(n => Site.Visitor().SendFormAsync(link, new() { ["Name"] = "Người Thứ " + n, ["Email"] = AccountSamples.NewAddress(), ["Password"] = AccountSamples.Password })));
        Assert.Equal(["/vi/accounts"], answers.Where(a => a.StatusCode == HttpStatusCode.Found).Select(a => a.Headers.Location!.ToString()));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task A_wrong_token_makes_nobody()
    {
        await NobodyAsync();
        var link = await LinkAsync();
        var visitor = Site.Visitor();
        var answer = await visitor.SendFormAsync(link, new() { ["Name"] = "Kẻ Lạ", ["Email"] = AccountSamples.NewAddress(), ["Password"] = AccountSamples.Password, ["Token"] = new string('0', 64) }, "/vi/first-administrator");
        Assert.Contains("không còn dùng được", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await CountAsync());
    }

    private async Task<string> LinkAsync() => new Uri(await Site.InScopeAsync(s => s.GetRequiredService<FirstAdministrator>().LinkAsync(default))).PathAndQuery;

    private Task<int> NobodyAsync() => Site.DbAsync(db => db.Users.ExecuteUpdateAsync(s => s.SetProperty(u => u.IsActive, false)));

    private async Task<(Guid, Guid)> TwoAsync()
    {
        await NobodyAsync();
        return ((await Site.AcceptedAsync(Role.Administrator, ScopeKind.Everywhere)).Id, (await Site.AcceptedAsync(Role.Administrator, ScopeKind.Everywhere)).Id);
    }

    private static async Task<Guid> GrantAsync(IServiceProvider services, Guid user) =>
        await services.GetRequiredService<AppDb>().RoleGrants.Where(g => g.UserId == user && g.Role == Role.Administrator).Select(g => g.Id).SingleAsync();

    private Task<int> CountAsync() => Site.DbAsync(db => db.Users.CountAsync(u => u.IsActive && u.EmailConfirmed && db.RoleGrants.Any(g => g.UserId == u.Id && g.Role == Role.Administrator)));
}
