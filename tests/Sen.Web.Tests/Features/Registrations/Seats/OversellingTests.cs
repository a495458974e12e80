using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Lists;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations.Seats;

/// <summary>Two hundred people press the button at once for the last twenty seats, under three limits that overlap.</summary>
public sealed class OversellingTests(TestSite site)
{
    private const int People = 200, Seats = 20;

    [Fact]
    public async Task Two_hundred_registrations_at_once_take_exactly_the_last_twenty_seats()
    {
        var workshop = await WorkshopAsync();
        Assert.Equal(Seats, await RushAsync(site.Services, workshop));
        var states = await site.StatesAsync(workshop);
        Assert.Equal(Seats, states[RegistrationState.Held]);
        Assert.Equal(People - Seats, states[RegistrationState.Waiting]);
        Assert.Equal([], await BrokenAsync(workshop));
        await site.CountersAreTrueAsync(workshop);
    }

    /// <summary>
    /// The control: the same rush with a desk whose guard alone is off. On PostgreSQL it oversells; on SQLite the engine lets one writer in
    /// at a time, guard or no guard, so there the control shows what the engine does.
    /// </summary>
    [Fact]
    public async Task Without_the_guard_the_same_rush_oversells()
    {
        await using var unguarded = site.Build(b => b.Services.AddScoped<SeatGuard, NoGuard>());
        var oversold = 0;
        for (var run = 0; run < (TestSite.OnPostgres ? 10 : 1); run++)
        {
            var workshop = await WorkshopAsync();
            await RushAsync(unguarded.Services, workshop);
            if ((await BrokenAsync(workshop)).Count > 0) oversold++;
        }
        if (TestSite.OnPostgres) Assert.InRange(oversold, 9, 10);
        else Assert.Equal(0, oversold);
    }

