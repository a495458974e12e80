using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>What happens to seats when their workshop is copied, changed, published, cancelled.</summary>
public sealed class SeatsFollow(AppDb db, SeatOffice office, CancellationNotices notices, ChangeNotices changes) : IWorkshopFollower
{
    public async Task CopiedAsync(Workshop from, Workshop to, CopiedParts parts, CancellationToken ct)
    {
        if (!parts.HasFlag(CopiedParts.Limits)) return;
        var shift = from.StartsOn is { } was && to.StartsOn is { } start ? TimeSpan.FromDays(start.DayNumber - was.DayNumber) : TimeSpan.Zero;
        foreach (var limit in await db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == from.Id).ToListAsync(ct)) db.SeatLimits.Add(limit.CopiedTo(to.Id, shift));
        if (await db.SeatPlans.AsNoTracking().FirstOrDefaultAsync(p => p.WorkshopId == from.Id, ct) is { } plan)
            db.SeatPlans.Add(new SeatPlan { WorkshopId = to.Id, NeedsApproval = plan.NeedsApproval, SeatsAtOnce = plan.SeatsAtOnce, OfferHours = plan.OfferHours, ChangesUntil = plan.ChangesUntil + shift });
        foreach (var q in await db.WorkshopQuestions.AsNoTracking().Where(q => q.WorkshopId == from.Id && !q.IsRetired).ToListAsync(ct))
            db.WorkshopQuestions.Add(new WorkshopQuestion { WorkshopId = to.Id, Position = q.Position, Label = q.Label, Help = q.Help, Kind = q.Kind, Options = q.Options, IsNeeded = q.IsNeeded });
    }

    public Task ChangedAsync(Workshop workshop, CancellationToken ct) => office.ReplanAsync(workshop.Id, () => Task.FromResult(0), ct);

    public Task<int> RescheduledAsync(Workshop workshop, WorkshopBefore before, CancellationToken ct) => changes.TellAsync(workshop, before, ct);

    public Task<int> ConcernedAsync(Guid workshopId, CancellationToken ct) => ChangeNotices.Concerned(db, workshopId).CountAsync(ct);

    public async Task<IReadOnlyList<Bilingual>> ReasonsAgainstAsync(Workshop workshop, WorkshopStatus to, CancellationToken ct) =>
        workshop.Status == WorkshopStatus.Cancelled && await notices.AnyIsOutAsync(workshop.Id, ct)
            ? [new("Thư báo hủy đã gửi cho người đăng ký, nên không khôi phục được nữa. Hãy lập một hội thảo mới.", "People have been told of the cancellation, so it cannot be taken back. Set up a new workshop instead.")]
            : [];

    public async Task MovedAsync(Workshop workshop, WorkshopStatus from, CancellationToken ct)
    {
        if (workshop.Status == WorkshopStatus.Cancelled) await notices.PrepareAsync(workshop, ct);
        else if (from == WorkshopStatus.Cancelled) await notices.TakeBackAsync(workshop.Id, ct);
        if (workshop.Status == WorkshopStatus.Published) await office.ReplanAsync(workshop.Id, () => Task.FromResult(0), ct);
    }

    public async Task<DateTime?> TellsAtAsync(Workshop workshop, CancellationToken ct) =>
        workshop.Status == WorkshopStatus.Cancelled ? await notices.GoOutAtAsync(workshop.Id, ct) : null;
}
