using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>
/// A fictitious series for everything that needs people and figures. Its title says so. Whoever tries it later than 2026 finds its open workshops ahead
/// too: their days move by whole weeks until registration is open for at least two days more.
/// </summary>
internal static class Series2026
{
    private const int OpenBeforeStart = 7;
    private static readonly DateOnly CanTho = new(2026, 12, 8);

    public static Programme Create(DateOnly today)
    {
        var late = today.AddDays(OpenBeforeStart + 2).DayNumber - CanTho.DayNumber;
        var moved = late <= 0 ? 0 : (late + 6) / 7 * 7;
        var series = new Programme
        {
            Code = "mau-2026",
            Title = new("Chuỗi tập huấn mẫu 2026", "Sample series 2026"),
            Aim = new("Chuỗi hư cấu để dùng thử Sen: từ chỗ ngồi trong hội trường đến khoản tiết kiệm đo được ở nhà máy.", "A fictitious series to try Sen with: from a seat in the hall to a saving measured at a factory."),
            Audience = new("Cán bộ sở, ngành, ban quản lý khu công nghiệp và doanh nghiệp.", "Officers of provincial departments and industrial-zone authorities, and enterprises."),
            Policy = new("Chương trình hành động quốc gia về sản xuất và tiêu dùng bền vững giai đoạn 2021–2030", "National Action Programme on Sustainable Consumption and Production 2021–2030"),
            PolicyNumber = "889/QĐ-TTg, 24/06/2020",
            FromYear = 2026,
            ToYear = CanTho.AddDays(moved + 7).Year,
            Completion = new(80, true, 60, true),
            IsSample = true,
        };
        series.Organisers.Add(new() { Role = OrganiserRole.Lead, Name = new("Văn phòng Chương trình mẫu", "Sample Programme Office"), Position = 1 });
        series.Organisers.Add(new() { Role = OrganiserRole.Partner, Name = new("Tổ chức đối tác mẫu", "Sample Partner Organisation"), Position = 2 });
        series.Organisers.Add(new() { Role = OrganiserRole.Funder, Name = new("Quỹ tài trợ mẫu", "Sample Fund"), Position = 3 });
        Bilingual[] topics =
        [
            new("Sản xuất sạch hơn là gì", "What cleaner production is"), new("Cân bằng vật chất và năng lượng", "Material and energy balances"),
            new("Chi phí thật của chất thải", "What waste really costs"), new("Vận động cộng đồng và doanh nghiệp", "Mobilising communities and enterprises"),
        ];
        for (var i = 0; i < topics.Length; i++) series.Topics.Add(new() { Title = topics[i], Position = i + 1 });

        var hue = Workshop(1, "hue-2026", new("Khu vực Bắc Trung Bộ, Huế", "North Central region, Hue"), new("Bắc Trung Bộ", "North Central"), "2025-46", new("Huế", "Hue"), new(2026, 5, 12), 40,
            "2025-38", "2025-40", "2025-42", "2025-44", "2025-46");
        hue.BeIn(WorkshopStatus.Held);
        var daNang = Workshop(2, "da-nang-2026", new("Khu vực miền Trung và Tây Nguyên, Đà Nẵng", "Central region and Highlands, Da Nang"), new("Miền Trung và Tây Nguyên", "Central region and Highlands"), "2025-48", new("Đà Nẵng", "Da Nang"), CanTho.AddDays(moved - 14), 60,
            "2025-48", "2025-51", "2025-52", "2025-56", "2025-66", "2025-68");
        daNang.BeIn(WorkshopStatus.Closed);
        var canTho = Workshop(3, "can-tho-2026", new("Khu vực phía Nam, Cần Thơ", "Southern region, Can Tho"), new("Các tỉnh phía Nam", "Southern provinces"), "2025-92", new("Cần Thơ", "Can Tho"), CanTho.AddDays(moved), 60,
            "2025-75", "2025-79", "2025-80", "2025-82", "2025-86", "2025-91", "2025-92", "2025-96");
        canTho.BeIn(WorkshopStatus.Published);
        var bacNinh = Workshop(4, "bac-ninh-2026", new("Khu vực phía Bắc, Bắc Ninh", "Northern region, Bac Ninh"), new("Các tỉnh phía Bắc", "Northern provinces"), "2025-24", new("Bắc Ninh", "Bac Ninh"), CanTho.AddDays(moved + 7), 60,
            "2025-01", "2025-24", "2025-25", "2025-31", "2025-33", "2025-37");
        bacNinh.BeIn(WorkshopStatus.Published);
        foreach (var workshop in new[] { hue, daNang, canTho, bacNinh })
        {
            Agenda(workshop, series.Topics);
            series.Workshops.Add(workshop);
        }
        return series;
    }

