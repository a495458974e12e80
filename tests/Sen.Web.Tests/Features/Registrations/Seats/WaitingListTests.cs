using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations.Seats;

public sealed class WaitingListTests(TestSite site)
{
    [Fact]
    public async Task A_freed_seat_goes_to_the_first_in_line_whom_all_limits_admit()
    {
        var workshop = await site.WorkshopAsync(capacity: 2);
        await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.AtMost) = (Bilingual.Same("Huế"), SeatTools.Hue, 1));
        var seated = new[] { await DoneAsync(workshop, 0), await DoneAsync(workshop, 2) };
        var (hue, daNang) = (await DoneAsync(workshop, 0), await DoneAsync(workshop, 2));
        Assert.Equal((RegistrationState.Waiting, RegistrationState.Waiting), (hue.State, daNang.State));
        Assert.True(hue.QueueNumber < daNang.QueueNumber);

        await OwnAsync(d => d.WithdrawAsync(seated[1], default));
        Assert.Equal([RegistrationState.Waiting, RegistrationState.Offered], await StatesOfAsync(hue, daNang));
        await OwnAsync(d => d.WithdrawAsync(seated[0], default));
        Assert.Equal([RegistrationState.Offered, RegistrationState.Offered], await StatesOfAsync(hue, daNang));
        await site.CountersAreTrueAsync(workshop);
    }

    [Fact]
    public async Task An_offer_is_made_once_although_the_clock_goes_round_at_three_nodes()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var first = await DoneAsync(workshop);
        var (second, third) = (await DoneAsync(workshop), await DoneAsync(workshop));
        await site.RunOutAsync(workshop);
        await using var otherNode = site.Build();
        await Task.WhenAll(Rounds(site.Services), Rounds(otherNode.Services), Rounds(otherNode.Services));
        Assert.Equal([RegistrationState.Expired, RegistrationState.Offered, RegistrationState.Waiting], await StatesOfAsync(first, second, third));
        Assert.Equal(1, await MailsAsync("offered", second));
        Assert.Equal(1, await MailsAsync("expired", first));
        Assert.Equal(0, await MailsAsync("offered", third));
        await site.CountersAreTrueAsync(workshop);

        static Task<int> Rounds(IServiceProvider node) => node.GetRequiredService<SeatClock>().RoundAsync(default);
    }

    [Fact]
    public async Task Declined_and_expired_offers_go_to_the_next()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var first = await DoneAsync(workshop);
        var line = new[] { await DoneAsync(workshop), await DoneAsync(workshop), await DoneAsync(workshop) };
        await OwnAsync(d => d.WithdrawAsync(first, default));
        Assert.Equal(OwnChange.Done, await OwnAsync(d => d.DeclineAsync(line[0], default)));
        Assert.Equal([RegistrationState.Declined, RegistrationState.Offered, RegistrationState.Waiting], await StatesOfAsync(line));
        await site.RunOutAsync(workshop);
        // The offer has run out although no clock has looked yet: accepting comes too late, and the next has it.
        Assert.Equal(OwnChange.TooLate, await OwnAsync(d => d.AcceptAsync(line[1], default)));
        Assert.Equal([RegistrationState.Declined, RegistrationState.Expired, RegistrationState.Offered], await StatesOfAsync(line));
        Assert.Equal(OwnChange.Done, await OwnAsync(d => d.AcceptAsync(line[2], default)));
        Assert.Equal(OwnChange.Done, await OwnAsync(d => d.AcceptAsync(line[2], default)));
        Assert.Equal([RegistrationState.Declined, RegistrationState.Expired, RegistrationState.Seated], await StatesOfAsync(line));
    }

    [Fact]
    public async Task Nothing_is_offered_after_the_close_or_the_start()
    {
        foreach (var end in new Action<Workshop>[] { w => w.RegistrationCloses = site.Clock.LocalNow().AddMinutes(-1), w => w.StartsOn = site.Clock.LocalDay() })
        {
            var workshop = await site.WorkshopAsync(capacity: 1);
            var (first, second) = (await DoneAsync(workshop), await DoneAsync(workshop));
            await site.DbAsync(async db =>
            {
                end(await db.Workshops.SingleAsync(w => w.Id == workshop.Id));
                return await db.SaveChangesAsync();
            });
            await HandAsync(d => d.WithdrawAsync(workshop.Id, [first.Id], "", default));
            Assert.Equal([RegistrationState.Withdrawn, RegistrationState.Waiting], await StatesOfAsync(first, second));
            Assert.Equal(0, await MailsAsync("offered", second));
        }
    }

    [Fact]
    public async Task An_offer_never_outlasts_the_close()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var close = site.Clock.LocalNow().AddHours(3);
        await site.DbAsync(async db =>
        {
            (await db.Workshops.SingleAsync(w => w.Id == workshop.Id)).RegistrationCloses = close;
            return await db.SaveChangesAsync();
        });
        var (first, second) = (await DoneAsync(workshop), await DoneAsync(workshop));
        await OwnAsync(d => d.WithdrawAsync(first, default));
        var until = await site.DbAsync(db => db.Registrations.Where(r => r.Id == second.Id).Select(r => r.SeatKeptUntil).SingleAsync());
        Assert.InRange(WallClock.Local(until!.Value), close.AddMinutes(-1), close.AddSeconds(1));
    }

    [Fact]
    public async Task Kept_seats_are_released_at_their_time_to_the_line_in_its_order()
    {
        var workshop = await site.WorkshopAsync(capacity: 3);
        var limit = await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.Held, l.ReleaseOn) = (Bilingual.Same("Huế"), SeatTools.Hue, 2, site.Clock.LocalNow().AddDays(5)));
        var daNang = new[] { await DoneAsync(workshop, 2), await DoneAsync(workshop, 2), await DoneAsync(workshop, 3), await DoneAsync(workshop, 2) };
        Assert.Equal([RegistrationState.Held, RegistrationState.Waiting, RegistrationState.Waiting, RegistrationState.Waiting], await StatesOfAsync(daNang));

        // What the organiser sees beforehand is what happens.
        var foreseen = await site.InScopeAsync(s => s.GetRequiredService<LimitDesk>().ReleaseAsync(workshop, limit, default));
        Assert.Equal([daNang[1].Id, daNang[2].Id], foreseen.OfferedAtOnce);
        await site.DbAsync(db => db.SeatLimits.Where(l => l.Id == limit.Id).ExecuteUpdateAsync(l => l.SetProperty(x => x.ReleaseOn, site.Clock.LocalNow().AddMinutes(-1))));
        await site.Services.GetRequiredService<SeatClock>().RoundAsync(default);
        Assert.Equal([RegistrationState.Held, RegistrationState.Offered, RegistrationState.Offered, RegistrationState.Waiting], await StatesOfAsync(daNang));
        await site.CountersAreTrueAsync(workshop);
    }

    [Fact]
    public async Task More_seats_or_a_higher_cap_are_offered_at_once_and_seated_at_once_where_the_workshop_says_so()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var line = new[] { await DoneAsync(workshop), await DoneAsync(workshop), await DoneAsync(workshop) };
        await RoomAsync(2);
        Assert.Equal([RegistrationState.Held, RegistrationState.Offered, RegistrationState.Waiting], await StatesOfAsync(line));
        await site.PlanAsync(workshop, p => p.SeatsAtOnce = true);
        await RoomAsync(3);
        Assert.Equal([RegistrationState.Held, RegistrationState.Offered, RegistrationState.Seated], await StatesOfAsync(line));
        Assert.Equal(1, await MailsAsync("seated", line[2]));

        Task RoomAsync(int capacity) => site.InScopeAsync(async s =>
        {
            var desk = s.GetRequiredService<WorkshopDesk>();
            var mine = (await desk.FindAsync(workshop.Code, default))!;
            mine.Capacity = capacity;
            return Assert.IsType<WorkshopSaved.Done>(await desk.SaveAsync(mine, mine.Version, default));
        });
    }

    [Fact]
    public async Task Nobody_passes_those_who_wait()
    {
        var workshop = await site.WorkshopAsync(WorkshopStatus.Closed, capacity: 1);
        // While registration is closed nothing is offered, so a free seat and a line can stand side by side.
        await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.Status, WorkshopStatus.Published)));
        var (first, second) = (await DoneAsync(workshop), await DoneAsync(workshop));
        await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.Status, WorkshopStatus.Closed)));
        await HandAsync(d => d.WithdrawAsync(workshop.Id, [first.Id], "", default));
        var late = await site.InScopeAsync(s => s.GetRequiredService<RegistrationDesk>().AddAsync(workshop.Id, SeatTools.Somebody(), default));
        Assert.Equal(RegistrationState.Waiting, Assert.IsType<Registered.Done>(late).Registration.State);
        Assert.Equal([RegistrationState.Waiting], await StatesOfAsync(second));
    }

    private async Task<Registration> DoneAsync(Workshop workshop, int? unit = null) =>
        Assert.IsType<Registered.Done>(await site.Services.RegisterAsync(workshop, SeatTools.Somebody(unit))).Registration;

    private Task<OwnChange> OwnAsync(Func<OwnRegistrationDesk, Task<OwnChange>> act) => site.InScopeAsync(s => act(s.GetRequiredService<OwnRegistrationDesk>()));

    private Task<HandResult> HandAsync(Func<ParticipantDesk, Task<HandResult>> act) => site.InScopeAsync(s => act(s.GetRequiredService<ParticipantDesk>()));

    private async Task<List<RegistrationState>> StatesOfAsync(params Registration[] registrations)
    {
        var ids = registrations.Select(r => r.Id).ToList();
        var states = await site.DbAsync(db => db.Registrations.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.State));
        return [.. ids.Select(id => states[id])];
    }

    private Task<int> MailsAsync(string reason, Registration registration)
    {
        var key = $"{reason}:{registration.Id}:";
        return site.DbAsync(db => db.OutboxMessages.CountAsync(m => m.Key.StartsWith(key)));
    }
}
