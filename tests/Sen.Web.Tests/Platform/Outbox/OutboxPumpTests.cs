using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Sen.Web.Platform.Outbox;
using Box = Sen.Web.Platform.Outbox.Outbox;

namespace Sen.Web.Tests.Platform.Outbox;

public sealed class OutboxPumpTests(EmptySite empty) : IClassFixture<EmptySite>
{
    private TestSite Site => empty.Site;

    [Fact]
    public async Task Three_pumps_on_one_database_send_each_message_once()
    {
        await using var sink = new SmtpSink();
        var ids = await AddAsync(45);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(async _ =>
        {
            var pump = Pump(sink.Port);
            while (await pump.SendDueAsync(CancellationToken.None) > 0)
            {
            }
        }));
        Assert.Equal(ids.Order(StringComparer.Ordinal), sink.Received.Select(m => m.MessageId).Order(StringComparer.Ordinal));
        Assert.Equal(45, await Site.DbAsync(db => db.OutboxMessages.CountAsync(m => m.SentAt != null && m.Subject.StartsWith("Thư mời số"))));
    }

    [Fact]
    public async Task A_letter_arrives_with_its_marks_and_its_secret_leaves_the_tray()
    {
        await using var sink = new SmtpSink();
        var key = "letter:" + Guid.NewGuid();
        await Site.DbAsync(async db =>
        {
            Box.Add(db, key, "thu@coquan.example", "Bà Đặng Thị Thử", "vi", "Mời dự hội thảo ở Cần Thơ", "Mở https://sen.example/vi/invitation?token=BiMat-123 nhé.\n.Dòng có dấu chấm đầu", holdsSecret: true);
            return await db.SaveChangesAsync();
        });
        await Pump(sink.Port).SendDueAsync(CancellationToken.None);
        var letter = Assert.Single(sink.Received, m => m.Subject == "Mời dự hội thảo ở Cần Thơ");
        Assert.Equal(("Bà Đặng Thị Thử", "thu@coquan.example"), (letter.To.Mailboxes.Single().Name, letter.To.Mailboxes.Single().Address));
        Assert.Equal("Mở https://sen.example/vi/invitation?token=BiMat-123 nhé.\n.Dòng có dấu chấm đầu", letter.TextBody!.ReplaceLineEndings("\n").TrimEnd('\n'));
        Assert.Equal("Mở https://sen.example/vi/invitation?token=… nhé.\n.Dòng có dấu chấm đầu", await Site.DbAsync(db => db.OutboxMessages.Where(m => m.Key == key).Select(m => m.Body).SingleAsync()));
    }

    [Fact]
    public async Task A_refused_letter_is_tried_again_later_and_given_up_after_ten_tries_with_the_error_to_see()
    {
        await using var sink = new SmtpSink { Refusal = "450 mailbox busy" };
        var key = "refused:" + Guid.NewGuid();
        await Site.DbAsync(async db =>
        {
            Box.Add(db, key, "ban@coquan.example", "", "vi", "Bận", "…");
            return await db.SaveChangesAsync();
        });
        var pump = Pump(sink.Port);
        var start = Site.Clock.GetUtcNow();
        await pump.SendDueAsync(CancellationToken.None);
        var first = await RowAsync(key);
        Assert.Equal((1, OutboxState.Waiting), (first.Attempts, first.State));
        Assert.Contains("mailbox busy", first.LastError, StringComparison.Ordinal);
        Assert.InRange(first.NextAttemptAt, start.UtcDateTime.AddSeconds(59), start.UtcDateTime.AddSeconds(90));

        await pump.SendDueAsync(CancellationToken.None);
        Assert.Equal(1, (await RowAsync(key)).Attempts);

        for (var tries = 2; tries <= 12; tries++)
        {
            using var later = Site.Clock.At(start.AddDays(tries));
            await pump.SendDueAsync(CancellationToken.None);
        }
        var last = await RowAsync(key);
        Assert.Equal((10, OutboxState.GivenUp), (last.Attempts, last.State));
        Assert.DoesNotContain(sink.Received, m => m.Subject == "Bận");
    }

    [Fact]
    public async Task A_second_try_after_a_crash_is_the_same_letter()
    {
        await using var sink = new SmtpSink();
        var key = "crash:" + Guid.NewGuid();
        await Site.DbAsync(async db =>
        {
            Box.Add(db, key, "a@coquan.example", "", "vi", "Lần thứ hai", "…");
            return await db.SaveChangesAsync();
        });
        await Pump(sink.Port).SendDueAsync(CancellationToken.None);
        // The node died after the server had taken the letter and before it could say so.
        await Site.DbAsync(db => db.OutboxMessages.Where(m => m.Key == key).ExecuteUpdateAsync(s => s.SetProperty(m => m.SentAt, (DateTime?)null)));
        await Pump(sink.Port).SendDueAsync(CancellationToken.None);
        Assert.Single(sink.Received, m => m.Subject == "Lần thứ hai");
        using (Site.Clock.At(Site.Clock.GetUtcNow().AddMinutes(6))) await Pump(sink.Port).SendDueAsync(CancellationToken.None);
        var letters = sink.Received.Where(m => m.Subject == "Lần thứ hai").ToList();
        Assert.Equal(2, letters.Count);
        Assert.Equal((letters[0].MessageId, letters[0].Date), (letters[1].MessageId, letters[1].Date));
    }

    [Fact]
    public async Task Files_go_with_a_letter_once_however_often_it_is_added_and_not_before_its_hour()
    {
        await using var sink = new SmtpSink();
        var key = "files:" + Guid.NewGuid();
        var hour = Site.Clock.GetUtcNow().AddHours(2);
        for (var run = 0; run < 3; run++)
            await Site.DbAsync(async db =>
            {
                Box.Add(db, new OutboxMessage
                {
                    Key = key,
                    To = "a@coquan.example",
                    Subject = "Giấy mời kèm tệp",
                    Body = "Kính gửi Ông/Bà",
                    About = "workshop:1",
                    UnsubscribeUrl = "https://sen.example/vi/unsubscribe?token=abc",
                    NextAttemptAt = hour.UtcDateTime,
                    Attachments = [new() { Name = "Giấy mời số 12.pdf", ContentType = "application/pdf", Content = [0x25, 0x50, 0x44, 0x46, 0, 255] }, new() { Name = "lich.ics", ContentType = "text/calendar; method=PUBLISH; charset=utf-8", Content = "BEGIN:VCALENDAR"u8.ToArray() }],
                });
                return await db.SaveChangesAsync();
            });
        await Pump(sink.Port).SendDueAsync(CancellationToken.None);
        Assert.DoesNotContain(sink.Received, m => m.Subject == "Giấy mời kèm tệp");
        using (Site.Clock.At(hour.AddMinutes(1))) await Pump(sink.Port).SendDueAsync(CancellationToken.None);
        var letter = Assert.Single(sink.Received, m => m.Subject == "Giấy mời kèm tệp");
        Assert.Equal(["Giấy mời số 12.pdf", "lich.ics"], letter.Attachments.Cast<MimeKit.MimePart>().Select(a => a.FileName));
        using var content = new MemoryStream();
        await ((MimeKit.MimePart)letter.Attachments.First()).Content!.DecodeToAsync(content);
        Assert.Equal([0x25, 0x50, 0x44, 0x46, 0, 255], content.ToArray());
        Assert.Equal("PUBLISH", letter.Attachments.Last().ContentType.Parameters["method"]);
        Assert.Equal("<https://sen.example/vi/unsubscribe?token=abc>", letter.Headers["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", letter.Headers["List-Unsubscribe-Post"]);
    }

    private async Task<List<string>> AddAsync(int count) => await Site.DbAsync(async db =>
    {
        var run = Guid.NewGuid();
        for (var n = 0; n < count; n++) Box.Add(db, $"pump:{run}:{n}", $"p{n}@coquan.example", "", "vi", "Thư mời số " + n, "Kính gửi Ông/Bà");
        await db.SaveChangesAsync();
        return (await db.OutboxMessages.Where(m => m.Key.StartsWith($"pump:{run}")).Select(m => m.Id).ToListAsync()).ConvertAll(id => $"{id:N}@sen.example");
    });

    private Task<OutboxMessage> RowAsync(string key) => Site.DbAsync(db => db.OutboxMessages.AsNoTracking().SingleAsync(m => m.Key == key));

    private OutboxPump Pump(int port) => new(Site.Services.GetRequiredService<IServiceScopeFactory>(),
        new MailSettings(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Host"] = "127.0.0.1",
            ["Mail:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Mail:From"] = "sen@sen.example",
            ["Mail:Security"] = "none",
        }).Build()), Site.Clock, NullLogger<OutboxPump>.Instance);
}
