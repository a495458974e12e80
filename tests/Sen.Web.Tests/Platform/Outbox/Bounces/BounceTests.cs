using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Outbox.Bounces;
using Box = Sen.Web.Platform.Outbox.Outbox;

namespace Sen.Web.Tests.Platform.Outbox.Bounces;

/// <summary>What mail servers say afterwards, and at once.</summary>
public sealed class BounceTests(EmptySite empty) : IClassFixture<EmptySite>
{
    private TestSite Site => empty.Site;

    [Theory]
    [InlineData(ReportSamples.Postfix, "5.1.1", true, "5.1.1 550 5.1.1 <ban1@coquan.example>: Recipient address rejected")]
    [InlineData(ReportSamples.Exchange, "5.1.10", true, "5.1.10 550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup")]
    [InlineData(ReportSamples.Gmail, "5.1.1", true, "5.1.1 550-5.1.1 The email account that you tried to reach does not exist.")]
    [InlineData(ReportSamples.Delayed, "4.4.1", false, "4.4.1 451 4.4.1 connection timed out")]
    public void Reports_of_several_servers_are_read(string sample, string status, bool failed, string reason)
    {
        var row = Guid.CreateVersion7();
        var report = DeliveryReport.Of(ReportSamples.Of(sample, row))!;
        Assert.Equal((row, status, failed, reason), (report.MessageId, report.Status, report.Failed, report.Reason));
    }

    [Theory, InlineData(ReportSamples.OutOfOffice), InlineData(ReportSamples.ReadReceipt)]
    public void Answers_by_machines_and_people_are_left_alone(string sample) => Assert.Null(DeliveryReport.Of(ReportSamples.Of(sample, Guid.CreateVersion7())));

    [Theory]
    [InlineData("5.1.1", true), InlineData("5.1.2", true), InlineData("5.2.1", true), InlineData("5.4.4", true), InlineData("5.0.0", true)]
    [InlineData("5.2.2", false), InlineData("5.7.1", false), InlineData("4.4.7", false), InlineData("4.2.2", false)]
    public async Task The_letter_ends_but_only_some_answers_say_that_the_address_is_wrong(string status, bool wrong)
    {
        var (row, to) = await SentAsync();
        Assert.True(await TakeAsync(ReportSamples.Postfix, row, status));
        var message = await RowAsync(row);
        Assert.Equal(OutboxState.Bounced, message.State);
        Assert.StartsWith(status, message.BounceReason, StringComparison.Ordinal);
        Assert.Equal(wrong, (await MarkAsync(to))!.IsPermanent);
    }

