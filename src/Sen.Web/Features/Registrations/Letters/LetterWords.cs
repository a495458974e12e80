using System.Globalization;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

public static class LetterWords
{
    public static string Words(this LetterState state, Language l) => state switch
    {
        LetterState.Planned => l["Đã lên lịch", "Planned"],
        LetterState.Paused => l["Tạm dừng", "Paused"],
        LetterState.Sending => l["Đang gửi", "Being sent"],
        LetterState.Sent => l["Đã gửi", "Sent"],
        LetterState.Stopped => l["Đã dừng", "Stopped"],
        _ => l["Bản nháp", "Draft"],
    };

    public static string Chip(this LetterState state) => state switch
    {
        LetterState.Sent => "chip chip-done",
        LetterState.Planned or LetterState.Sending => "chip chip-held",
        LetterState.Paused => "chip chip-alert",
        LetterState.Stopped => "chip chip-wrong",
        _ => "chip",
    };

    public static string Words(this LetterSort sort, Language l) => sort == LetterSort.Needed
        ? l["Cần cho hội thảo", "Needed for the workshop"]
        : l["Thư khác (có nút thôi nhận)", "Other news (with an unsubscribe link)"];

    public static string Words(this WhenMissing choice, Language l) => choice == WhenMissing.LeaveOut
        ? l["Không gửi cho người thiếu dữ liệu", "Leave out those whose data are missing"]
        : l["Ghi «chưa ghi nhận» vào chỗ thiếu", "Write “not recorded” where they are missing"];

    public static string Words(this LetterTiming timing, Language l) => timing switch
    {
        LetterTiming.At => l["Vào ngày giờ ấn định", "At a fixed time"],
        LetterTiming.BeforeFirstDay => l["Trước ngày khai mạc", "Before the first day"],
        LetterTiming.AfterLastDay => l["Sau ngày bế mạc", "After the last day"],
        _ => l["Khi bấm gửi", "When somebody presses Send"],
    };

    /// <summary>«2 ngày trước ngày khai mạc, 08:00».</summary>
    public static string When(this GroupLetter letter, Language l)
    {
        var (n, time) = (letter.Days.ToString(CultureInfo.InvariantCulture), l.Time(letter.TimeOfDay));
        var days = letter.Days == 1 ? "1 day" : $"{n} days";
        return letter.Timing switch
        {
            LetterTiming.At => letter.SendAt is { } at ? l.WallTime(at) : l["chưa đặt giờ", "no time set"],
            LetterTiming.BeforeFirstDay => letter.Days == 0 ? l[$"ngày khai mạc, {time}", $"on the first day, {time}"] : l[$"{n} ngày trước ngày khai mạc, {time}", $"{days} before the first day, {time}"],
            LetterTiming.AfterLastDay => letter.Days == 0 ? l[$"ngày bế mạc, {time}", $"on the last day, {time}"] : l[$"{n} ngày sau ngày bế mạc, {time}", $"{days} after the last day, {time}"],
            _ => l["khi bấm gửi", "when somebody presses Send"],
        };
    }

    public static string? Words(this PauseReason reason, Language l) => reason switch
    {
        PauseReason.ByHand => l["Ban tổ chức tạm dừng.", "Paused by the organisers."],
        PauseReason.TimeHasPassed => l["Ngày hội thảo đã đổi và giờ gửi nay đã qua, nên thư chưa gửi. Đặt giờ khác hoặc gửi ngay.", "The workshop’s dates have moved and the time to send has passed, so it was not sent. Set another time or send it now."],
        PauseReason.NoDate => l["Hội thảo chưa có ngày, nên chưa tính được giờ gửi.", "The workshop has no date, so the time to send is not known."],
        PauseReason.NotAnnounced => l["Đến giờ gửi mà hội thảo còn là bản nháp, nên thư chưa gửi.", "The workshop was still a draft when the time came, so it was not sent."],
        PauseReason.Cancelled => l["Hội thảo đã hủy, nên thư bị dừng. Nếu khôi phục hội thảo, bấm «Tiếp tục».", "The workshop was cancelled, so the letter was stopped. If the workshop is taken up again, press “Go on”."],
        _ => null,
    };

    public static string Words(this RecipientState state, Language l) => state switch
    {
        RecipientState.Written => l["Đã vào hộp thư đi", "In the outbox"],
        RecipientState.NoAddress => l["Không có địa chỉ thư", "No mail address"],
        RecipientState.BadAddress => l["Địa chỉ hỏng", "Address not working"],
        RecipientState.Unsubscribed => l["Đã thôi nhận", "Unsubscribed"],
        RecipientState.NotAgreed => l["Chưa đồng ý nhận thư tin", "Has not agreed to news"],
        RecipientState.ValueMissing => l["Thiếu dữ liệu, không gửi", "Data missing, left out"],
        RecipientState.LeftMeanwhile => l["Không còn trong nhóm", "No longer in the group"],
        RecipientState.TakenBack => l["Đã rút lại", "Taken back"],
        _ => l["Đang chờ", "Waiting"],
    };
}
