using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

public enum SessionKind
{
    Registration, Opening, Welcome, Lecture, Discussion, Exercise, ExercisePresentation, SiteVisit, EnterpriseTalk, Test, Evaluation, Closing, Break,
}

public enum HalfDay { Morning, Afternoon, Evening }

/// <summary>One item of an agenda. The day is counted from the first day, so a copied agenda moves with its workshop's dates.</summary>
public sealed class AgendaSession : IAudited, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid WorkshopId { get; init; }
    public int DayNumber { get; set; } = 1;
    public HalfDay Half { get; set; }
    public TimeOnly? Starts { get; set; }
    public TimeOnly? Ends { get; set; }
    /// <summary>Order inside the half-day where no time is recorded.</summary>
    public int Position { get; set; }
    public SessionKind Kind { get; set; }
    public Bilingual Title { get; set; } = Bilingual.Empty;
    public Guid? TopicId { get; set; }
    public Bilingual Room { get; set; } = Bilingual.Empty;
    /// <summary>What was said, once it was.</summary>
    public Bilingual Summary { get; set; } = Bilingual.Empty;
    [NotInTrail]
    public int Version { get; set; }
    public List<SessionSpeaker> Speakers { get; } = [];

    /// <summary>The same session for another workshop: what was said stays behind, a topic belongs to its programme.</summary>
    public AgendaSession Copied(bool keepTopic)
    {
        var copy = new AgendaSession { DayNumber = DayNumber, Half = Half, Starts = Starts, Ends = Ends, Position = Position, Kind = Kind, Title = Title, TopicId = keepTopic ? TopicId : null, Room = Room };
        foreach (var s in Speakers)
            copy.Speakers.Add(new() { Position = s.Position, Name = s.Name, Honorific = s.Honorific, JobTitle = s.JobTitle, Organisation = s.Organisation, OnBehalfOf = s.OnBehalfOf });
        return copy;
    }
}

public sealed class SessionSpeaker
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid SessionId { get; init; }
    public int Position { get; set; }
    public string Name { get; set; } = "";
    /// <summary>Academic or courtesy title written before the name: «TS.», «Ông».</summary>
    public string Honorific { get; set; } = "";
    public Bilingual JobTitle { get; set; } = Bilingual.Empty;
    public Bilingual Organisation { get; set; } = Bilingual.Empty;
    /// <summary>On whose behalf they speak, where that is not their own organisation.</summary>
    public Bilingual OnBehalfOf { get; set; } = Bilingual.Empty;
}
