using Microsoft.EntityFrameworkCore;
using Sen.Browser.Tests;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Platform.Jobs;
using Sen.Web.Tests.Features.Registrations;
using Sen.Web.Tests.Features.Registrations.Letters;

namespace Sen.Web.Tests.Crashes;

/// <summary>The built program, ended by SIGKILL in the middle of a letter to two thousand people, and started again.</summary>
public sealed class KilledLettersTests
{
    private const int People = 2000;

    [Fact]
    public async Task Everybody_is_written_to_once()
    {
        await using var site = new TestSite();
        await site.InitializeAsync();
        // The letters are the program's to write, not this test's own host's.
        await site.Services.GetRequiredService<JobRunner>().StopAsync(default);
        var workshop = await site.WorkshopAsync();
        await site.PutAsync(workshop, RegistrationState.Seated, LetterTools.Names("Nguyễn", People));
        var letter = await site.LetterAsync(workshop, l => l.Body.Vi += "\n{trang_rieng}");
        // Begun, and left for the program: this process has no job to run, and the letter is due since yesterday for both clocks.
        await site.DbAsync(async db =>
        {
            var row = await db.GroupLetters.SingleAsync(l => l.Id == letter.Id);
            row.Begins(TimeProvider.System.GetUtcNow().UtcDateTime);
            var all = await db.Registrations.Where(r => r.WorkshopId == workshop.Id).Select(r => r.Id).ToListAsync();
            db.LetterRecipients.AddRange(all.ConvertAll(r => new LetterRecipient { LetterId = letter.Id, RegistrationId = r }));
            db.Jobs.Add(new Job { Kind = LetterWriting.Name, Argument = letter.Id.ToString(), ActiveKey = $"{LetterWriting.Name}:{letter.Id}", CreatedAt = row.StartedAt!.Value, Total = People, LeaseUntil = TimeProvider.System.GetUtcNow().UtcDateTime });
            return await db.SaveChangesAsync();
        });
        await using (var first = await StartAsync(site))
        {
            await UntilAsync(async () => await WrittenAsync(site, letter) >= 100);
            await first.KillAsync();
        }
        var before = await WrittenAsync(site, letter);
        Assert.InRange(before, 100, People - 1);
        await using (await StartAsync(site)) await UntilAsync(async () => await WrittenAsync(site, letter) == People);
        var mails = await site.MailsOfAsync(letter);
        Assert.Equal((People, People), (mails.Count, mails.Select(m => m.To).Distinct().Count()));
        Assert.Equal(People, await site.DbAsync(db => db.LetterRecipients.CountAsync(r => r.LetterId == letter.Id && db.OutboxMessages.Any(m => m.Id == r.MessageId))));
    }

    private static Task<int> WrittenAsync(TestSite site, GroupLetter letter) => site.DbAsync(db => db.LetterRecipients.CountAsync(r => r.LetterId == letter.Id && r.State == RecipientState.Written));

    private static async Task UntilAsync(Func<Task<bool>> done)
    {
        for (var looks = 0; looks < 4800; looks++)
        {
            if (await done()) return;
            await Task.Delay(25);
        }
        Assert.Fail("The program wrote no letters for two minutes.");
    }

    private static Task<RunningSen> StartAsync(TestSite site) => RunningSen.StartAsync(Path.Combine(AppContext.BaseDirectory, "sen"), ["serve"], site.Home, new() { ["SEN_HOME"] = site.Home, ["ConnectionStrings__Sen"] = site.ConnectionString });
}
