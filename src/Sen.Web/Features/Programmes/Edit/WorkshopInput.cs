using Sen.Web.Platform.Forms;

namespace Sen.Web.Features.Programmes.Edit;

/// <summary>What the settings form of a workshop takes and gives back.</summary>
public sealed class WorkshopInput
{
    public int Version { get; set; }
    public BilingualInput Title { get; set; } = new();
    public BilingualInput Summary { get; set; } = new();
    public BilingualInput Region { get; set; } = new();
    public List<string> Provinces { get; set; } = [];
    public string HostProvinceId { get; set; } = "";
    public BilingualInput City { get; set; } = new();
    public BilingualInput Venue { get; set; } = new();
    [WebAddress, AtMost(500)]
    public string MapUrl { get; set; } = "";
    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }
    public BilingualInput DatesNote { get; set; } = new();
    public bool SpokenVi { get; set; }
    public bool SpokenEn { get; set; }
    [Between(1, 100_000)]
    public int? Capacity { get; set; }
    public DateTime? RegistrationOpens { get; set; }
    public DateTime? RegistrationCloses { get; set; }
    /// <summary>Whether people are told by mail where dates or place change.</summary>
    public bool TellPeople { get; set; }
    public bool OverridesCompletion { get; set; }
    [Between(0, 100)]
    public int MinAttendancePercent { get; set; }
    public bool NeedsPostTest { get; set; }
    [Between(0, 100)]
    public int MinPostTestPercent { get; set; }
    public bool NeedsExercise { get; set; }

    public static WorkshopInput Of(Workshop w) => new()
    {
        Version = w.Version,
        Title = BilingualInput.Of(w.Title),
        Summary = BilingualInput.Of(w.Summary),
        Region = BilingualInput.Of(w.Region),
        Provinces = [.. w.RegionProvinces.Select(p => p.ProvinceId)],
        HostProvinceId = w.HostProvinceId ?? "",
        City = BilingualInput.Of(w.City),
        Venue = BilingualInput.Of(w.Venue),
        MapUrl = w.MapUrl,
        StartsOn = w.StartsOn,
        EndsOn = w.EndsOn,
        DatesNote = BilingualInput.Of(w.DatesNote),
        SpokenVi = w.Languages.Contains("vi", StringComparison.Ordinal),
        SpokenEn = w.Languages.Contains("en", StringComparison.Ordinal),
        Capacity = w.Capacity,
        RegistrationOpens = w.RegistrationOpens,
        RegistrationCloses = w.RegistrationCloses,
        OverridesCompletion = w.OverridesCompletion,
        MinAttendancePercent = w.Completion.MinAttendancePercent,
        NeedsPostTest = w.Completion.NeedsPostTest,
        MinPostTestPercent = w.Completion.MinPostTestPercent,
        NeedsExercise = w.Completion.NeedsExercise,
    };

    /// <summary>What is wrong across boxes: «name of the box» → what to do.</summary>
    public IEnumerable<(string Box, string Vi, string En)> Complaints()
    {
        if (Title.Text.Vi.Length == 0) yield return ("Title.Vi", "Ghi tên hội thảo bằng tiếng Việt", "Enter the Vietnamese title");
        if (EndsOn is { } end && StartsOn is null) yield return ("StartsOn", "Ghi ngày khai mạc trước ngày bế mạc", "Enter the first day before the last");
        if (StartsOn is { } start && EndsOn < start) yield return ("EndsOn", "Ngày bế mạc phải từ ngày khai mạc trở đi", "The last day cannot be before the first");
        if (StartsOn is { } from && EndsOn is { } to && to.DayNumber - from.DayNumber > 60) yield return ("EndsOn", "Hội thảo dài quá 60 ngày: kiểm tra lại năm", "Longer than 60 days: check the year");
        if (RegistrationOpens is { } opens && RegistrationCloses <= opens) yield return ("RegistrationCloses", "Hạn đăng ký phải sau lúc mở đăng ký", "Registration must close after it opens");
        if (StartsOn is { } first && RegistrationCloses is { } closes && DateOnly.FromDateTime(closes) > (EndsOn ?? first)) yield return ("RegistrationCloses", "Hạn đăng ký không thể sau ngày bế mạc", "Registration cannot close after the last day");
        if (Provinces.Select(p => p.Split('-')[0]).Distinct(StringComparer.Ordinal).Count() > 1) yield return ("Provinces", "Chọn các tỉnh của cùng một thời kỳ: 63 đơn vị hoặc 34 đơn vị", "Choose provinces of one period: 63 units or 34 units");
    }

    public void Onto(Workshop w)
    {
        (w.Title, w.Summary, w.Region, w.City, w.Venue, w.DatesNote) = (Title.Text, Summary.Text, Region.Text, City.Text, Venue.Text, DatesNote.Text);
        w.HostProvinceId = HostProvinceId.Length > 0 ? HostProvinceId : null;
        w.MapUrl = MapUrl.Trim();
        (w.StartsOn, w.EndsOn, w.Capacity) = (StartsOn, EndsOn, Capacity);
        w.Languages = (SpokenVi, SpokenEn) switch { (true, true) => "vi en", (false, true) => "en", (true, false) => "vi", _ => "" };
        (w.RegistrationOpens, w.RegistrationCloses) = (RegistrationOpens, RegistrationCloses);
        w.OverridesCompletion = OverridesCompletion;
        w.Completion = OverridesCompletion ? new(MinAttendancePercent, NeedsPostTest, MinPostTestPercent, NeedsExercise) : CompletionRule.Usual;
        var wanted = Provinces.Where(p => p.Length > 0).ToHashSet(StringComparer.Ordinal);
        w.RegionProvinces.RemoveAll(p => !wanted.Contains(p.ProvinceId));
        foreach (var id in wanted.Where(id => w.RegionProvinces.TrueForAll(p => p.ProvinceId != id))) w.RegionProvinces.Add(new WorkshopProvince { WorkshopId = w.Id, ProvinceId = id });
    }
}