    [Fact]
    public async Task A_report_twice_a_late_one_and_one_about_nobody_change_nothing()
    {
        var (row, to) = await SentAsync();
        Assert.True(await TakeAsync(ReportSamples.Delayed, row));
        Assert.Equal((OutboxState.Sent, null), ((await RowAsync(row)).State, await MarkAsync(to)));
        Assert.True(await TakeAsync(ReportSamples.Postfix, row));
        var first = await RowAsync(row);
        Assert.True(await TakeAsync(ReportSamples.Gmail, row, "5.2.2"));
        Assert.Equal((first.BouncedAt, first.BounceReason), ((await RowAsync(row)).BouncedAt, (await RowAsync(row)).BounceReason));
        // A full mailbox later does not make a wrong address right.
        Assert.True((await MarkAsync(to))!.IsPermanent);
        Assert.False(await TakeAsync(ReportSamples.Postfix, Guid.CreateVersion7()));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_mailbox_is_read_over_the_wire_and_people_s_mail_stays(bool pop3)
    {
        var (row, to) = await SentAsync();
        await using var mailbox = new MailboxSink(pop3);
        mailbox.Mails.AddRange([ReportSamples.Text(ReportSamples.OutOfOffice, row), ReportSamples.Text(ReportSamples.Gmail, row), ReportSamples.Text("Subject: Chao\n\nkhong phai thu tra lai", row)]);
        var reader = Reader(mailbox, pop3);
        Assert.Equal(3, await reader.RoundAsync(default));
        Assert.Equal(OutboxState.Bounced, (await RowAsync(row)).State);
        Assert.True((await MarkAsync(to))!.IsPermanent);
        Assert.Equal(pop3 ? [2] : [], mailbox.Deleted);
        Assert.Equal(pop3 ? [] : [1, 2, 3], mailbox.Seen.Order());
        if (!pop3) Assert.Equal("Tra-lai", mailbox.Selected);
        // The next look finds nothing new.
        Assert.Equal(0, await reader.RoundAsync(default));
    }

    [Theory]
    [InlineData("550 5.1.1 no such user here", true), InlineData("550 no such user", true), InlineData("550 5.7.1 relaying denied", false), InlineData("552 5.2.2 mailbox full", false)]
    public async Task A_refusal_for_good_ends_at_once_and_may_mark_the_address(string answer, bool wrong)
    {
        await using var sink = new SmtpSink { Refusal = answer };
        var (row, to) = await AddAsync();
        await Pump(sink.Port).SendDueAsync(CancellationToken.None);
        var message = await RowAsync(row);
        Assert.Equal((OutboxState.Bounced, 1, (DateTime?)null), (message.State, message.Attempts, message.SentAt));
        Assert.Contains(answer[4..], message.BounceReason, StringComparison.Ordinal);
        Assert.Equal(wrong, await MarkAsync(to) is { IsPermanent: true });
        using (Site.Clock.At(Site.Clock.GetUtcNow().AddDays(2))) await Pump(sink.Port).SendDueAsync(CancellationToken.None);
        Assert.Equal(1, (await RowAsync(row)).Attempts);
    }

    [Fact]
    public async Task The_way_out_travels_with_the_letter_and_its_secret_leaves_the_outbox()
    {
        await using var sink = new SmtpSink();
        var (row, _) = await AddAsync("https://sen.example/vi/letters/stop?token=BiMat");
        await Pump(sink.Port).SendDueAsync(CancellationToken.None);
        var letter = Assert.Single(sink.Received, m => m.MessageId!.StartsWith(row.ToString("N"), StringComparison.Ordinal));
        Assert.Equal(("<https://sen.example/vi/letters/stop?token=BiMat>", "List-Unsubscribe=One-Click", row.ToString("N")), (letter.Headers["List-Unsubscribe"], letter.Headers["List-Unsubscribe-Post"], letter.Headers["X-Sen-Message"]));
        Assert.Equal("https://sen.example/vi/letters/stop?token=…", (await RowAsync(row)).UnsubscribeUrl);
    }

    private async Task<(Guid Row, string To)> AddAsync(string wayOut = "")
    {
        var to = $"ban{Guid.NewGuid():N}@coquan.example";
        var message = new OutboxMessage { Key = "bounce:" + to, To = to, Subject = "Thư", Body = "…", UnsubscribeUrl = wayOut };
        await Site.DbAsync(db =>
        {
            Box.Add(db, message);
            return db.SaveChangesAsync();
        });
        return (message.Id, to);
    }

    private async Task<(Guid Row, string To)> SentAsync()
    {
        var (row, to) = await AddAsync();
        var now = Site.Clock.GetUtcNow().UtcDateTime;
        await Site.DbAsync(db => db.OutboxMessages.Where(m => m.Id == row).ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, now)));
        return (row, to);
    }

    private Task<bool> TakeAsync(string sample, Guid row, string status = "5.1.1") => Site.InScopeAsync(s => s.GetRequiredService<BounceDesk>().TakeAsync(ReportSamples.Of(sample, row, status), default));

    private Task<OutboxMessage> RowAsync(Guid row) => Site.DbAsync(db => db.OutboxMessages.AsNoTracking().SingleAsync(m => m.Id == row));

    private Task<FailedAddress?> MarkAsync(string to) => Site.DbAsync(db => db.FailedAddresses.AsNoTracking().FirstOrDefaultAsync(a => a.Address == to));

    private BounceReader Reader(MailboxSink mailbox, bool pop3) => new(Site.Services.GetRequiredService<IServiceScopeFactory>(), new BounceSettings(Settings(new()
    {
        ["Bounce:Host"] = "127.0.0.1",
        ["Bounce:Port"] = mailbox.Port.ToString(CultureInfo.InvariantCulture),
        ["Bounce:User"] = "bounces",
        ["Bounce:Password"] = "mat-khau",
        ["Bounce:Security"] = "none",
        ["Bounce:Protocol"] = pop3 ? "pop3" : "imap",
        ["Bounce:Folder"] = "Tra-lai",
    })), NullLogger<BounceReader>.Instance);

    private OutboxPump Pump(int port) => new(Site.Services.GetRequiredService<IServiceScopeFactory>(), new MailSettings(Settings(new()
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = port.ToString(CultureInfo.InvariantCulture),
        ["Mail:From"] = "sen@sen.example",
        ["Mail:Security"] = "none",
    })), new BounceSettings(Settings(new() { ["Bounce:Address"] = "bounces@sen.example" })), Site.Clock, NullLogger<OutboxPump>.Instance);

    private static IConfiguration Settings(Dictionary<string, string?> values) => new ConfigurationBuilder().AddInMemoryCollection(values).Build();
}
