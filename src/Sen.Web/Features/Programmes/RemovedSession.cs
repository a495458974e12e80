using System.Globalization;
using System.Text.Json;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>A session as the trail keeps it once it is removed: each column's name with what stood there before.</summary>
internal static class RemovedSession
{
    public static AgendaSession Read(Guid id, string changes)
    {
        var row = new Row(changes);
        return new AgendaSession
        {
            Id = id,
            WorkshopId = row.Id("WorkshopId") ?? Guid.Empty,
            DayNumber = row.Number("DayNumber"),
            Half = Enum.TryParse<HalfDay>(row.Text("Half"), out var half) ? half : HalfDay.Morning,
            Starts = row.Time("Starts"),
            Ends = row.Time("Ends"),
            Position = row.Number("Position"),
            Kind = Enum.TryParse<SessionKind>(row.Text("Kind"), out var kind) ? kind : SessionKind.Lecture,
            Title = row.Words("Title"),
            TopicId = row.Id("TopicId"),
            Room = row.Words("Room"),
            Summary = row.Words("Summary"),
        };
    }

    public static SessionSpeaker ReadSpeaker(Guid id, Guid sessionId, string changes)
    {
        var row = new Row(changes);
        return new SessionSpeaker
        {
            Id = id,
            SessionId = sessionId,
            Position = row.Number("Position"),
            Name = row.Text("Name"),
            Honorific = row.Text("Honorific"),
            JobTitle = row.Words("JobTitle"),
            Organisation = row.Words("Organisation"),
            OnBehalfOf = row.Words("OnBehalfOf"),
        };
    }

    public static string Of(SessionSpeaker s) => JsonSerializer.Serialize(new (string Name, string Before)[]
    {
        ("SessionId", s.SessionId.ToString()), ("Position", s.Position.ToString(CultureInfo.InvariantCulture)), ("Name", s.Name), ("Honorific", s.Honorific),
        ("JobTitle.Vi", s.JobTitle.Vi), ("JobTitle.En", s.JobTitle.En), ("Organisation.Vi", s.Organisation.Vi), ("Organisation.En", s.Organisation.En),
        ("OnBehalfOf.Vi", s.OnBehalfOf.Vi), ("OnBehalfOf.En", s.OnBehalfOf.En),
    }.Where(c => c.Before.Length > 0).ToDictionary(c => c.Name, c => new[] { c.Before, null }, StringComparer.Ordinal), Json);

    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed class Row(string changes)
    {
        private readonly Dictionary<string, string?[]> columns = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(changes) ?? [];

        public string Text(string name) => columns.TryGetValue(name, out var values) ? values[0] ?? "" : "";

        public int Number(string name) => int.TryParse(Text(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : 0;

        public Guid? Id(string name) => Guid.TryParse(Text(name), out var id) ? id : null;

        public TimeOnly? Time(string name) => TimeOnly.TryParse(Text(name), CultureInfo.InvariantCulture, out var time) ? time : null;

        public Bilingual Words(string name) => new(Text(name + ".Vi"), Text(name + ".En"));
    }
}
