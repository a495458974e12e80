using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Registrations;
using Sen.Web.Tests.Features.Registrations;
using Sen.Web.Tests.Features.Registrations.Seats;

namespace Sen.Web.Tests.Features.People.Duplicates;

public sealed class MergeRaceTests(TestSite site)
{
    [Fact]
    public async Task Of_many_who_merge_one_pair_at_once_one_does_and_the_others_are_told()
    {
        var (first, second) = await site.TwiceAsync();
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => i % 2 == 0 ? site.MergeAsync(first, second) : site.MergeAsync(second, first))));
        Assert.Single(results.OfType<Merged.Done>());
        Assert.All(results.Where(r => r is not Merged.Done), r => Assert.True(r is Merged.NotThere or Merged.ChangedMeanwhile));
        Assert.Equal(1, await site.DbAsync(db => db.PersonMerges.CountAsync(m => m.StandingId == first.Id || m.StandingId == second.Id)));
        var (a, b) = (await site.NowAsync(first), await site.NowAsync(second));
        Assert.Single(new[] { a.MergedIntoId, b.MergedIntoId }.OfType<Guid>());
    }

    [Fact]
    public async Task Whoever_registers_while_their_row_is_merged_away_is_with_the_row_that_stands()
    {
        for (var round = 0; round < 6; round++)
        {
            var (first, second) = await site.TwiceAsync();
            var workshop = await site.WorkshopAsync(capacity: 9);
            var entry = SeatTools.Somebody() with { Name = PersonName.Read(second.FullName)!, Phone = second.Phone, Email = null };
            var registering = Task.Run(() => site.Services.RegisterAsync(workshop, entry));
            var merging = Task.Run(() => site.MergeAsync(first, second));
            await Task.WhenAll(registering, merging);
            var standing = (await merging) is Merged.Done ? first.Id : second.Id;
            Assert.Equal(standing, Assert.Single(await site.RegistrationsAsync(workshop)).PersonId);
        }
    }

    [Fact]
    public async Task An_old_form_changes_nothing()
    {
        var (first, second) = await site.TwiceAsync();
        var order = new MergeOrder(first.Id, first.Version, second.Id, second.Version, new HashSet<string>(), new Dictionary<Guid, Guid>());
        await site.DbAsync(async db =>
        {
            (await db.Persons.SingleAsync(p => p.Id == second.Id)).Position = "Phó Giám đốc";
            return await db.SaveChangesAsync();
        });
        Assert.IsType<Merged.ChangedMeanwhile>(await site.InScopeAsync(s => s.GetRequiredService<MergeDesk>().MergeAsync(order, default)));
        Assert.Null((await site.NowAsync(second)).MergedIntoId);
    }
}