    [Fact]
    public async Task Registrations_lists_promotions_approvals_and_changes_of_limits_at_once_oversell_nothing()
    {
        var workshop = await WorkshopAsync();
        var limits = await site.DbAsync(db => db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == workshop.Id).ToListAsync());
        await site.PlanAsync(workshop, p => p.NeedsApproval = true);
        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => site.Services.RegisterAsync(workshop, SeatTools.Somebody())));
        await site.PlanAsync(workshop, p => p.NeedsApproval = false);
        var asking = await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == workshop.Id).Select(r => r.Id).ToListAsync());

        var work = new List<Func<Task>>();
        for (var i = 0; i < 40; i++) work.Add(() => site.Services.RegisterAsync(workshop, SeatTools.Somebody()));
        for (var i = 0; i < 4; i++)
        {
            var list = i;
            work.Add(() => site.WriteListAsync(workshop, Sample.List("Ào Ạt " + (char)('A' + list), 12)));
            work.Add(() => site.InScopeAsync(s => s.GetRequiredService<ParticipantDesk>().ApproveAsync(workshop.Id, [.. asking.Skip(list * 7).Take(7)], default)));
            work.Add(() => PromoteAsync(workshop));
            // Up and down again: what was given under the higher cap stays, nothing is given under the lower one.
            work.Add(() => site.InScopeAsync(s => s.GetRequiredService<LimitDesk>().SaveAsync(workshop.Id, limits[list % 3].Id, limits[list % 3].Version, l => l.Held = list, default)));
        }
        await Parallel.ForEachAsync(work.OrderBy(_ => Random.Shared.Next()), new ParallelOptions { MaxDegreeOfParallelism = work.Count }, async (w, _) => await w());

        Assert.Equal([], await BrokenAsync(workshop));
        await site.CountersAreTrueAsync(workshop);
        Assert.Equal(Seats, (await site.SeatsAsync(workshop)).Book.Taken);
    }

    [Fact]
    public async Task Moves_both_ways_at_once_lose_nobody_and_oversell_nothing()
    {
        var (one, other) = (await WorkshopAsync(), await WorkshopAsync());
        foreach (var workshop in new[] { one, other }) await RushAsync(site.Services, workshop, 15);
        var there = await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == one.Id && r.State == RegistrationState.Held).Select(r => r.Id).ToListAsync());
        var back = await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == other.Id && r.State == RegistrationState.Held).Select(r => r.Id).ToListAsync());
        await Task.WhenAll(there.Select(id => site.InScopeAsync(s => s.GetRequiredService<MoveDesk>().MoveAsync(one.Id, other.Id, [id], default)))
            .Concat(back.Select(id => site.InScopeAsync(s => s.GetRequiredService<MoveDesk>().MoveAsync(other.Id, one.Id, [id], default)))));
        foreach (var workshop in new[] { one, other })
        {
            Assert.Equal([], await BrokenAsync(workshop));
            await site.CountersAreTrueAsync(workshop);
        }
        var seated = await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == one.Id || r.WorkshopId == other.Id)
            .GroupBy(r => r.PersonId).Select(g => g.Count(r => r.State == RegistrationState.Held || r.State == RegistrationState.Seated || r.State == RegistrationState.Offered || r.State == RegistrationState.Waiting)).ToListAsync());
        Assert.All(seated, places => Assert.Equal(1, places));
    }

    private Task<HandResult> PromoteAsync(Workshop workshop) => site.InScopeAsync(async s =>
    {
        var line = await s.GetRequiredService<AppDb>().Registrations.Where(r => r.WorkshopId == workshop.Id && r.State == RegistrationState.Waiting).OrderBy(r => r.QueueNumber).Select(r => r.Id).Take(10).ToListAsync();
        return await s.GetRequiredService<ParticipantDesk>().SeatAsync(workshop.Id, line, default);
    });

    /// <summary>20 seats; whoever comes first, 20 can be filled: at most 12 from Huế, 8 of the industry departments, 10 of science from Đà Nẵng.</summary>
    private async Task<Workshop> WorkshopAsync()
    {
        var workshop = await site.WorkshopAsync(capacity: Seats);
        await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.AtMost) = (Bilingual.Same("Huế"), SeatTools.Hue, 12));
        await site.LimitAsync(workshop, l => (l.Name, l.AgencyKinds, l.AtMost) = (Bilingual.Same("Công Thương"), "SCT", 8));
        await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.AgencyKinds, l.AtMost) = (Bilingual.Same("Khoa học Đà Nẵng"), SeatTools.DaNang, "SKHCN", 10));
        return workshop;
    }

    /// <summary>How many were told that they have a seat.</summary>
    private static async Task<int> RushAsync(IServiceProvider services, Workshop workshop, int people = People)
    {
        using var start = new SemaphoreSlim(0);
        var all = Enumerable.Range(0, people).Select(async _ =>
        {
            var entry = SeatTools.Somebody();
            await start.WaitAsync();
            return await services.RegisterAsync(workshop, entry) is Registered.Done { Registration.State: RegistrationState.Held };
        }).ToList();
        start.Release(people);
        return (await Task.WhenAll(all)).Count(seated => seated);
    }

    /// <summary>Every limit that is passed, from the rows.</summary>
    private async Task<List<string>> BrokenAsync(Workshop workshop)
    {
        var seats = await site.SeatsAsync(workshop);
        var broken = seats.Book.Limits.Where(l => seats.Book.TakenBy(l.Id) > l.AtMost).Select(l => $"{l.Name.Vi}: {seats.Book.TakenBy(l.Id)} of {l.AtMost}").ToList();
        if (seats.Book.Taken > Seats) broken.Add($"{seats.Book.Taken} of {Seats} seats");
        return broken;
    }

    private sealed class NoGuard(AppDb db, TimeProvider clock) : SeatGuard(db, clock)
    {
        private readonly AppDb db = db;

        public override Task LockAsync(IEnumerable<Guid> workshops, CancellationToken ct) => Task.CompletedTask;

        public override async Task SettleAsync(OpenSeats seats, CancellationToken ct)
        {
            var people = seats.SeatsChanged;
            await db.Workshops.Where(w => w.Id == seats.Workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.SeatsTaken, x => x.SeatsTaken + people), ct);
            foreach (var (limit, change) in seats.LimitsChanged.OrderBy(l => l.Limit))
                await db.SeatLimits.Where(l => l.Id == limit).ExecuteUpdateAsync(l => l.SetProperty(x => x.Taken, x => x.Taken + change), ct);
        }
    }
}
