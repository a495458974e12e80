using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations.Seats;

/// <summary>The organiser's hand passes no limit either.</summary>
public sealed class ByHandTests(TestSite site)
{
    [Fact]
    public async Task A_guest_becomes_a_trainee_only_where_a_trainees_seat_is_free()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        await AddAsync(workshop);
        var guest = await AddAsync(workshop, kind: ParticipantKind.Guest);
        Assert.Equal(RegistrationState.Seated, guest.State);
        var result = await HandAsync(d => d.ChangeKindAsync(workshop.Id, [guest.Id], ParticipantKind.Trainee, default));
        Assert.Equal("Cả 1 chỗ đã có người.", Assert.Single(result.Refused).Why);
        Assert.Equal(ParticipantKind.Guest, await site.DbAsync(db => db.Registrations.Where(r => r.Id == guest.Id).Select(r => r.Kind).SingleAsync()));
        await site.CountersAreTrueAsync(workshop);
    }

    [Fact]
    public async Task Nobody_slips_past_a_cap_by_a_change_of_agency()
    {
        var workshop = await site.WorkshopAsync(capacity: 9);
        await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.AtMost) = (Bilingual.Same("Huế"), SeatTools.Hue, 1));
        await AddAsync(workshop, 0);
        var other = await AddAsync(workshop, 2);
        var hue = new RegistrantUnit("Sở Công Thương thành phố Huế", null, "SCT", SeatTools.Hue);
        var result = await HandAsync(d => d.ChangeUnitAsync(workshop.Id, other.Id, hue, default));
        Assert.StartsWith("Hạn mức «Huế» đã đủ: 1 trên 1.", Assert.Single(result.Refused).Why, StringComparison.Ordinal);
        Assert.Equal(SeatTools.DaNang, await site.DbAsync(db => db.Registrations.Where(r => r.Id == other.Id).Select(r => r.ProvinceId).SingleAsync()));
        // By themselves no more than by the organiser.
        var (change, verdict) = await site.InScopeAsync(s => s.GetRequiredService<OwnRegistrationDesk>().DescribeAsync(other, SeatTools.Somebody(0), hue, default));
        Assert.Equal((OwnChange.NotNow, false), (change, verdict!.Admits));
        await site.CountersAreTrueAsync(workshop);
    }

    [Fact]
    public async Task Approval_gives_a_seat_while_there_is_one_and_then_a_place_in_line()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        await site.PlanAsync(workshop, p => p.NeedsApproval = true);
        var asked = new[] { await RegisterAsync(workshop), await RegisterAsync(workshop), await RegisterAsync(workshop) };
        Assert.All(asked, r => Assert.Equal(RegistrationState.AwaitingApproval, r.State));
        Assert.Equal(3, (await HandAsync(d => d.ApproveAsync(workshop.Id, [.. asked.Select(r => r.Id)], default))).Changed.Count);
        var rows = await site.DbAsync(db => db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id).OrderBy(r => r.CreatedAt).ToListAsync());
        Assert.Equal([(RegistrationState.Seated, null), (RegistrationState.Waiting, 1L), (RegistrationState.Waiting, 2L)], rows.Select(r => (r.State, r.QueueNumber)));
    }

    [Fact]
    public async Task Undo_gives_the_seat_back_or_the_first_place_in_line_where_it_is_gone()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var first = await AddAsync(workshop);
        await HandAsync(d => d.WithdrawAsync(workshop.Id, [first.Id], "bận", default));
        Assert.Equal([first.Id], (await HandAsync(d => d.UndoAsync(workshop.Id, [first.Id], RegistrationState.Withdrawn, default))).Changed);
        Assert.Equal(RegistrationState.Seated, await StateOfAsync(first));

        var (second, third) = (await AddAsync(workshop), await AddAsync(workshop));
        await HandAsync(d => d.WithdrawAsync(workshop.Id, [first.Id], "bận", default));
        Assert.Equal(RegistrationState.Offered, await StateOfAsync(second));
        Assert.EndsWith("Người này nay đứng đầu danh sách chờ.", Assert.Single((await HandAsync(d => d.UndoAsync(workshop.Id, [first.Id], RegistrationState.Withdrawn, default))).Refused).Why, StringComparison.Ordinal);
        var line = await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == workshop.Id && r.State == RegistrationState.Waiting).OrderBy(r => r.QueueNumber).Select(r => r.Id).ToListAsync());
        Assert.Equal([first.Id, third.Id], line);
    }

    [Fact]
    public async Task A_move_to_a_full_workshop_leaves_the_seat_here()
    {
        var (here, there) = (await site.WorkshopAsync(capacity: 1), await site.WorkshopAsync(capacity: 1));
        var mover = await AddAsync(here);
        await AddAsync(there);
        var result = await site.InScopeAsync(s => s.GetRequiredService<MoveDesk>().MoveAsync(here.Id, there.Id, [mover.Id], default));
        Assert.Equal("Cả 1 chỗ đã có người.", Assert.Single(result.Refused).Why);
        Assert.Equal(RegistrationState.Seated, await StateOfAsync(mover));
    }

    [Fact]
    public async Task After_the_start_a_list_is_written_whole_and_says_which_limits_it_passes()
    {
        var workshop = await site.WorkshopAsync(capacity: 2, startsOn: site.Clock.LocalDay());
        await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.AtMost) = (Bilingual.Same("Huế"), SeatTools.Hue, 1));
        var done = Assert.IsType<Sen.Web.Features.Registrations.Lists.ListWritten.Done>(await site.WriteListAsync(workshop, Sample.List("Đến Muộn", 3)));
        Assert.Equal((3, 0), (done.Added, done.Waiting));
        Assert.Equal("Sức chứa: 3 trên 2; «Huế»: 3 trên 1", done.Above.Vi);
        await site.CountersAreTrueAsync(workshop);
        Assert.False((await site.SeatsAsync(workshop)).Book.Judge(new Seatable(ParticipantKind.Trainee, SeatTools.DaNang, "SCT", null)).Admits);
    }

    [Fact]
    public async Task A_cancellation_is_told_once_and_can_be_taken_back_until_then()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        await AddAsync(workshop);
        await AddAsync(workshop);
        Assert.Equal([], await MoveAsync(WorkshopStatus.Cancelled));
        Assert.Equal(2, await NoticesAsync());
        Assert.Equal([], await MoveAsync(WorkshopStatus.Closed));
        Assert.Equal(0, await NoticesAsync());
        Assert.Equal([], await MoveAsync(WorkshopStatus.Cancelled));
        await site.DbAsync(db => db.OutboxMessages.Where(m => m.Key.StartsWith($"cancelled:{workshop.Id}:")).ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAttemptAt, site.Clock.GetUtcNow().UtcDateTime.AddSeconds(-1))));
        Assert.StartsWith("Thư báo hủy đã gửi", Assert.Single(await MoveAsync(WorkshopStatus.Closed)).Vi, StringComparison.Ordinal);
        Assert.Equal(2, await NoticesAsync());

        Task<IReadOnlyList<Bilingual>> MoveAsync(WorkshopStatus status) => site.InScopeAsync(async s =>
        {
            var desk = s.GetRequiredService<WorkshopDesk>();
            return await desk.MoveAsync((await desk.FindAsync(workshop.Code, default))!, status, default);
        });
        Task<int> NoticesAsync() => site.DbAsync(db => db.OutboxMessages.CountAsync(m => m.Key.StartsWith($"cancelled:{workshop.Id}:")));
    }

    [Fact]
    public async Task Limits_go_with_a_copied_workshop_and_its_release_moves_with_its_days()
    {
        var workshop = await site.WorkshopAsync(capacity: 5, startsOn: new DateOnly(2026, 12, 20));
        await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.Held, l.ReleaseOn) = (Bilingual.Same("Huế"), SeatTools.Hue, 2, new DateTime(2026, 12, 10, 17, 0, 0)));
        var copy = await site.InScopeAsync(s => s.GetRequiredService<WorkshopDesk>().CreateAsync(workshop.ProgrammeId, workshop.Code + "-sau", workshop.Title, new DateOnly(2027, 1, 20), workshop.Id, CopiedParts.Limits, default));
        var limit = Assert.Single(await site.DbAsync(db => db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == copy.Id).ToListAsync()));
        Assert.Equal(("Huế", 2, new DateTime(2027, 1, 10, 17, 0, 0), 0), (limit.Name.Vi, limit.Held, limit.ReleaseOn, limit.Taken));
    }

    [Fact]
    public async Task More_seats_are_never_kept_than_there_are()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var limit = await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.Held) = (Bilingual.Same("Huế"), SeatTools.Hue, 3));
        Assert.Equal(LimitSaved.TooManyHeld, await SaveAsync(null, 3));
        Assert.Equal(LimitSaved.Done, await SaveAsync(null, 2));
        Assert.Equal(LimitSaved.ChangedMeanwhile, await SaveAsync(limit.Id, 1, limit.Version + 7));
        Assert.Equal([2, 3], await site.DbAsync(db => db.SeatLimits.Where(l => l.WorkshopId == workshop.Id).Select(l => l.Held).OrderBy(h => h).ToListAsync()));

        Task<LimitSaved> SaveAsync(Guid? id, int held, int version = 0) => site.InScopeAsync(s => s.GetRequiredService<LimitDesk>().SaveAsync(workshop.Id, id, version, l => (l.Name, l.Held) = (Bilingual.Same("Khác"), held), default));
    }

    [Fact]
    public async Task The_hall_is_never_made_smaller_than_what_is_kept()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.Held) = (Bilingual.Same("Huế"), SeatTools.Hue, 3));
        var saved = await site.InScopeAsync(async s =>
        {
            var desk = s.GetRequiredService<WorkshopDesk>();
            var mine = (await desk.FindAsync(workshop.Code, default))!;
            mine.Capacity = 2;
            return await desk.SaveAsync(mine, mine.Version, default);
        });
        Assert.Equal(new WorkshopSaved.TooFewForKept(3), saved);
    }

    private async Task<Registration> AddAsync(Workshop workshop, int? unit = null, ParticipantKind kind = ParticipantKind.Trainee) =>
        Assert.IsType<Registered.Done>(await site.InScopeAsync(s => s.GetRequiredService<RegistrationDesk>().AddAsync(workshop.Id, SeatTools.Somebody(unit, kind), default))).Registration;

    private async Task<Registration> RegisterAsync(Workshop workshop) => Assert.IsType<Registered.Done>(await site.Services.RegisterAsync(workshop, SeatTools.Somebody())).Registration;

    private Task<HandResult> HandAsync(Func<ParticipantDesk, Task<HandResult>> act) => site.InScopeAsync(s => act(s.GetRequiredService<ParticipantDesk>()));

    private Task<RegistrationState> StateOfAsync(Registration registration) => site.DbAsync(db => db.Registrations.Where(r => r.Id == registration.Id).Select(r => r.State).SingleAsync());
}
