using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>A word in curly brackets that each letter writes out for its reader. It has a name in both languages; either works in any text.</summary>
/// <param name="Write">The value in the letter's language; null where it is not known.</param>
public sealed record LetterPlaceholder(string Vi, string En, Bilingual Description, Bilingual Example, Func<LetterFacts, Addressee, Language, string?> Write)
{
    public string Name(Language l) => "{" + l[Vi, En] + "}";

    public static readonly IReadOnlyList<LetterPlaceholder> All =
    [
        new("kinh_gui", "dear", new("Lời thưa, đủ danh xưng và học vị", "The salutation with title"), new("Kính gửi Bà TS. Nguyễn Thị Mẫu", "Dear TS. Nguyễn Thị Mẫu"), (_, p, l) => RegistrationLetter.Salutation(l, p.Honorific, p.AcademicTitle, p.Sex, p.FullName)),
        new("ho_ten", "full_name", new("Họ và tên", "Full name"), Bilingual.Same("Nguyễn Thị Mẫu"), (_, p, _) => p.FullName),
        new("chuc_vu", "position", new("Chức vụ ghi khi đăng ký", "Position as registered"), Bilingual.Same("Trưởng phòng"), (_, p, _) => Or(p.Position)),
        new("don_vi", "agency", new("Đơn vị công tác", "Agency"), new("Sở Công Thương thành phố Cần Thơ", "Can Tho Department of Industry and Trade"), (_, p, l) => Or(l.Plain(p.Agency))),
        new("tinh", "province", new("Tỉnh, thành phố", "Province"), new("Cần Thơ", "Can Tho"), (_, p, l) => Or(l.Plain(p.Province))),
        new("trang_thai", "state", new("Trạng thái đăng ký", "State of the registration"), new("đã có chỗ", "seated"), (_, p, l) => p.State.Words(l).ToLower(l.Format)),
        new("ma_ve", "ticket", new("Số vé, chỉ người đã có chỗ", "Ticket number, only for those with a seat"), Bilingual.Same("7K4M2-9QXD3"), (_, p, _) => p.Ticket is { } ticket && p.State is RegistrationState.Seated or RegistrationState.Recorded ? TicketNumber.Shown(p.Ticket!) : null),
        new("trang_rieng", "private_page", new("Đường dẫn trang riêng, làm khi gửi", "Link to the private page, made when it is sent"), Bilingual.Same("https://…/registration?token=…"), (f, _, _) => f.PrivatePage),
        new("hoi_thao", "workshop", new("Tên hội thảo", "Title of the workshop"), new("Khu vực phía Nam, Cần Thơ", "Southern region, Can Tho"), (f, _, l) => Or(l.Plain(f.Workshop.Title))),
        new("chuong_trinh", "programme", new("Tên chương trình", "Title of the programme"), new("Chuỗi tập huấn mẫu 2026", "Sample series 2026"), (f, _, l) => Or(l.Plain(f.Workshop.Programme!.Title))),
        new("ngay", "dates", new("Các ngày của hội thảo", "Days of the workshop"), Bilingual.Same("08–09/12/2026"), (f, _, l) => f.Workshop.StartsOn is null ? null : l.Dates(f.Workshop.StartsOn, f.Workshop.EndsOn ?? f.Workshop.StartsOn)),
        new("ngay_khai_mac", "first_day", new("Ngày khai mạc, viết bằng chữ", "First day in words"), new("Thứ Ba, ngày 08 tháng 12 năm 2026", "Tuesday, 8 December 2026"), (f, _, l) => f.Workshop.StartsOn is { } day ? l[$"{l.Weekday(day)}, ngày {l.LongDate(day)}", $"{l.Weekday(day)}, {l.LongDate(day)}"] : null),
        new("gio_bat_dau", "start_time", new("Giờ của phiên đầu tiên", "Time of the first session"), Bilingual.Same("08:00"), (f, _, l) => f.Begins is { } time ? l.Time(time) : null),
        new("dia_diem", "venue", new("Nơi tổ chức", "Place"), new("Hội trường mẫu, Cần Thơ", "Sample hall, Can Tho"), (f, _, l) => Or(string.Join(", ", new[] { f.Workshop.Venue, f.Workshop.City }.Where(t => !t.IsEmpty).Select(l.Plain)))),
        new("ban_do", "map", new("Đường dẫn bản đồ", "Link to a map"), Bilingual.Same("https://…"), (f, _, _) => Or(f.Workshop.MapUrl)),
        new("trang_hoi_thao", "workshop_page", new("Trang công khai của hội thảo", "Public page of the workshop"), Bilingual.Same("https://…/workshops/can-tho-2026"), (f, _, l) => f.Link(l.Code, "/workshops/" + f.Workshop.Code)),
        new("don_vi_to_chuc", "organisers", new("Các đơn vị tổ chức", "The organisers"), new("Văn phòng Chương trình mẫu", "Sample Programme Office"), (f, _, l) => Or(string.Join(", ", f.Workshop.Programme!.Organisers.OrderBy(o => o.Position).Select(o => l.Plain(o.Name))))),
    ];

    private static readonly Dictionary<string, LetterPlaceholder> ByName = All.SelectMany(p => new[] { (p.Vi, p), (p.En, p) }).GroupBy(x => x.Item1).ToDictionary(g => g.Key, g => g.First().p, StringComparer.Ordinal);

    /// <summary>«Họ tên», «HO_TEN» and «ho_ten» are the same word: marks, capitals and spaces are forgiven.</summary>
    public static LetterPlaceholder? Find(string written) => ByName.GetValueOrDefault(Fold(written));

    /// <summary>The nearest name in the language it seems to be written in; null where nothing is near.</summary>
    public static string? Nearest(string written)
    {
        var folded = Fold(written);
        var (name, far) = ByName.Keys.Select(k => (k, Distance(k, folded))).OrderBy(x => x.Item2).ThenBy(x => x.k, StringComparer.Ordinal).First();
        return far <= Math.Max(1, Math.Min(3, name.Length / 2)) ? name : null;
    }

    private static string Fold(string text) => SearchKey.Of(text).Replace(' ', '_');

    /// <summary>Levenshtein: letters to insert, take out or exchange.</summary>
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var before = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++) (before, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), before + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }
        return row[^1];
    }

    private static string? Or(string text) => text.Length > 0 ? text : null;
}
