using Sen.Web.Platform.Forms;

namespace Sen.Web.Features.Programmes.Edit;

public sealed class OrganiserInput
{
    public OrganiserRole Role { get; set; }
    public BilingualInput Name { get; set; } = new();
}

public sealed class TopicInput
{
    /// <summary>Known topics keep their id, so sessions stay with them.</summary>
    public Guid? Id { get; set; }
    public BilingualInput Title { get; set; } = new();
}

public sealed class ProgrammeInput
{
    public int Version { get; set; }
    [AtMost(60)]
    public string Code { get; set; } = "";
    public BilingualInput Title { get; set; } = new();
    public BilingualInput Aim { get; set; } = new();
    public BilingualInput Audience { get; set; } = new();
    public BilingualInput Policy { get; set; } = new();
    [AtMost(120)]
    public string PolicyNumber { get; set; } = "";
    [WebAddress, AtMost(500)]
    public string PolicyUrl { get; set; } = "";
    [Between(1990, 2100)]
    public int? FromYear { get; set; }
    [Between(1990, 2100)]
    public int? ToYear { get; set; }
    [Between(0, 100)]
    public int MinAttendancePercent { get; set; } = 80;
    public bool NeedsPostTest { get; set; }
    [Between(0, 100)]
    public int MinPostTestPercent { get; set; }
    public bool NeedsExercise { get; set; }
    public List<OrganiserInput> Organisers { get; set; } = [];
    public List<TopicInput> Topics { get; set; } = [];

    public static ProgrammeInput Of(Programme p) => new()
    {
        Version = p.Version,
        Code = p.Code,
        Title = BilingualInput.Of(p.Title),
        Aim = BilingualInput.Of(p.Aim),
        Audience = BilingualInput.Of(p.Audience),
        Policy = BilingualInput.Of(p.Policy),
        PolicyNumber = p.PolicyNumber,
        PolicyUrl = p.PolicyUrl,
        FromYear = p.FromYear,
        ToYear = p.ToYear,
        MinAttendancePercent = p.Completion.MinAttendancePercent,
        NeedsPostTest = p.Completion.NeedsPostTest,
        MinPostTestPercent = p.Completion.MinPostTestPercent,
        NeedsExercise = p.Completion.NeedsExercise,
        Organisers = [.. p.Organisers.OrderBy(o => o.Position).Select(o => new OrganiserInput { Role = o.Role, Name = BilingualInput.Of(o.Name) })],
        Topics = [.. p.Topics.OrderBy(t => t.Position).Select(t => new TopicInput { Id = t.Id, Title = BilingualInput.Of(t.Title) })],
    };

    /// <summary>Empty lines at the end to type into.</summary>
    public void OfferLines()
    {
        Organisers.RemoveAll(o => o.Name.Text.IsEmpty);
        Topics.RemoveAll(t => t.Title.Text.IsEmpty);
        for (var i = 0; i < 2; i++)
        {
            Organisers.Add(new OrganiserInput { Role = OrganiserRole.Partner });
            Topics.Add(new TopicInput());
        }
    }

    public IEnumerable<(string Box, string Vi, string En)> Complaints()
    {
        if (Title.Text.Vi.Length == 0) yield return ("Title.Vi", "Ghi tên chương trình bằng tiếng Việt", "Enter the Vietnamese title");
        if (FromYear is { } from && ToYear < from) yield return ("ToYear", "Năm kết thúc phải từ năm bắt đầu trở đi", "The last year cannot be before the first");
        if (!Codes.IsCode(Code)) yield return ("Code", "Mã chỉ gồm chữ thường không dấu, chữ số và gạch nối, ví dụ scp-2027", "A code has small letters, digits and hyphens only, such as scp-2027");
    }

    public void Onto(Programme p)
    {
        (p.Title, p.Aim, p.Audience, p.Policy) = (Title.Text, Aim.Text, Audience.Text, Policy.Text);
        (p.PolicyNumber, p.PolicyUrl, p.FromYear, p.ToYear) = (PolicyNumber.Trim(), PolicyUrl.Trim(), FromYear, ToYear);
        p.Completion = new(MinAttendancePercent, NeedsPostTest, MinPostTestPercent, NeedsExercise);
        p.Organisers.Clear();
        foreach (var o in Organisers.Where(o => !o.Name.Text.IsEmpty)) p.Organisers.Add(new() { ProgrammeId = p.Id, Role = o.Role, Name = o.Name.Text, Position = p.Organisers.Count + 1 });
        var kept = Topics.Where(t => !t.Title.Text.IsEmpty).ToList();
        p.Topics.RemoveAll(t => kept.TrueForAll(k => k.Id != t.Id));
        for (var i = 0; i < kept.Count; i++)
        {
            var topic = p.Topics.Find(t => t.Id == kept[i].Id);
            if (topic is null) p.Topics.Add(topic = new CurriculumTopic { ProgrammeId = p.Id });
            (topic.Title, topic.Position) = (kept[i].Title.Text, i + 1);
        }
    }
}
