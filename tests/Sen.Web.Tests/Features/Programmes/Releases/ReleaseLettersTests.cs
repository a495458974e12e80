using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Features.Registrations;
using Sen.Web.Tests.Features.Registrations;

namespace Sen.Web.Tests.Features.Programmes.Releases;

public sealed class ReleaseLettersTests(TestSite site)
{
    [Fact]
    public async Task A_release_reaches_each_concerned_person_once_however_often_the_job_runs()
    {
        var workshop = await site.WorkshopAsync(capacity: 3);
        var session = await site.AddAsync(workshop, "Bài giảng đầu", "08:00", "09:00");
        await site.ReleaseAsync(workshop);
        var (seated, english, held, waiting) = (Registering.NewMailbox(), Registering.NewMailbox(), Registering.NewMailbox(), Registering.NewMailbox());
        await site.SeatedAsync(workshop, email: seated);
        await site.SeatedAsync(workshop, email: english);
        await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == workshop.Id && db.Persons.Any(p => p.Id == r.PersonId && p.Email == english)).ExecuteUpdateAsync(r => r.SetProperty(x => x.Lang, "en")));
        await site.LinkAsync(workshop, email: held);
        await site.LinkAsync(workshop, email: waiting);
        await site.EditAsync(session.Id, s => (s.Starts, s.Ends) = (new(8, 30), new(9, 30)));
        var release = Assert.IsType<Released.Done>(await site.ReleaseAsync(workshop)).Release;
        Assert.Equal(3, release.Told);
        for (var run = 0; run < 3; run++) await site.LettersAsync(release);
        // Beside the runner of the site, which has found the job itself.
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => site.LettersAsync(release)));

        Assert.Single(await LettersAsync(seated));
        Assert.Single(await LettersAsync(held));
        Assert.Empty(await LettersAsync(waiting));
        var letter = (await LettersAsync(seated)).Single();
        Assert.StartsWith("Chương trình thay đổi: ", letter.Subject, StringComparison.Ordinal);
        Assert.Contains("bản số 2", letter.Body, StringComparison.Ordinal);
        Assert.Contains("\n- Dời «Bài giảng đầu» từ 08:00 sang 08:30\n", letter.Body, StringComparison.Ordinal);
        Assert.Contains("Xin đến sớm.", letter.Body, StringComparison.Ordinal);
        Assert.Equal($"release:{workshop.Id}:2:{(await site.RegistrationsAsync(workshop)).Single(r => letter.Key.EndsWith(r.Id.ToString(), StringComparison.Ordinal)).Id}", letter.Key);
        Assert.Contains("08:30–09:30 Bài giảng đầu", await site.ReadAsync(Registering.Link(letter)), StringComparison.Ordinal);
        var inEnglish = (await LettersAsync(english)).Single();
        Assert.Contains("- Moved “Bài giảng đầu (en)” from 08:00 to 08:30", inEnglish.Body, StringComparison.Ordinal);

        Task<List<Sen.Web.Platform.Outbox.OutboxMessage>> LettersAsync(string to) => site.DbAsync(db => db.OutboxMessages.AsNoTracking().Where(m => m.To == to && m.Key.StartsWith("release:")).ToListAsync());
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("quiet")]
    [InlineData("held")]
    public async Task Nobody_is_written_to_where_nothing_changes_for_them_or_the_organiser_says_why_not(string how)
    {
        var workshop = await site.WorkshopAsync(startsOn: new(2026, 11, 23));
        var session = await site.AddAsync(workshop, "Bài giảng đầu", "08:00", "09:00");
        await site.ReleaseAsync(workshop);
        await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.StartsOn, new DateOnly(2026, 12, 20))));
        await site.SeatedAsync(workshop);
        await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.StartsOn, new DateOnly(2026, 11, 23))));
        await site.EditAsync(session.Id, s =>
        {
            if (how == "summary") s.Summary = new("Đã nói về nước.", "");
            else s.Title = new("Bài giảng đầu.", "First lecture");
        });
        if (how == "held") await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.Status, WorkshopStatus.Held)));
        var release = Assert.IsType<Released.Done>(await site.ReleaseAsync(workshop, how == "quiet" ? "Sửa lỗi chính tả" : null)).Release;
        Assert.Equal((0, how == "quiet"), (release.Told, release.IsQuiet));
        Assert.False(await site.DbAsync(db => db.Jobs.AnyAsync(j => j.Argument == release.Id.ToString())));
        Assert.False(await site.DbAsync(db => db.OutboxMessages.AnyAsync(m => m.Key.StartsWith("release:" + workshop.Id))));
        if (how == "quiet") Assert.True(await site.DbAsync(db => db.AuditEntries.AnyAsync(e => e.Subject == nameof(AgendaRelease) && e.SubjectId == release.Id.ToString() && e.Changes.Contains("Sửa lỗi chính tả"))));
    }

    [Fact]
    public async Task Agendas_that_were_there_before_releases_become_the_first_once()
    {
        await using var quiet = new TestSite();
        await quiet.InitializeAsync();
        var before = await quiet.ReadAsync("/vi/workshops/can-tho-2016");
        await quiet.DbAsync(async db =>
        {
            await db.AgendaReleases.ExecuteDeleteAsync();
            return await db.Settings.Where(s => s.Name == "first-releases").ExecuteDeleteAsync();
        });
        await quiet.DbAsync(async db => { await FirstReleases.EnsureAsync(db, quiet.Clock, default); return 0; });
        var after = await quiet.ReadAsync("/vi/workshops/can-tho-2016");
        Assert.Contains("Phát biểu khai mạc", before, StringComparison.Ordinal);
        Assert.Equal(Agenda(before), Agenda(after));
        // From now on it is the organiser who decides when an agenda comes out.
        var workshop = await quiet.WorkshopAsync();
        await quiet.AddAsync(workshop, "Chưa công bố", "08:00", "09:00");
        await quiet.DbAsync(async db => { await FirstReleases.EnsureAsync(db, quiet.Clock, default); return 0; });
        Assert.DoesNotContain("Chưa công bố", await quiet.ReadAsync($"/vi/workshops/{workshop.Code}"), StringComparison.Ordinal);

        static string Agenda(string page) => page[page.IndexOf("In chương trình", StringComparison.Ordinal)..page.IndexOf("Điều được ghi lại", StringComparison.Ordinal)];
    }
}
