using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations.Letters;

/// <summary>One message per person and reason, whatever happens to the nodes and to the workshop meanwhile.</summary>
public sealed class LetterSendingTests(QuietSite quiet) : IClassFixture<QuietSite>
{
    private TestSite Site => quiet.Site;

    [Fact]
    public async Task Three_runs_of_which_one_is_killed_write_to_everybody_once()
    {
        var workshop = await Site.WorkshopAsync();
        await Site.PutAsync(workshop, RegistrationState.Seated, LetterTools.Names("Nguyễn", 260));
        var letter = await Site.LetterAsync(workshop, l => l.Body.Vi += "\n{trang_rieng}");
        Assert.Equal(LetterMove.Done, await Site.StartAsync(letter));
        var job = await Site.DbAsync(db => db.Jobs.AsNoTracking().SingleAsync(j => j.Argument == letter.Id.ToString()));
        // Killed in the middle of a portion: what the transaction had written is gone with it.
        using (var kill = new CancellationTokenSource(TimeSpan.FromMilliseconds(30)))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Site.InScopeAsync<int>(async s => { while (true) await s.GetServices<IJobWork>().Single(w => w.Kind == LetterWriting.Name).StepAsync(job, kill.Token); }).WaitAsync(TimeSpan.FromSeconds(30)));
        // Two more that believe the job is theirs, beside the host's own.
        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Site.InScopeAsync(async s =>
        {
            var work = s.GetServices<IJobWork>().Single(w => w.Kind == LetterWriting.Name);
            while (!(await work.StepAsync(job, default)).Finished) s.GetRequiredService<AppDb>().ChangeTracker.Clear();
            return 0;
        })));
        await Site.UntilAsync(letter, LetterState.Sent);
        var mails = await Site.MailsOfAsync(letter);
        Assert.Equal(260, mails.Count);
        Assert.Equal(260, mails.Select(m => m.To).Distinct().Count());
        Assert.Equal(new Dictionary<RecipientState, int> { [RecipientState.Written] = 260 }, await Site.RecipientsAsync(letter));
        // Every row points to the mail that is really there, and every link opens its own registration.
        Assert.Equal(260, await Site.DbAsync(db => db.LetterRecipients.CountAsync(r => r.LetterId == letter.Id && db.OutboxMessages.Any(m => m.Id == r.MessageId))));
        Assert.Contains(mails[0].ToName, await Site.ReadAsync(Registering.Link(mails[0])), StringComparison.Ordinal);
        Assert.Equal(LetterMove.NotNow, await Site.StartAsync(letter));
    }

    [Fact]
    public async Task Two_clocks_and_two_presses_begin_a_letter_once()
    {
        var workshop = await Site.WorkshopAsync();
        await Site.PutAsync(workshop, RegistrationState.Seated, LetterTools.Names("Trần", 5));
        var letter = await Site.LetterAsync(workshop, l => (l.Timing, l.SendAt) = (LetterTiming.At, Site.Clock.LocalNow().AddHours(1)));
        Assert.Equal(LetterMove.Done, await Site.PlanAsync(letter));
        Assert.Equal(0, await Clock().RoundAsync(default));
        using (Site.Clock.At(Site.Clock.GetUtcNow().AddHours(2)))
        {
            await Task.WhenAll(Clock().RoundAsync(default), Clock().RoundAsync(default), Site.StartAsync(letter), Site.StartAsync(letter));
            await Site.UntilAsync(letter, LetterState.Sent);
        }
        Assert.Equal(5, (await Site.MailsOfAsync(letter)).Count);
        Assert.Single(await Site.DbAsync(db => db.AuditEntries.Where(e => e.Subject == "GroupLetter" && e.SubjectId == letter.Id.ToString() && e.Action == "sent").ToListAsync()),
            e => e.Changes == """{"Group":[null,"5"],"Written":[null,"5"]}""");
    }

    [Fact]
    public async Task The_group_is_asked_when_the_letter_leaves()
    {
        var workshop = await Site.WorkshopAsync();
        var people = await Site.PutAsync(workshop, RegistrationState.Seated, LetterTools.Names("Lê", 4));
        await Site.PutAsync(workshop, RegistrationState.Rejected, "Lê Văn Không Được");
        var letter = await Site.LetterAsync(workshop);
        await Site.DbAsync(db => db.Registrations.Where(r => r.Id == people[0].Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RegistrationState.Withdrawn)));
        var late = await Site.PutAsync(workshop, RegistrationState.Waiting, "Lê Thị Đến Sau");
        await Site.SendAsync(letter);
        Assert.Equal((await Task.WhenAll(people[1..].Concat(late).Select(Site.MailboxOfAsync))).Order(StringComparer.Ordinal), (await Site.MailsOfAsync(letter)).Select(m => m.To).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whoever_withdraws_while_it_is_being_written_gets_nothing()
    {
        var workshop = await Site.WorkshopAsync();
        var people = await Site.PutAsync(workshop, RegistrationState.Seated, LetterTools.Names("Võ", 3));
        var letter = await Site.LetterAsync(workshop);
        // Begun and paused before the job came to anybody.
        await Site.DbAsync(async db =>
        {
            var row = await db.GroupLetters.SingleAsync(l => l.Id == letter.Id);
            row.Begins(Site.Clock.GetUtcNow().UtcDateTime);
            row.Becomes(LetterState.Paused, PauseReason.ByHand);
            db.LetterRecipients.AddRange(people.Select(p => new LetterRecipient { LetterId = letter.Id, RegistrationId = p.Id }));
            return await db.SaveChangesAsync();
        });
        await Site.DbAsync(db => db.Registrations.Where(r => r.Id == people[1].Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RegistrationState.Withdrawn)));
        Assert.Equal(LetterMove.Done, await Site.WithLetterAsync(letter, (desk, w, l) => desk.ResumeAsync(w, l, default)));
        await Site.UntilAsync(letter, LetterState.Sent);
        Assert.Equal(new Dictionary<RecipientState, int> { [RecipientState.Written] = 2, [RecipientState.LeftMeanwhile] = 1 }, await Site.RecipientsAsync(letter));
    }

    [Fact]
    public async Task A_relative_time_moves_with_the_workshop_and_is_never_sent_by_the_move()
    {
        var workshop = await Site.WorkshopAsync(startsOn: new DateOnly(2026, 12, 20));
        await Site.PutAsync(workshop, RegistrationState.Seated, "Bùi Thị Dời");
        var letter = await Site.LetterAsync(workshop, l => (l.Timing, l.Days, l.TimeOfDay) = (LetterTiming.BeforeFirstDay, 2, new TimeOnly(8, 0)));
        await Site.PlanAsync(letter);
        Assert.Equal(new DateTime(2026, 12, 18, 1, 0, 0), (await Site.NowAsync(letter)).DueAt);
        await MoveDatesAsync(workshop, new DateOnly(2026, 12, 27));
        Assert.Equal((LetterState.Planned, new DateTime(2026, 12, 25, 1, 0, 0)), ((await Site.NowAsync(letter)).State, (await Site.NowAsync(letter)).DueAt));
        // The day of the sample is 23 November: two days before the 24th are over.
        await MoveDatesAsync(workshop, new DateOnly(2026, 11, 24));
        await Clock().RoundAsync(default);
        Assert.Equal((LetterState.Paused, PauseReason.TimeHasPassed), ((await Site.NowAsync(letter)).State, (await Site.NowAsync(letter)).Pause));
        Assert.Empty(await Site.MailsOfAsync(letter));
    }

    [Fact]
    public async Task A_cancellation_stops_planned_letters_and_takes_back_what_has_not_left()
    {
        var workshop = await Site.WorkshopAsync();
        await Site.PutAsync(workshop, RegistrationState.Seated, LetterTools.Names("Đỗ", 3));
        var planned = await Site.LetterAsync(workshop, l => (l.Timing, l.Days) = (LetterTiming.BeforeFirstDay, 2));
        await Site.PlanAsync(planned);
        var sent = await Site.LetterAsync(workshop);
        await Site.SendAsync(sent);
        var first = (await Site.MailsOfAsync(sent))[0].Id;
        await Site.DbAsync(db => db.OutboxMessages.Where(m => m.Id == first).ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, Site.Clock.GetUtcNow().UtcDateTime)));
        await Site.InScopeAsync(async s => await s.GetRequiredService<WorkshopDesk>().MoveAsync(await s.GetRequiredService<AppDb>().Workshops.SingleAsync(w => w.Id == workshop.Id), WorkshopStatus.Cancelled, default));
        Assert.Equal((LetterState.Paused, PauseReason.Cancelled), ((await Site.NowAsync(planned)).State, (await Site.NowAsync(planned)).Pause));
        Assert.Equal([first], (await Site.MailsOfAsync(sent)).Select(m => m.Id));
        Assert.Equal(new Dictionary<RecipientState, int> { [RecipientState.Written] = 1, [RecipientState.TakenBack] = 2 }, await Site.RecipientsAsync(sent));
        Assert.Equal(LetterMove.NotAnnounced, await Site.StartAsync(planned));
        using (Site.Clock.At(new DateTimeOffset(2026, 12, 19, 3, 0, 0, TimeSpan.Zero))) await Clock().RoundAsync(default);
        Assert.Empty(await Site.MailsOfAsync(planned));
    }

    [Fact]
    public async Task What_has_not_left_can_be_taken_back()
    {
        var workshop = await Site.WorkshopAsync();
        await Site.PutAsync(workshop, RegistrationState.Seated, LetterTools.Names("Hồ", 4));
        var letter = await Site.LetterAsync(workshop);
        await Site.SendAsync(letter);
        var mails = await Site.MailsOfAsync(letter);
        // One is sent, one is just being sent by a node.
        await Site.DbAsync(db => db.OutboxMessages.Where(m => m.Id == mails[0].Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, Site.Clock.GetUtcNow().UtcDateTime)));
        await Site.DbAsync(db => db.OutboxMessages.Where(m => m.Id == mails[1].Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.Attempts, 1)));
        Assert.Equal(2, await Site.WithLetterAsync(letter, (desk, _, l) => desk.StopAsync(l, default)));
        Assert.Equal(mails[..2].Select(m => m.Id).Order(), (await Site.MailsOfAsync(letter)).Select(m => m.Id).Order());
        Assert.Equal(LetterState.Stopped, (await Site.NowAsync(letter)).State);
        Assert.Equal(LetterMove.NotNow, await Site.WithLetterAsync(letter, (desk, w, l) => desk.ResumeAsync(w, l, default)));
    }

    [Fact]
    public async Task A_draft_writes_to_nobody_even_when_its_time_comes()
    {
        var workshop = await Site.WorkshopAsync(WorkshopStatus.Draft);
        await Site.PutAsync(workshop, RegistrationState.Seated, "Đặng Thị Nháp");
        var letter = await Site.LetterAsync(workshop, l => (l.Timing, l.SendAt) = (LetterTiming.At, Site.Clock.LocalNow().AddHours(1)));
        await Site.PlanAsync(letter);
        using (Site.Clock.At(Site.Clock.GetUtcNow().AddHours(2))) await Clock().RoundAsync(default);
        Assert.Equal((LetterState.Paused, PauseReason.NotAnnounced), ((await Site.NowAsync(letter)).State, (await Site.NowAsync(letter)).Pause));
        Assert.Empty(await Site.MailsOfAsync(letter));
    }

    private LetterClock Clock() => new(Site.Services.GetRequiredService<IServiceScopeFactory>(), Site.Clock, NullLogger<LetterClock>.Instance);

    private Task<WorkshopSaved> MoveDatesAsync(Workshop workshop, DateOnly first) => Site.InScopeAsync(async s =>
    {
        var row = await s.GetRequiredService<AppDb>().Workshops.SingleAsync(w => w.Id == workshop.Id);
        row.StartsOn = first;
        return await s.GetRequiredService<WorkshopDesk>().SaveAsync(row, row.Version, default);
    });
}
