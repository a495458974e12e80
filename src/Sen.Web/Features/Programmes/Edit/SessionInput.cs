using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Edit;

public sealed class SpeakerInput
{
    [AtMost(200)]
    public string Name { get; set; } = "";
    [AtMost(60)]
    public string Honorific { get; set; } = "";
    public BilingualInput JobTitle { get; set; } = new();
    public BilingualInput Organisation { get; set; } = new();
    public BilingualInput OnBehalfOf { get; set; } = new();
}

/// <summary>The form of one session. Three empty speaker boxes are always offered; more appear when they are filled.</summary>
public sealed class SessionInput
{
    public int Version { get; set; }
    [Between(0, 60)]
    public int DayNumber { get; set; } = 1;
    public HalfDay Half { get; set; }
    public TimeOnly? Starts { get; set; }
    public TimeOnly? Ends { get; set; }
    public SessionKind Kind { get; set; } = SessionKind.Lecture;
    public BilingualInput Title { get; set; } = new();
    public string TopicId { get; set; } = "";
    public BilingualInput Room { get; set; } = new();
    public BilingualInput Summary { get; set; } = new();
    public List<SpeakerInput> Speakers { get; set; } = [];

    public static SessionInput Of(AgendaSession s) => new()
    {
        Version = s.Version,
        DayNumber = s.DayNumber,
        Half = s.Half,
        Starts = s.Starts,
        Ends = s.Ends,
        Kind = s.Kind,
        Title = BilingualInput.Of(s.Title),
        TopicId = s.TopicId?.ToString() ?? "",
        Room = BilingualInput.Of(s.Room),
        Summary = BilingualInput.Of(s.Summary),
        Speakers = [.. s.Speakers.OrderBy(p => p.Position).Select(p => new SpeakerInput
        {
            Name = p.Name, Honorific = p.Honorific, JobTitle = BilingualInput.Of(p.JobTitle), Organisation = BilingualInput.Of(p.Organisation), OnBehalfOf = BilingualInput.Of(p.OnBehalfOf),
        })],
    };

    public void OfferSpeakers()
    {
        Speakers.RemoveAll(s => s.Name.Length == 0 && s.Organisation.Text.IsEmpty);
        while (Speakers.Count < 2 || Speakers[^1].Name.Length > 0) Speakers.Add(new SpeakerInput());
    }

    public IEnumerable<(string Box, string Vi, string En)> Complaints()
    {
        if (Title.Text.IsEmpty) yield return ("Title.Vi", "Ghi tên phiên", "Enter the title of the session");
        if (Ends is not null && Starts is null) yield return ("Starts", "Ghi giờ bắt đầu", "Enter when it begins");
        if (Starts is { } from && Ends <= from) yield return ("Ends", "Giờ kết thúc phải sau giờ bắt đầu", "It must end after it begins");
        for (var i = 0; i < Speakers.Count; i++)
            if (Speakers[i].Name.Trim().Length == 0 && !(Speakers[i].Organisation.Text.IsEmpty && Speakers[i].JobTitle.Text.IsEmpty && Speakers[i].OnBehalfOf.Text.IsEmpty))
                yield return (string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Speakers[{i}].Name"), "Ghi tên người nói, hoặc xóa hết các ô của người này", "Enter the speaker's name, or clear the boxes of this speaker");
    }

    public void Onto(AgendaSession s)
    {
        (s.DayNumber, s.Starts, s.Ends, s.Kind) = (DayNumber, Starts, Ends, Kind);
        s.Half = Starts is { } start ? start.Hour switch { < 12 => HalfDay.Morning, < 18 => HalfDay.Afternoon, _ => HalfDay.Evening } : Half;
        (s.Title, s.Room, s.Summary) = (Title.Text, Room.Text, Summary.Text);
        s.TopicId = Guid.TryParse(TopicId, out var topic) ? topic : null;
        s.Speakers.Clear();
        foreach (var p in Speakers.Where(p => p.Name.Trim().Length > 0))
            s.Speakers.Add(new SessionSpeaker
            {
                SessionId = s.Id,
                Position = s.Speakers.Count + 1,
                Name = Bilingual.Same(p.Name).Vi,
                Honorific = p.Honorific.Trim(),
                JobTitle = p.JobTitle.Text,
                Organisation = p.Organisation.Text,
                OnBehalfOf = p.OnBehalfOf.Text,
            });
    }
}
