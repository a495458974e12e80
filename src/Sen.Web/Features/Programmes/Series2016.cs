using System.Globalization;
using Sen.Web.Features.People;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>
/// The three regional workshops of 2016, as workshops_2016.csv records them. Dates and sources are read from that file; what it leaves
/// open stays open here. Only the English and Vietnamese wording is ours.
/// </summary>
internal static class Series2016
{
    public static Programme Create()
    {
        var rows = ReferenceData.Read("workshops_2016.csv").ToDictionary(r => r["seq"], StringComparer.Ordinal);
        var series = new Programme
        {
            Code = "scp-2016",
            Title = new("Chuỗi hội thảo tập huấn về sản xuất và tiêu dùng bền vững 2016", "Training workshops on sustainable consumption and production 2016"),
            Aim = new("Nâng cao nhận thức và năng lực của các nhà hoạch định chính sách về sản xuất và tiêu dùng bền vững.", "To raise the awareness and ability of policymakers in sustainable consumption and production."),
            Audience = new("Nhà hoạch định chính sách ở các sở, ngành và đơn vị của các tỉnh, thành phố.", "Policymakers in departments and units of provinces and cities."),
            Policy = new("Chiến lược quốc gia về tăng trưởng xanh", "National Green Growth Strategy"),
            PolicyNumber = "1393/QĐ-TTg, 25/09/2012",
            FromYear = 2016,
            ToYear = 2016,
            Source = rows["2"]["source"],
            IsSample = true,
        };
        series.Organisers.Add(new() { Role = OrganiserRole.Lead, Name = new("Tổng cục Môi trường (VEA)", "Viet Nam Environment Administration (VEA)"), Position = 1 });
        series.Organisers.Add(new() { Role = OrganiserRole.Partner, Name = new("Chương trình Môi trường Liên hợp quốc (UNEP)", "United Nations Environment Programme (UNEP)"), Position = 2 });
        string[][] topics =
        [
            ["Sản xuất sạch hơn là gì", "What cleaner production is"],
            ["Lợi ích của sản xuất và tiêu dùng bền vững", "What sustainable consumption and production brings"],
            ["Nguyên tắc của sản xuất và tiêu dùng bền vững", "Principles of sustainable consumption and production"],
            ["Cách thông tin, vận động cộng đồng, người dân và doanh nghiệp", "How to inform and mobilise communities, people and enterprises"],
        ];
        for (var i = 0; i < topics.Length; i++) series.Topics.Add(new() { Title = new(topics[i][0], topics[i][1]), Position = i + 1 });
        series.Workshops.Add(DaNang(rows["1"]));
        series.Workshops.Add(CanTho(rows["2"], series.Topics));
        series.Workshops.Add(BacNinh(rows["3"]));
        return series;
    }

    private static Workshop DaNang(IReadOnlyDictionary<string, string> row)
    {
        var workshop = Held(row, "da-nang-2016", new("Khu vực miền Trung và Tây Nguyên, Đà Nẵng", "Central region and Highlands, Da Nang"),
            new("Miền Trung và Tây Nguyên", "Central region and Highlands"), new("Đà Nẵng", "Da Nang"));
        workshop.DatesNote = new("Diễn ra trước ngày 18/8/2016; nguồn không ghi ngày.", "Held before 18 August 2016; the sources give no date.");
        workshop.Summary = new("Hội thảo đầu tiên của chuỗi. Nguồn chỉ ghi nơi tổ chức.", "The first workshop of the series. The sources record the place only.");
        return workshop;
    }

