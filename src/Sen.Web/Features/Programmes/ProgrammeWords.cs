using System.Globalization;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>The words of this part's lists of choices, in both languages.</summary>
public static class ProgrammeWords
{
    public static string Words(this SessionKind kind, Language l) => kind switch
    {
        SessionKind.Registration => l["Đón tiếp", "Registration"],
        SessionKind.Opening => l["Khai mạc", "Opening"],
        SessionKind.Welcome => l["Chào mừng", "Welcome"],
        SessionKind.Lecture => l["Bài giảng", "Lecture"],
        SessionKind.Discussion => l["Thảo luận", "Discussion"],
        SessionKind.Exercise => l["Bài tập", "Exercise"],
        SessionKind.ExercisePresentation => l["Trình bày bài tập", "Presentation of exercises"],
        SessionKind.SiteVisit => l["Tham quan", "Site visit"],
        SessionKind.EnterpriseTalk => l["Doanh nghiệp trao đổi", "Enterprise talk"],
        SessionKind.Test => l["Kiểm tra", "Test"],
        SessionKind.Evaluation => l["Đánh giá", "Evaluation"],
        SessionKind.Closing => l["Bế mạc", "Closing"],
        _ => l["Giải lao", "Break"],
    };

    public static string Words(this HalfDay half, Language l) => half switch
    {
        HalfDay.Morning => l["Buổi sáng", "Morning"],
        HalfDay.Afternoon => l["Buổi chiều", "Afternoon"],
        _ => l["Buổi tối", "Evening"],
    };

    public static string Words(this OrganiserRole role, Language l) => role switch
    {
        OrganiserRole.Lead => l["Chủ trì", "Lead"],
        OrganiserRole.Partner => l["Phối hợp", "Partner"],
        OrganiserRole.Host => l["Đơn vị chủ nhà", "Host"],
        _ => l["Tài trợ", "Funder"],
    };

    public static string Words(this Measure measure, Language l) => measure switch
    {
        Measure.Trainees => l["học viên", "trainees"],
        Measure.Provinces => l["tỉnh, thành phố", "provinces"],
        _ => l["loại cơ quan", "kinds of organisation"],
    };

    public static string Words(this WorkshopStatus status, Language l) => status switch
    {
        WorkshopStatus.Draft => l["Bản nháp", "Draft"],
        WorkshopStatus.Published => l["Đã công bố", "Published"],
        WorkshopStatus.Closed => l["Đã đóng đăng ký", "Closed"],
        WorkshopStatus.Held => l["Đã tổ chức", "Held"],
        _ => l["Đã hủy", "Cancelled"],
    };

    public static string Words(this WorkshopOrder order, Language l) => order switch
    {
        WorkshopOrder.Date => l["Mới nhất", "Latest"],
        WorkshopOrder.Title => l["Tên", "Title"],
        _ => l["Chương trình", "Programme"],
    };

    public static string Period(Language l, int? from, int? to) =>
        from is null ? l.NotRecorded : to is null || to == from ? from.Value.ToString(CultureInfo.InvariantCulture) : FormattableString.Invariant($"{from}–{to}");
}
