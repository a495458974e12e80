using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>Where an invitation stands, derived from its row, its letter in the outbox and its nominations; never stored.</summary>
public enum InvitationStanding { Draft, Sending, Sent, Bounced, Opened, Partly, Fully, Declined, Silent, Cancelled }

public static class InvitationStandings
{
    public static InvitationStanding Of(DateTime? sendingSince, Invitation i, int nominated, bool bounced, DateTime localNow)
    {
        if (i.CancelledAt is not null || i.DuplicateOfId is not null) return InvitationStanding.Cancelled;
        if (i.Answer == InvitationAnswer.Declined) return InvitationStanding.Declined;
        if (i.Answer == InvitationAnswer.Done || (nominated > 0 && nominated >= i.Seats)) return InvitationStanding.Fully;
        if (nominated > 0) return InvitationStanding.Partly;
        if (i.SentAt is null) return sendingSince is null ? InvitationStanding.Draft : InvitationStanding.Sending;
        if (bounced && i.OpenedAt is null) return InvitationStanding.Bounced;
        if (i.IsLate(localNow)) return InvitationStanding.Silent;
        return i.OpenedAt is null ? InvitationStanding.Sent : InvitationStanding.Opened;
    }

    /// <summary>Reached, and nothing heard.</summary>
    public static bool IsUnanswered(this InvitationStanding standing) => standing is InvitationStanding.Sent or InvitationStanding.Opened or InvitationStanding.Bounced or InvitationStanding.Silent;

    public static bool IsAnswered(this InvitationStanding standing) => standing is InvitationStanding.Partly or InvitationStanding.Fully or InvitationStanding.Declined;

    public static string Words(this InvitationStanding standing, Language l) => standing switch
    {
        InvitationStanding.Draft => l["Chưa gửi", "Not sent"],
        InvitationStanding.Sending => l["Chờ gửi", "To be sent"],
        InvitationStanding.Sent => l["Đã gửi, chưa mở", "Sent, not opened"],
        InvitationStanding.Bounced => l["Thư không tới", "Mail not delivered"],
        InvitationStanding.Opened => l["Đã mở, chưa trả lời", "Opened, no answer"],
        InvitationStanding.Partly => l["Đề cử một phần", "Partly nominated"],
        InvitationStanding.Fully => l["Đã trả lời đủ", "Answered"],
        InvitationStanding.Declined => l["Không cử được", "Declined"],
        InvitationStanding.Silent => l["Quá hạn, im lặng", "Silent after the deadline"],
        _ => l["Đã thôi mời", "Withdrawn"],
    };

    public static string Chip(this InvitationStanding standing) => standing switch
    {
        InvitationStanding.Fully => "chip chip-done",
        InvitationStanding.Partly or InvitationStanding.Opened => "chip chip-held",
        InvitationStanding.Silent or InvitationStanding.Sending => "chip chip-alert",
        InvitationStanding.Bounced or InvitationStanding.Declined => "chip chip-wrong",
        _ => "chip",
    };
}
