using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Tests.Features.Registrations.Invitations;

public sealed class InvitationQueriesTests(TestSite site)
{
    [Fact]
    public async Task A_page_asks_as_many_questions_for_three_agencies_as_for_one()
    {
        var (one, three) = (await site.WorkshopAsync(capacity: 9), await site.WorkshopAsync(capacity: 9));
        var (alone, trio) = (await site.AgenciesAsync(1), await site.AgenciesAsync(3));
        await site.InviteAsync(one, alone);
        await site.InviteAsync(three, trio);
        var links = (One: await site.OfficerAsync(alone[0]), Three: await site.OfficerAsync(trio[0]));
        await site.NominateAsync(links.One, Registering.NewName());
        for (var n = 0; n < 3; n++) await site.NominateAsync(links.Three, Registering.NewName());
        var counter = new CommandCounter();
        await using var node = counter.Node(site);
        await node.StartAsync(TestContext.Current.CancellationToken);
        var address = node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var visitor = new HttpClient(new CookieJar(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = new Uri(address) };
        await visitor.SendFormAsync("/vi/sign-in", new() { ["Email"] = "quantri@sen.example", ["Password"] = "sen-mau-2026" });
        async Task<int> CountAsync(string page)
        {
            counter.Commands = 0;
            await visitor.GetStringAsync(page);
            return counter.Commands;
        }

        foreach (var (forOne, forThree) in new[] { ($"/vi/desk/workshops/{one.Code}/invitations", $"/vi/desk/workshops/{three.Code}/invitations"), links })
        {
            await CountAsync(forOne);
            await CountAsync(forThree);
            var (few, many) = (await CountAsync(forOne), await CountAsync(forThree));
            Assert.InRange(few, 1, 25);
            Assert.Equal(few, many);
        }
    }
}
