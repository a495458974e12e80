using Microsoft.AspNetCore.Mvc.Rendering;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>The words of this part's lists of choices, in both languages.</summary>
public static class PeopleWords
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
        RegistrationState.Held => l["Giữ chỗ", "Held"],
        RegistrationState.Seated => l["Đã xác nhận", "Seated"],
        RegistrationState.Waiting => l["Danh sách chờ", "Waiting list"],
        RegistrationState.Offered => l["Được mời chỗ", "Offered a seat"],
        RegistrationState.Declined => l["Từ chối", "Declined"],
        RegistrationState.Expired => l["Hết hạn", "Expired"],
        RegistrationState.Withdrawn => l["Xin rút", "Withdrawn"],
        RegistrationState.Rejected => l["Không duyệt", "Rejected"],
        _ => l["Đã tham dự, theo danh sách", "Took part, by the list"],
    };

    public static string Words(this Sex? sex, Language l) => sex switch
    {
        Sex.Female => l["Nữ", "Female"],
        Sex.Male => l["Nam", "Male"],
        _ => l.NotRecorded,
    };

    public static string Words(this PersonOrder order, Language l) => order switch
    {
        PersonOrder.Agency => l["Cơ quan", "Agency"],
        PersonOrder.Newest => l["Mới nhất", "Newest"],
        _ => l["Tên", "Given name"],
    };

    /// <summary>The levels of agencies.csv.</summary>
    public static string LevelWords(string level, Language l) => level switch
    {
        "national" => l["Trung ương", "National"],
        "provincial" => l["Tỉnh, thành phố", "Provincial"],
        "international" => l["Quốc tế", "International"],
        _ => l["Khác", "Other"],
    };

    /// <summary>From when to when, as far as it is recorded: «đến 28/02/2025», «từ 01/03/2025».</summary>
    public static string Period(Language l, DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } a, { } b) => $"{l.Date(a)}–{l.Date(b)}",
        ({ } a, null) => l["từ ", "since "] + l.Date(a),
        (null, { } b) => l["đến ", "until "] + l.Date(b),
        _ => l["đang có", "in force"],
    };

    public static IEnumerable<SelectListItem> Options(this IEnumerable<AgencyKind> kinds, Language l, string chosen, string none)
    {
        yield return new SelectListItem(none, "");
        foreach (var k in kinds)
            yield return new SelectListItem(l.Plain(k.Name) + (k.ValidTo is { } end ? l[$" (đến {l.Date(end)})", $" (until {l.Date(end)})"] : ""), k.Id, k.Id == chosen);
    }

    public static IEnumerable<SelectListItem> Options(this IEnumerable<Province> provinces, string chosen, string none)
    {
        yield return new SelectListItem(none, "");
        foreach (var p in provinces) yield return new SelectListItem(p.Name, p.Id, p.Id == chosen);
    }
}
