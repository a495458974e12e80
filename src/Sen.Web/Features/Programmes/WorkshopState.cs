using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>What a reader is told about a workshop: its stored status together with what dates, window and seats make of it.</summary>
public enum WorkshopState { Draft, NotYetOpen, Open, Full, Closed, Running, Over, Held, Cancelled }

public static class WorkshopStates
{
    public static WorkshopState Of(WorkshopStatus status, DateOnly? starts, DateOnly? ends, DateTime? opens, DateTime? closes, int? capacity, int taken, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        switch (status)
        {
            case WorkshopStatus.Draft: return WorkshopState.Draft;
            case WorkshopStatus.Held: return WorkshopState.Held;
            case WorkshopStatus.Cancelled: return WorkshopState.Cancelled;
        }
        if (starts is { } from && from <= today) return today <= (ends ?? from) ? WorkshopState.Running : WorkshopState.Over;
        if (status == WorkshopStatus.Closed || (closes is { } end && end <= now)) return WorkshopState.Closed;
        if (opens is { } start && now < start) return WorkshopState.NotYetOpen;
        return capacity is { } seats && taken >= seats ? WorkshopState.Full : WorkshopState.Open;
    }

    public static WorkshopState StateAt(this Workshop w, DateTime localNow) =>
        Of(w.Status, w.StartsOn, w.EndsOn, w.RegistrationOpens, w.RegistrationCloses, w.Capacity, w.SeatsTaken, localNow);

    public static string Words(this WorkshopState state, Language l) => state switch
    {
        WorkshopState.Draft => l["Bản nháp", "Draft"],
        WorkshopState.NotYetOpen => l["Chưa mở đăng ký", "Registration not open yet"],
        WorkshopState.Open => l["Đang nhận đăng ký", "Registration open"],
        WorkshopState.Full => l["Đã hết chỗ", "Full"],
        WorkshopState.Closed => l["Đã đóng đăng ký", "Registration closed"],
        WorkshopState.Running => l["Đang diễn ra", "Running"],
        WorkshopState.Over => l["Đã qua ngày", "Dates have passed"],
        WorkshopState.Held => l["Đã tổ chức", "Held"],
        _ => l["Đã hủy", "Cancelled"],
    };

    public static string Chip(this WorkshopState state) => state switch
    {
        WorkshopState.Open or WorkshopState.Held or WorkshopState.Running => "chip chip-done",
        WorkshopState.Full or WorkshopState.Over => "chip chip-alert",
        WorkshopState.Cancelled => "chip chip-wrong",
        WorkshopState.NotYetOpen => "chip chip-held",
        _ => "chip",
    };
}