    private static Workshop Workshop(int sequence, string code, Bilingual title, Bilingual region, string host, Bilingual city, DateOnly start, int capacity, params string[] provinces)
    {
        var workshop = new Workshop
        {
            Code = code,
            Sequence = sequence,
            Title = title,
            Summary = new("Hai ngày: bài giảng, bài tập trên số liệu đồng hồ, tham quan một nhà máy áp dụng sản xuất sạch hơn.", "Two days: lectures, exercises on meter readings, and a visit to a factory that applies cleaner production."),
            Region = region,
            HostProvinceId = host,
            City = city,
            Venue = new("Hội trường mẫu", "Sample hall"),
            StartsOn = start,
            EndsOn = start.AddDays(1),
            Languages = "vi en",
            Capacity = capacity,
            RegistrationOpens = start.AddDays(-45).ToDateTime(new TimeOnly(8, 0)),
            RegistrationCloses = start.AddDays(-OpenBeforeStart).ToDateTime(new TimeOnly(17, 0)),
            IsSample = true,
        };
        foreach (var province in provinces) workshop.RegionProvinces.Add(new() { ProvinceId = province });
        return workshop;
    }

    private static void Agenda(Workshop workshop, List<CurriculumTopic> topics)
    {
        var trainer = new Bilingual("Trung tâm tập huấn mẫu", "Sample Training Centre");
        void Add(int day, string starts, string ends, SessionKind kind, Bilingual title, int topic = 0, params string[] speakers)
        {
            var from = TimeOnly.ParseExact(starts, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);
            var session = new AgendaSession
            {
                DayNumber = day,
                Half = from.Hour < 12 ? HalfDay.Morning : HalfDay.Afternoon,
                Starts = from,
                Ends = TimeOnly.ParseExact(ends, "HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                Kind = kind,
                Title = title,
                TopicId = topic > 0 ? topics[topic - 1].Id : null,
                Room = kind == SessionKind.SiteVisit ? Bilingual.Empty : new("Phòng A", "Room A"),
                Position = workshop.Sessions.Count + 1,
            };
            foreach (var name in speakers) session.Speakers.Add(new() { Name = name, Honorific = "ThS.", JobTitle = new("Giảng viên", "Trainer"), Organisation = trainer, Position = session.Speakers.Count + 1 });
            workshop.Sessions.Add(session);
        }
        Add(1, "07:30", "08:00", SessionKind.Registration, new("Đón tiếp, điểm danh", "Arrival and sign-in"));
        Add(1, "08:00", "08:30", SessionKind.Opening, new("Khai mạc, chào mừng của đơn vị chủ nhà", "Opening and welcome by the host"));
        Add(1, "08:30", "10:00", SessionKind.Lecture, topics[0].Title, 1, "Trần Văn Mẫu");
        Add(1, "10:00", "10:15", SessionKind.Break, new("Giải lao", "Break"));
        Add(1, "10:15", "11:30", SessionKind.Discussion, new("Thảo luận: tiền mất ở đâu trong nhà máy", "Discussion: where a factory loses its money"));
        Add(1, "13:30", "15:00", SessionKind.Lecture, topics[1].Title, 2, "Lê Thị Thử");
        Add(1, "15:15", "16:30", SessionKind.Exercise, new("Bài tập: cân bằng nước của một xưởng", "Exercise: the water balance of a workshop"), 2, "Lê Thị Thử");
        Add(2, "07:45", "11:30", SessionKind.SiteVisit, new("Tham quan nhà máy thủy sản Mẫu A", "Visit to the seafood plant Sample A"));
        Add(2, "13:30", "14:15", SessionKind.EnterpriseTalk, new("Doanh nghiệp kể kết quả và khó khăn", "The enterprise on its results and difficulties"));
        Add(2, "14:15", "15:30", SessionKind.ExercisePresentation, new("Các nhóm trình bày bài tập", "Groups present their exercises"), 3);
        Add(2, "15:30", "16:00", SessionKind.Test, new("Bài kiểm tra cuối khóa", "Final test"));
        Add(2, "16:00", "16:30", SessionKind.Closing, new("Bế mạc, trao giấy chứng nhận", "Closing and certificates"));
    }
}
