using System.Globalization;
using Sen.Web.Features.People;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>A column of the participants' list, the same on screen and in a file.</summary>
/// <param name="InFile">The heading in a file where the import reads another than the screen shows.</param>
/// <param name="IsVietnamese">Its cells hold Vietnamese whatever the reader's language.</param>
public sealed record ParticipantColumn(string Key, Bilingual Name, bool IsVietnamese, Func<Participant, ListFacts, string> Text, Bilingual? InFile = null, string? Sort = null, Guid? Question = null)
{
    public Bilingual Heading => InFile ?? Name;
}

public static class ParticipantColumns
{
    private static readonly string[] OnScreen = ["position", "agency", "province", "phone", "email", "kind", "state"];
    /// <summary>As the import reads them: what goes out can come in again.</summary>
    private static readonly string[] InFile = ["sex", "position", "agency", "province", "phone", "email", "kind", "state", "note"];

    private static readonly ParticipantColumn[] Fixed =
    [
        new("sex", new("Giới tính", "Sex"), false, (p, f) => p.Sex switch { Sex.Female => f.L["Nữ", "Female"], Sex.Male => f.L["Nam", "Male"], _ => "" }),
        new("position", new("Chức vụ", "Position"), true, (p, _) => p.Position),
        new("agency", new("Đơn vị", "Agency"), true, (p, _) => p.AgencyName, new("Đơn vị công tác", "Agency"), "agency"),
        new("agency-kind", new("Loại cơ quan", "Kind of agency"), false, (p, f) => p.AgencyKindId is { } id && f.Kinds.GetValueOrDefault(id) is { } kind ? f.L.Plain(kind) : ""),
        new("province", new("Tỉnh, TP", "Province"), true, (p, f) => p.ProvinceId is { } id ? f.Provinces.GetValueOrDefault(id, "") : "", new("Tỉnh/Thành phố", "Province"), "province"),
        new("phone", new("Điện thoại", "Telephone"), false, (p, _) => p.Phone is { } phone ? new PhoneNumber(phone).Shown : "", null, "contact"),
        new("email", new("Email", "E-mail"), false, (p, _) => p.Email ?? ""),
        new("kind", new("Loại", "Kind"), false, (p, f) => p.Kind.Words(f.L)),
        new("state", new("Trạng thái", "State"), false, (p, f) => p.State.Words(f.L)),
        new("place", new("Thứ tự chờ", "Place in line"), false, (p, f) => f.PlaceOf(p)?.ToString(CultureInfo.InvariantCulture) ?? "", null, "queue"),
        new("why", new("Vì sao chờ", "Why waiting"), false, (p, f) => f.WhyOf(p) ?? ""),
        new("until", new("Giữ chỗ đến", "Seat kept until"), false, (p, f) => p.SeatKeptUntil is { } until ? f.L.Moment(until) : ""),
        new("ticket", new("Số vé", "Ticket"), false, (p, _) => p.TicketNumber is { } number ? TicketNumber.Shown(number) : ""),
        new("registered", new("Đăng ký lúc", "Registered"), false, (p, f) => f.L.Moment(p.CreatedAt), null, "newest"),
        new("diet", new("Ăn uống", "Diet"), true, (p, _) => p.Diet),
        new("access", new("Hỗ trợ tiếp cận", "Access needs"), true, (p, _) => p.AccessNeeds),
        new("note", new("Ghi chú", "Note"), true, (p, _) => p.Note),
    ];

    public static IReadOnlyList<ParticipantColumn> All(IEnumerable<WorkshopQuestion> questions) => [.. Fixed, .. questions.Select(Of)];

    /// <summary>The columns asked for, in their usual order; an unknown key is left out, and none at all is the usual list.</summary>
    public static IReadOnlyList<ParticipantColumn> Chosen(IReadOnlyList<ParticipantColumn> all, IReadOnlyCollection<string> keys, bool inFile)
    {
        var known = all.Where(c => keys.Contains(c.Key)).ToList();
        return known.Count > 0 ? known : [.. all.Where(c => (inFile ? InFile : OnScreen).Contains(c.Key))];
    }

    private static ParticipantColumn Of(WorkshopQuestion question) =>
        new("q-" + question.Id.ToString("N"), question.Label, true, (p, f) => question.Shown(f.AnswerOf(p, question.Id), f.L), Question: question.Id);
}
