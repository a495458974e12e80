using Sen.Web.Platform.Forms;

namespace Sen.Web.Features.Registrations.Seats;

public sealed class PlanInput
{
    public int Version { get; set; }
    public bool NeedsApproval { get; set; }
    public bool SeatsAtOnce { get; set; }
    [Between(1, 336)]
    public int OfferHours { get; set; } = 48;
    public DateTime? ChangesUntil { get; set; }

    public static PlanInput Of(SeatPlan plan) => new() { Version = plan.Version, NeedsApproval = plan.NeedsApproval, SeatsAtOnce = plan.SeatsAtOnce, OfferHours = plan.OfferHours, ChangesUntil = plan.ChangesUntil };

    public void Onto(SeatPlan plan) => (plan.NeedsApproval, plan.SeatsAtOnce, plan.OfferHours, plan.ChangesUntil) = (NeedsApproval, SeatsAtOnce, OfferHours, ChangesUntil);
}
