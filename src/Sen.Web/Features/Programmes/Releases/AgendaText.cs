using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>An agenda as one text, the same text for the same agenda: what a release keeps, and what tells two people's drafts apart.</summary>
public static class AgendaText
{
    private sealed record Speaker(Guid Id, string Name, string Honorific, Bilingual JobTitle, Bilingual Organisation, Bilingual OnBehalfOf);

    private sealed record Session(Guid Id, int DayNumber, HalfDay Half, TimeOnly? Starts, TimeOnly? Ends, SessionKind Kind, Bilingual Title, Guid? TopicId, Bilingual Room, Bilingual Summary, IReadOnlyList<Speaker> Speakers);

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(IEnumerable<AgendaSession> sessions) => JsonSerializer.Serialize(AgendaDay.InOrder(sessions).Select(s => new Session(
        s.Id, s.DayNumber, s.Half, s.Starts, s.Ends, s.Kind, s.Title, s.TopicId, s.Room, s.Summary,
        [.. s.Speakers.OrderBy(p => p.Position).Select(p => new Speaker(p.Id, p.Name, p.Honorific, p.JobTitle, p.Organisation, p.OnBehalfOf))])), Json);

    /// <summary>Positions are counted anew: only the order was given out.</summary>
    public static IReadOnlyList<AgendaSession> Read(Guid workshopId, string text)
    {
        var sessions = new List<AgendaSession>();
        foreach (var s in JsonSerializer.Deserialize<List<Session>>(text, Json) ?? [])
        {
            var session = new AgendaSession
            {
                Id = s.Id,
                WorkshopId = workshopId,
                DayNumber = s.DayNumber,
                Half = s.Half,
                Starts = s.Starts,
                Ends = s.Ends,
                Position = sessions.Count + 1,
                Kind = s.Kind,
                Title = s.Title,
                TopicId = s.TopicId,
                Room = s.Room,
                Summary = s.Summary,
            };
            foreach (var p in s.Speakers)
                session.Speakers.Add(new() { Id = p.Id, SessionId = s.Id, Position = session.Speakers.Count + 1, Name = p.Name, Honorific = p.Honorific, JobTitle = p.JobTitle, Organisation = p.Organisation, OnBehalfOf = p.OnBehalfOf });
            sessions.Add(session);
        }
        return sessions;
    }

    /// <summary>What a form carries to say which agenda it was made from.</summary>
    public static string Stamp(IEnumerable<AgendaSession> sessions) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Write(sessions))))[..16];
}
