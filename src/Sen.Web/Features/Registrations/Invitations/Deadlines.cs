using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>What a deadline must be.</summary>
public static class Deadlines
{
    public static string? Complaint(DateTime? deadline, Workshop workshop, DateTime localNow, Language l) => deadline is not { } until ? l["Chọn hạn trả lời", "Choose the deadline"]
        : until <= localNow ? l["Hạn trả lời phải ở sau lúc này", "The deadline must lie ahead"]
        : workshop.StartsOn is { } start && until > start.ToDateTime(TimeOnly.MinValue) ? l["Hạn trả lời phải trước ngày khai mạc", "The deadline must be before the first day"] : null;
}
