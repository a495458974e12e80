using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Platform.Outbox;
using Box = Sen.Web.Platform.Outbox.Outbox;

namespace Sen.Web.Tests.Features.Accounts;

public sealed class MailTrayTests(TestSite site)
{
    [Fact]
    public async Task The_tray_shows_attachments_and_what_came_back()
    {
        var to = $"tra-lai-{Guid.NewGuid():N}@coquan.example";
        var message = new OutboxMessage { Key = "tray:" + to, To = to, Subject = "Kèm tệp", Body = "…", Attachments = [new MailAttachment { Name = "lich.ics", ContentType = "text/calendar", Content = "BEGIN:VCALENDAR"u8.ToArray() }] };
        await site.DbAsync(db =>
        {
            Box.Add(db, message);
            return db.SaveChangesAsync();
        });
        var now = site.Clock.GetUtcNow().UtcDateTime;
        await site.DbAsync(db => db.OutboxMessages.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.BouncedAt, now).SetProperty(x => x.BounceReason, "550 5.1.1 no such user")));
        var administrator = await site.SignedInAsync();
        var tray = Visits.Text(await administrator.GetStringAsync("/vi/mail?State=Bounced&Q=" + to));
        Assert.Contains("1 tệp đính kèm", tray, StringComparison.Ordinal);
        Assert.Contains("Bị trả lại 550 5.1.1 no such user", tray, StringComparison.Ordinal);
        Assert.DoesNotContain(to, await administrator.GetStringAsync("/vi/mail?State=Waiting"), StringComparison.Ordinal);
        Assert.Contains("lich.ics", await administrator.GetStringAsync("/vi/mail/" + message.Id), StringComparison.Ordinal);
        var file = await administrator.GetAsync($"/vi/mail/{message.Id}?handler=File&position=0");
        Assert.Equal(("application/octet-stream", "BEGIN:VCALENDAR"), (file.Content.Headers.ContentType!.MediaType, await file.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync("totchuc@sen.example")).GetAsync($"/vi/mail/{message.Id}?handler=File&position=0")).StatusCode);
        // Nobody has it, so it may be tried again.
        Assert.Equal(HttpStatusCode.Found, (await administrator.SendFormAsync("/vi/mail/" + message.Id, [])).StatusCode);
        Assert.Equal(OutboxState.Waiting, (await site.DbAsync(db => db.OutboxMessages.AsNoTracking().SingleAsync(m => m.Id == message.Id))).State);
    }
}
