using Sen.Web.Data;
using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>How a workshop takes registrations; without a row these usual rules hold.</summary>
public sealed class SeatPlan : IAudited, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    /// <summary>A registration waits until the organiser approves it.</summary>
    public bool NeedsApproval { get; set; }
    /// <summary>A freed seat goes to the next in line at once, without asking.</summary>
    public bool SeatsAtOnce { get; set; }
    /// <summary>How long an offered seat is kept.</summary>
    public int OfferHours { get; set; } = 48;
    /// <summary>Until when people may change or withdraw by themselves; wall time of Việt Nam. Null: until the first day.</summary>
    public DateTime? ChangesUntil { get; set; }
    [NotInTrail]
    public int Version { get; set; }
}
