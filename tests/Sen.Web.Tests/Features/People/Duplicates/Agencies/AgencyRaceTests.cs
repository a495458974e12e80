using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.People.Duplicates.Agencies;
using Sen.Web.Tests.Features.Registrations;
using Sen.Web.Tests.Features.Registrations.Seats;

namespace Sen.Web.Tests.Features.People.Duplicates.Agencies;

public sealed class AgencyRaceTests(TestSite site)
{
    [Fact]
    public async Task Of_many_who_merge_one_pair_at_once_one_does_and_the_others_are_told()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => i % 2 == 0 ? site.MergeAsync(first, second) : site.MergeAsync(second, first))));
        Assert.Single(results.OfType<Merged.Done>());
        Assert.All(results.Where(r => r is not Merged.Done), r => Assert.True(r is Merged.NotThere or Merged.ChangedMeanwhile));
        Assert.Equal(1, await site.DbAsync(db => db.AgencyMerges.CountAsync(m => m.StandingId == first.Id || m.StandingId == second.Id)));
        Assert.Single(new[] { (await site.NowAsync(first)).MergedIntoId, (await site.NowAsync(second)).MergedIntoId }.OfType<Guid>());
    }

    [Fact]
    public async Task Whoever_registers_from_an_agency_that_is_merged_away_is_with_the_one_that_stands()
    {
        for (var round = 0; round < 6; round++)
        {
            var (first, second) = await site.TwoAgenciesAsync();
            var workshop = await site.WorkshopAsync(capacity: 9);
            var entry = SeatTools.Somebody() with { Agency = second.Name.Vi };
            var registering = Task.Run(() => site.Services.RegisterAsync(workshop, entry));
            var merging = Task.Run(() => site.MergeAsync(first, second));
            await Task.WhenAll(registering, merging);
            Assert.IsType<Merged.Done>(await merging);
            var registered = Assert.Single(await site.RegistrationsAsync(workshop));
            // Both rows have this name: by the first it was theirs from the start.
            Assert.Equal(first.Id, registered.AgencyId);
            Assert.Equal(first.Id, (await site.DbAsync(db => db.Persons.AsNoTracking().SingleAsync(p => p.Id == registered.PersonId))).AgencyId);
        }
    }

    [Fact]
    public async Task What_is_saved_with_a_hidden_agency_names_the_one_that_stands()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        await site.MergedAsync(first, second);
        var workshop = await site.WorkshopAsync(capacity: 9);
        // As a form does that was opened before the merge.
        var registration = await site.PutAsync(workshop, second, Sen.Web.Features.Registrations.RegistrationState.Recorded);
        var limit = await site.LimitAsync(workshop, l => (l.Agencies, l.AtMost) = (second.Id.ToString(), 3));
        Assert.Equal(first.Id, (await site.DbAsync(db => db.Registrations.AsNoTracking().SingleAsync(r => r.Id == registration.Id))).AgencyId);
        Assert.Equal(first.Id.ToString(), (await site.DbAsync(db => db.SeatLimits.AsNoTracking().SingleAsync(l => l.Id == limit.Id))).Agencies);
    }

    [Fact]
    public async Task An_old_form_changes_nothing()
    {
        var (first, second) = await site.TwoAgenciesAsync();
        var order = new MergeOrder(first.Id, first.Version, second.Id, second.Version, new HashSet<string>(), new Dictionary<Guid, Guid>());
        await site.DbAsync(async db =>
        {
            (await db.Agencies.SingleAsync(a => a.Id == second.Id)).Name = Sen.Web.Platform.Languages.Bilingual.Of(second.Name.Vi, "Institute");
            return await db.SaveChangesAsync();
        });
        Assert.IsType<Merged.ChangedMeanwhile>(await site.InScopeAsync(s => s.GetRequiredService<AgencyMergeDesk>().MergeAsync(order, default)));
        Assert.Null((await site.NowAsync(second)).MergedIntoId);
    }
}
