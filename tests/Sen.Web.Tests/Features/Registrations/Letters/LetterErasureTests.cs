using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Tests.Features.Registrations.Letters;

public sealed class LetterErasureTests(TestSite site)
{
    [Fact]
    public async Task Letters_and_refusals_are_told_to_the_person_and_blotted_with_them()
    {
        var workshop = await site.WorkshopAsync();
        var (name, email) = (Registering.NewName(), Registering.NewMailbox());
        var own = await site.SeatedAsync(workshop, name, email, ("Input.Consents", "LaterWorkshops"));
        var letter = await site.LetterAsync(workshop, l => (l.Sort, l.Subject.Vi) = (LetterSort.News, "Tin cho {ho_ten}"));
        await site.SendAsync(letter);
        await site.Visitor().PostAsync(new Uri((await site.MailsOfAsync(letter))[0].UnsubscribeUrl).PathAndQuery, new FormUrlEncodedContent([new("scope", "all")]));
        await site.InScopeAsync(async s =>
        {
            await FailedAddresses.MarkAsync(s.GetRequiredService<DbContext>(), email, permanent: true, $"5.1.1 <{email}> unknown", site.Clock.GetUtcNow().UtcDateTime, default);
            return 0;
        });
        var export = await site.Visitor().GetStringAsync(own + "&handler=Data");
        Assert.Contains("\"kind\": \"letter\"", export, StringComparison.Ordinal);
        Assert.Contains("\"kind\": \"news-refusal\"", export, StringComparison.Ordinal);

        await site.PressAsync(own, "Ask", ("wish", "Erasure"));
        var person = (await site.OfAsync(workshop, name)).PersonId;
        var request = await site.DbAsync(db => db.PersonalDataRequests.AsNoTracking().SingleAsync(r => r.PersonId == person));
        Assert.Equal(HttpStatusCode.Found, (await (await site.SignedInAsync()).SendFormAsync("/vi/personal-data", new() { ["id"] = request.Id.ToString() }, "/vi/personal-data?handler=Erase")).StatusCode);
        foreach (var word in new[] { name, email }) Assert.Equal([], await site.ColumnsWithAsync(word));
        // That somebody was written to, and refused, stays counted.
        Assert.Equal(1, await site.DbAsync(db => db.LetterRecipients.CountAsync(r => r.LetterId == letter.Id)));
        Assert.Equal(1, await site.DbAsync(db => db.NewsRefusals.CountAsync(r => r.PersonId == person)));
    }
}
