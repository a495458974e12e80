using CsCheck;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations.Seats;

/// <summary>Whatever people and organisers do, in whatever order, every promise about seats holds after each step.</summary>
public sealed class RandomSequenceTests(TestSite site)
{
    private enum Step { Register, Confirm, Withdraw, Accept, Decline, ComeBack, Approve, Reject, SeatByHand, Undo, RunOut, ChangeKind, ChangeUnit, ChangeCap, ChangeHeld, ChangeCapacity, Rules, Import }

    private static readonly Gen<(Step Step, int Choice)[]> Sequences = Gen.Select(
        Gen.Int[0, 33].Select(n => n < 16 ? Step.Register : (Step)(n - 16)), Gen.Int[0, 1000]).Array[18, 30];

    [Fact]
    public async Task Random_sequences_keep_every_promise() => await Sequences.SampleAsync(RunAsync, iter: 8, threads: 1);

    private async Task RunAsync((Step Step, int Choice)[] steps)
    {
        var workshop = await site.WorkshopAsync(capacity: 6);
        await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.AtMost) = (Bilingual.Same("Huế"), SeatTools.Hue, 4));
        await site.LimitAsync(workshop, l => (l.Name, l.AgencyKinds, l.Held) = (Bilingual.Same("Công Thương"), "SCT", 2));
        await site.LimitAsync(workshop, l => (l.Name, l.Provinces, l.Held) = (Bilingual.Same("Giữ cho Huế"), SeatTools.Hue, 1));
        await site.LimitAsync(workshop, l => (l.Name, l.Kind, l.AtMost) = (Bilingual.Same("Đại biểu"), ParticipantKind.Guest, 2));
        var before = await site.SeatsAsync(workshop);
        foreach (var (step, choice) in steps)
        {
            await TakeAsync(workshop, step, choice);
            if (Environment.GetEnvironmentVariable("SEEDBG") != null) { var rr = await site.DbAsync(db => db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id).OrderBy(r => r.Id).ToListAsync()); Console.WriteLine($"{step} {choice}: " + string.Join(" ", rr.Select((r, i) => $"{i}:{r.State}/{r.StateBefore}/{r.QueueNumber}/{(r.ProvinceId == SeatTools.Hue ? "H" : "D")}{r.AgencyKindId}/{r.Kind}"))); }
            var seats = await site.SeatsAsync(workshop);
            Check(before.Book, seats.Book, seats.Limits, step);
            await site.CountersAreTrueAsync(workshop);
            await NobodyWaitsForAFreeSeatAsync(workshop, seats, step);
            before = seats;
        }
    }

    /// <summary>A limit that was lowered below what is taken stays passed, and is never passed by one more.</summary>
    private static void Check(SeatBook before, SeatBook now, IReadOnlyList<SeatLimit> limits, Step step)
    {
        Assert.True(now.Taken <= Math.Max(now.Capacity!.Value, before.Taken), $"{step}: {now.Taken} of {now.Capacity} seats");
        foreach (var limit in limits.Where(l => l.AtMost is not null))
            Assert.True(now.TakenBy(limit.Id) <= Math.Max(limit.AtMost!.Value, before.TakenBy(limit.Id)), $"{step}: {now.TakenBy(limit.Id)} of {limit.AtMost} for {limit.Name.Vi}");
    }

    private async Task NobodyWaitsForAFreeSeatAsync(Workshop workshop, OpenSeats seats, Step step)
    {
        var waiting = await site.DbAsync(db => db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id && r.State == RegistrationState.Waiting).ToListAsync());
        Assert.All(waiting, r => Assert.False(seats.Book.Judge(Seatable.Of(r)).Admits, $"{step}: somebody waits for a seat that is free"));
        Assert.Equal(waiting.Count, waiting.Select(r => r.QueueNumber).Distinct().Count());
    }

    private Task<object?> TakeAsync(Workshop workshop, Step step, int choice) => site.InScopeAsync<object?>(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var (own, hand, limits) = (s.GetRequiredService<OwnRegistrationDesk>(), s.GetRequiredService<ParticipantDesk>(), s.GetRequiredService<LimitDesk>());
        var all = await db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id).OrderBy(r => r.Id).ToListAsync();
        Registration? Any(params RegistrationState[] states) => all.Where(r => states.Contains(r.State)).ToList() is { Count: > 0 } some ? some[choice % some.Count] : null;
        var anybody = all.Count > 0 ? all[choice % all.Count] : null;
        var rules = await db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == workshop.Id).OrderBy(l => l.Position).ToListAsync();
        switch (step)
        {
            case Step.Register: return await s.GetRequiredService<RegistrationDesk>().RegisterAsync(workshop.Id, SeatTools.Somebody(choice, choice % 9 == 0 ? ParticipantKind.Guest : ParticipantKind.Trainee), default);
            case Step.Import: return await site.WriteListAsync(workshop, Sample.List("Ngẫu Nhiên " + (char)('A' + choice % 26), 1 + choice % 4));
            case Step.Confirm when Any(RegistrationState.Held) is { } r: return await own.ConfirmAsync(r, default);
            case Step.Accept when Any(RegistrationState.Offered) is { } r: return await own.AcceptAsync(r, default);
            case Step.Decline when Any(RegistrationState.Offered) is { } r: return await own.DeclineAsync(r, default);
            case Step.ComeBack when Any(RegistrationState.Expired, RegistrationState.Declined, RegistrationState.Withdrawn) is { } r: return await own.ComeBackAsync(r, default);
            case Step.Withdraw when anybody is { } r: return await own.WithdrawAsync(r, default);
            case Step.Approve when anybody is { } r: return await hand.ApproveAsync(workshop.Id, [r.Id], default);
            case Step.Reject when anybody is { } r: return await hand.RejectAsync(workshop.Id, [r.Id], "thử", default);
            case Step.SeatByHand when anybody is { } r: return await hand.SeatAsync(workshop.Id, [r.Id], default);
            case Step.Undo when anybody is { } r: return await hand.UndoAsync(workshop.Id, [r.Id], r.State, default);
            case Step.RunOut: return await site.RunOutAsync(workshop) + await site.Services.GetRequiredService<SeatClock>().RoundAsync(default);
            case Step.ChangeKind when anybody is { } r: return await hand.ChangeKindAsync(workshop.Id, [r.Id], choice % 2 == 0 ? ParticipantKind.Guest : ParticipantKind.Trainee, default);
            case Step.ChangeUnit when anybody is { } r: return await hand.ChangeUnitAsync(workshop.Id, r.Id, new RegistrantUnit("Sở", null, choice % 2 == 0 ? "SCT" : "SKHCN", choice % 3 == 0 ? SeatTools.Hue : SeatTools.DaNang), default);
            case Step.ChangeCap: return await limits.SaveAsync(workshop.Id, rules[0].Id, rules[0].Version, l => l.AtMost = choice % 6, default);
            case Step.ChangeHeld: return await limits.SaveAsync(workshop.Id, rules[1].Id, rules[1].Version, l => l.Held = choice % 5, default);
            case Step.Rules: return await site.PlanAsync(workshop, p => (p.NeedsApproval, p.SeatsAtOnce) = (choice % 5 == 0, choice % 2 == 0));
            case Step.ChangeCapacity:
                var desk = s.GetRequiredService<WorkshopDesk>();
                var mine = (await desk.FindAsync(workshop.Code, default))!;
                mine.Capacity = 5 + choice % 4;
                return await desk.SaveAsync(mine, mine.Version, default);
            default: return null;
        }
    });
}