    private static Workshop CanTho(IReadOnlyDictionary<string, string> row, List<CurriculumTopic> topics)
    {
        var workshop = Held(row, "can-tho-2016", new("Khu vực phía Nam, Cần Thơ", "Southern region, Can Tho"), new("Các tỉnh phía Nam", "Southern provinces"), new("Cần Thơ", "Can Tho"));
        workshop.Summary = new("Khai mạc sáng 18/8/2016. Học viên làm bài tập, trình bày, thảo luận từng chủ đề và tham quan một doanh nghiệp áp dụng sản xuất sạch hơn.",
            "Opened on the morning of 18 August 2016. Trainees did exercises, presented them, discussed each topic and visited an enterprise that applies cleaner production.");
        workshop.DatesNote = new("Nguồn ghi ngày khai mạc, không ghi ngày bế mạc.", "The source records the opening day, not the closing day.");
        var source = row["source"];
        workshop.StatedFigures.Add(new() { Measure = Measure.Trainees, IsMinimum = true, Value = Int(row["participants_min"]), Source = source });
        workshop.StatedFigures.Add(new() { Measure = Measure.Provinces, Value = Int(row["provinces_count"]), Source = source });
        workshop.StatedFigures.Add(new() { Measure = Measure.AgencyKinds, Value = row["agency_types_named"].Split(';').Length, Source = source });
        Fact(workshop, "Danh sách 16 tỉnh, thành phố", "List of the 16 provinces", new("", ""), source);
        Fact(workshop, "Nơi tham quan", "Site visit", Bilingual.Of(row["site_visit"], "AnBi Can Tho company"), source);
        Fact(workshop, "Loại cơ quan có mặt", "Kinds of organisation present", new(
            "Sở Tài nguyên và Môi trường; Quỹ Bảo vệ môi trường; Sở Công Thương; Sở Kế hoạch và Đầu tư; Sở Khoa học và Công nghệ; Sở Nông nghiệp và Phát triển nông thôn; đơn vị nghiên cứu - triển khai khoa học và công nghệ",
            "Departments of Natural Resources and Environment; environmental protection funds; Departments of Industry and Trade, of Planning and Investment, of Science and Technology, of Agriculture and Rural Development; research and development units"), source);

        var position = 0;
        AgendaSession Add(int day, SessionKind kind, string vi, string en, Guid? topic = null)
        {
            var session = new AgendaSession { DayNumber = day, Half = HalfDay.Morning, Position = ++position, Kind = kind, Title = new(vi, en), TopicId = topic };
            workshop.Sessions.Add(session);
            return session;
        }
        Add(1, SessionKind.Welcome, "Phát biểu chào mừng của đơn vị chủ nhà", "Welcome by the host department").Speakers.Add(new()
        {
            Position = 1,
            Name = row["welcome_speaker"],
            JobTitle = new("Phó Giám đốc", "Deputy Director"),
            Organisation = new("Sở Tài nguyên và Môi trường TP. Cần Thơ", "Can Tho Department of Natural Resources and Environment"),
        });
        Add(1, SessionKind.Opening, "Phát biểu khai mạc", "Opening speech").Speakers.Add(new()
        {
            Position = 1,
            Name = row["opening_speaker"],
            JobTitle = new("Giám đốc", "Director"),
            Organisation = new("Trung tâm Đào tạo và Truyền thông môi trường", "Centre for Environmental Training and Communication"),
            OnBehalfOf = new("Tổng cục Môi trường (VEA)", "Viet Nam Environment Administration (VEA)"),
        });
        foreach (var topic in topics.OrderBy(t => t.Position)) Add(0, SessionKind.Lecture, topic.Title.Vi, topic.Title.En, topic.Id);
        Add(0, SessionKind.Exercise, "Làm bài tập", "Exercises");
        Add(0, SessionKind.ExercisePresentation, "Trình bày bài tập, thảo luận từng chủ đề", "Presentation of exercises and discussion of each topic");
        Add(0, SessionKind.SiteVisit, "Tham quan Công ty AnBi Cần Thơ", "Visit to the company AnBi Can Tho");
        Add(0, SessionKind.EnterpriseTalk, "Doanh nghiệp kể kết quả, kinh nghiệm và khó khăn", "The enterprise on its results, experience and difficulties");
        return workshop;
    }

    private static Workshop BacNinh(IReadOnlyDictionary<string, string> row)
    {
        var workshop = Held(row, "bac-ninh-2016", new("Khu vực phía Bắc, Bắc Ninh", "Northern region, Bac Ninh"), new("Các tỉnh phía Bắc", "Northern provinces"), new("Bắc Ninh", "Bac Ninh"));
        workshop.Summary = new("Hai ngày 24 và 25/8/2016: lồng ghép sản xuất và tiêu dùng bền vững vào chính sách, kế hoạch; phương pháp truyền thông, nâng cao nhận thức. Các chủ đề khác chưa ghi nhận.",
            "24 and 25 August 2016: mainstreaming sustainable consumption and production into policies and plans; methods of communication and awareness raising. Further topics are not recorded.");
        workshop.Sessions.Add(new() { DayNumber = 1, Position = 1, Kind = SessionKind.Opening, Title = new("Phát biểu khai mạc", "Opening speech") });
        workshop.Sessions[0].Speakers.Add(new()
        {
            Position = 1,
            Name = row["opening_speaker"],
            JobTitle = new("Giám đốc", "Director"),
            Organisation = new("Trung tâm Đào tạo và Truyền thông môi trường", "Centre for Environmental Training and Communication"),
            OnBehalfOf = new("Tổng cục Môi trường (VEA)", "Viet Nam Environment Administration (VEA)"),
        });
        return workshop;
    }

    private static Workshop Held(IReadOnlyDictionary<string, string> row, string code, Bilingual title, Bilingual region, Bilingual city)
    {
        var workshop = new Workshop
        {
            Code = code,
            Sequence = Int(row["seq"]),
            Title = title,
            Region = region,
            HostProvinceId = "2016-" + row["host_province_code_2016"],
            City = city,
            Languages = "",
            StartsOn = Day(row["start_date"]),
            EndsOn = Day(row["end_date"]),
            Source = row["source"],
            IsSample = true,
        };
        workshop.BeIn(WorkshopStatus.Held);
        return workshop;
    }

    private static void Fact(Workshop workshop, string vi, string en, Bilingual text, string source) =>
        workshop.Facts.Add(new() { Label = new(vi, en), Text = text, Source = source, Position = workshop.Facts.Count + 1 });

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string text) => text.Length == 0 ? null : DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
