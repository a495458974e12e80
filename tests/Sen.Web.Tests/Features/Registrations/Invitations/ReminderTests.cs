using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Registrations.Invitations;

namespace Sen.Web.Tests.Features.Registrations.Invitations;

/// <summary>A clock of its own: days pass here.</summary>
public sealed class ReminderTests(QuietSite quiet) : IClassFixture<QuietSite>
{
    private readonly TestSite site = quiet.Site;

    [Fact]
    public async Task Silent_agencies_are_reminded_once_per_day_that_comes_however_often_the_round_runs()
    {
        var workshop = await site.WorkshopAsync(capacity: 20, startsOn: new DateOnly(2027, 1, 20));
        var agencies = await site.AgenciesAsync(4);
        var batch = await site.InviteAsync(workshop, agencies, seats: 1, write: b => b.Deadline = new DateTime(2026, 12, 20, 17, 0, 0));
        await site.NominateAsync(await site.OfficerAsync(agencies[0]), Registering.NewName());
        await site.PressAsync(await site.OfficerAsync(agencies[1]), "Decline", ("Reason", "Bận"));
        Assert.Equal(0, await RoundsAsync());
        using (site.Clock.At(new DateTimeOffset(2026, 12, 14, 3, 0, 0, TimeSpan.Zero)))
        {
            Assert.Equal(2, await RoundsAsync());
            Assert.Equal(0, await RoundsAsync());
        }
        using (site.Clock.At(new DateTimeOffset(2026, 12, 19, 3, 0, 0, TimeSpan.Zero))) Assert.Equal(2, await RoundsAsync());
        using (site.Clock.At(new DateTimeOffset(2026, 12, 21, 3, 0, 0, TimeSpan.Zero))) Assert.Equal(0, await RoundsAsync());
        var mails = await Task.WhenAll(agencies.Select(async a => (await site.MailsOfAsync(a, "invitation-reminder:")).Count));
        Assert.Equal([0, 0, 2, 2], mails);
        Assert.Equal(2, (await site.InvitationAsync(batch, agencies[2])).Reminders);
    }

    [Fact]
    public async Task The_organiser_reminds_now_and_an_answer_stops_it()
    {
        var workshop = await site.WorkshopAsync(capacity: 20, startsOn: new DateOnly(2027, 1, 20));
        var agencies = await site.AgenciesAsync(2);
        var batch = await site.InviteAsync(workshop, agencies, seats: 2, write: b => (b.Deadline, b.RemindDays) = (new DateTime(2027, 1, 10, 17, 0, 0), ""));
        await site.NominateAsync(await site.OfficerAsync(agencies[0]), Registering.NewName());
        var desk = await site.SignedInAsync();
        var at = $"/vi/desk/workshops/{workshop.Code}/invitations";
        using (site.Clock.At(site.Clock.GetUtcNow().AddHours(2)))
        {
            await desk.SendFormAsync(at, [], $"{at}?handler=Remind&batch={batch.Id}");
            Assert.Equal(0, await RoundsAsync());
        }
        Assert.Contains("Quý cơ quan đã đề cử 1 người, còn 1 chỗ chưa có người.", Assert.Single(await site.MailsOfAsync(agencies[0], "invitation-reminder:")).Body, StringComparison.Ordinal);
        Assert.Contains("Chúng tôi chưa nhận được trả lời", Assert.Single(await site.MailsOfAsync(agencies[1], "invitation-reminder:")).Body, StringComparison.Ordinal);
        await site.PressAsync(await site.OfficerAsync(agencies[0]), "Done");
        using (site.Clock.At(site.Clock.GetUtcNow().AddHours(3))) await desk.SendFormAsync(at, [], $"{at}?handler=Remind&batch={batch.Id}");
        Assert.Single(await site.MailsOfAsync(agencies[1], "invitation-reminder:"));
        using (site.Clock.At(site.Clock.GetUtcNow().AddDays(1))) await (await site.SignedInAsync()).SendFormAsync(at, [], $"{at}?handler=Remind&batch={batch.Id}");
        Assert.Single(await site.MailsOfAsync(agencies[0], "invitation-reminder:"));
        Assert.Equal(2, (await site.MailsOfAsync(agencies[1], "invitation-reminder:")).Count);
    }

    [Fact]
    public async Task A_later_deadline_is_told_once_and_keeps_the_seats_longer()
    {
        var workshop = await site.WorkshopAsync(capacity: 4, startsOn: new DateOnly(2027, 2, 20));
        var agency = (await site.AgenciesAsync(1))[0];
        var batch = await site.InviteAsync(workshop, [agency], seats: 2, write: b => b.Deadline = new DateTime(2027, 1, 10, 17, 0, 0));
        var desk = await site.SignedInAsync();
        var at = $"/vi/desk/workshops/{workshop.Code}/invitations";
        for (var twice = 0; twice < 2; twice++) await desk.SendFormAsync(at, new() { ["Deadline"] = "2027-01-20T17:00" }, $"{at}?handler=Extend&batch={batch.Id}");
        var invitation = await site.InvitationAsync(batch, agency);
        Assert.Equal((new DateTime(2027, 1, 20, 17, 0, 0), new DateTime(2027, 1, 20, 17, 0, 0)), (invitation.Deadline, invitation.KeptUntil));
        Assert.Contains("nay là 17:00, 20/01/2027", Assert.Single(await site.MailsOfAsync(agency, "invitation-extended:")).Body, StringComparison.Ordinal);
        var early = Visits.Text(await (await desk.SendFormAsync(at, new() { ["Deadline"] = "2026-01-20T17:00" }, $"{at}?handler=Extend&batch={batch.Id}")).Content.ReadAsStringAsync());
        Assert.Contains("Hạn trả lời phải ở sau lúc này", early, StringComparison.Ordinal);
    }

    /// <summary>Three rounds at the same time, as three nodes would; how many mails they wrote together.</summary>
    private async Task<int> RoundsAsync() => (await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => site.InScopeAsync(s => s.GetRequiredService<Reminders>().RunAsync(null, default)))))).Sum();
}
