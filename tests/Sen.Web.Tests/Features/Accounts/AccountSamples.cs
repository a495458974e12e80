using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Tests.Features.Accounts;

/// <summary>People for these tests: each with an address of its own, so that tests beside each other do not meet.</summary>
internal static class AccountSamples
{
    public const string Password = "một câu dễ nhớ";

    public static string NewAddress() => $"nguoi-{Guid.NewGuid():N}@coquan.example";

    /// <summary>Invited, accepted, with one role.</summary>
    public static Task<User> AcceptedAsync(this TestSite site, Role role = Role.Trainer, ScopeKind scope = ScopeKind.Workshop, string scopeId = "", string name = "Trần Thị Thử") => site.InScopeAsync(async s =>
    {
        var user = (await s.GetRequiredService<AccountDesk>().InviteAsync(name, NewAddress(), "vi", role, scope, scopeId, default))!;
        var token = s.GetRequiredService<OneTimeLinks>().TokenFor(user, OneTimeLinks.Invitation);
        Assert.Equal(PasswordChange.Done, (await s.GetRequiredService<PasswordDesk>().SetByLinkAsync(OneTimeLinks.Invitation, token, Password, default)).Result);
        return user;
    });

    /// <summary>The path of the newest link mailed to this address.</summary>
    public static async Task<string> MailedLinkAsync(this TestSite site, string email)
    {
        var body = await site.DbAsync(db => db.OutboxMessages.Where(m => m.To == email).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Select(m => m.Body).FirstAsync());
        return new Uri(Regex.Match(body, "https?://\\S+").Value).PathAndQuery;
    }

    public static Task<User> ReadAsync(this TestSite site, Guid id) => site.DbAsync(db => db.Users.AsNoTracking().SingleAsync(u => u.Id == id));
}
