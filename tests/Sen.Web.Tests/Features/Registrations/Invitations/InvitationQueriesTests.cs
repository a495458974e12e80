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
        foreach (var (forOne, forThree) in new[] { ($"/vi/desk/workshops/{one.Code}/invitations", $"/vi/desk/workshops/{three.Code}/invitations"), links })
        {
            var counts = await CommandCounter.OfDeskAsync(site, forOne, forThree);
            Assert.InRange(counts[0], 1, 25);
            Assert.Equal(counts[0], counts[1]);
        }
    }
}
