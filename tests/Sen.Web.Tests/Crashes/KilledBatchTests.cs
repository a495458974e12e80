using Microsoft.EntityFrameworkCore;
using Sen.Browser.Tests;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;
using Sen.Web.Tests.Features.Registrations.Invitations;

namespace Sen.Web.Tests.Crashes;

/// <summary>The built program ended by SIGKILL in the middle of a batch of letters, and started again on what it left.</summary>
public sealed class KilledBatchTests
{
    private const int Agencies = 700;

    [Fact]
    public async Task A_batch_goes_on_where_it_was_killed_and_every_agency_has_exactly_one_letter()
    {
        await using var site = new TestSite();
        await site.InitializeAsync();
        // The letters are the program's to send, not this test's own host's.
        await site.Services.GetRequiredService<JobRunner>().StopAsync(default);
        var workshop = await site.WorkshopAsync(capacity: 3 * Agencies, startsOn: TimeProvider.System.LocalDay().AddDays(90));
        var agencies = await site.AgenciesAsync(Agencies);
        var batch = await site.LetterAsync(workshop, agencies, seats: 1, write: b => b.Deadline = TimeProvider.System.LocalNow().AddDays(60));
        Assert.Equal([], await site.SendAsync(batch));

        int sent;
        await using (var first = await StartAsync(site))
        {
            while ((sent = await SentAsync(site, batch)) < Agencies / 7) await Task.Delay(20);
            await first.KillAsync();
        }
        sent = await SentAsync(site, batch);
        Assert.InRange(sent, Agencies / 7, Agencies - 1);
        Assert.Equal(sent, (await LettersAsync(site, batch)).Count);

        await using (await StartAsync(site)) await site.SentAsync(batch);
        var letters = await LettersAsync(site, batch);
        Assert.Equal(Agencies, letters.Count);
        Assert.Equal(Agencies, letters.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(Agencies, await site.DbAsync(db => db.InvitationLinks.CountAsync(l => db.Invitations.Any(i => i.Id == l.InvitationId && i.BatchId == batch.Id))));
        Assert.Equal(Agencies, await site.DbAsync(db => db.MailAttachments.CountAsync(a => db.OutboxMessages.Any(m => m.Id == a.MessageId && m.Key.StartsWith("invitation:")))));
    }

    private static Task<int> SentAsync(TestSite site, InvitationBatch batch) => site.DbAsync(db => db.Invitations.CountAsync(i => i.BatchId == batch.Id && i.SentAt != null));

    private static Task<List<string>> LettersAsync(TestSite site, InvitationBatch batch) =>
        site.DbAsync(db => db.OutboxMessages.Where(m => db.Invitations.Any(i => i.BatchId == batch.Id && i.Email == m.To)).Select(m => m.To).ToListAsync());

    private static Task<RunningSen> StartAsync(TestSite site) => RunningSen.StartAsync(Path.Combine(AppContext.BaseDirectory, "sen"), ["serve"], site.Home, new()
    {
        ["SEN_HOME"] = site.Home,
        ["ConnectionStrings__Sen"] = site.ConnectionString,
    });
}
