using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

public static class RegistrationWords
{
    public static string Words(this ParticipantKind kind, Language l) => kind switch
    {
        ParticipantKind.Trainee => l["Học viên", "Trainee"],
        ParticipantKind.Guest => l["Đại biểu", "Guest"],
        ParticipantKind.Speaker => l["Báo cáo viên", "Speaker"],
        ParticipantKind.Staff => l["Ban tổ chức", "Staff"],
        _ => l["Báo chí", "Press"],
    };

    public static string Words(this RegistrationState state, Language l) => state switch
    {
        RegistrationState.AwaitingApproval => l["Chờ duyệt", "Awaiting approval"],
        RegistrationState.Held => l["Đang giữ chỗ", "Held"],
        RegistrationState.Seated => l["Đã có chỗ", "Seated"],
        RegistrationState.Waiting => l["Chờ chỗ", "Waiting"],
        RegistrationState.Offered => l["Được mời vào chỗ", "Offered a seat"],
        RegistrationState.Declined => l["Từ chối", "Declined"],
        RegistrationState.Expired => l["Hết hạn", "Expired"],
        RegistrationState.Withdrawn => l["Đã rút", "Withdrawn"],
        RegistrationState.Rejected => l["Không được duyệt", "Rejected"],
        _ => l["Đã tham dự", "Took part"],
    };

    public static string Chip(this RegistrationState state) => state switch
    {
        RegistrationState.Seated or RegistrationState.Recorded => "chip chip-done",
        RegistrationState.Held or RegistrationState.Offered => "chip chip-held",
        RegistrationState.Waiting or RegistrationState.AwaitingApproval => "chip chip-alert",
        RegistrationState.Withdrawn or RegistrationState.Rejected or RegistrationState.Declined => "chip chip-wrong",
        _ => "chip",
    };
}
