using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

public enum WorkshopStatus { Draft, Published, Closed, Held, Cancelled }

/// <summary>One training workshop of a programme. «Running» and «full» are derived from dates and seats, never stored.</summary>
public sealed class Workshop : IAudited, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid ProgrammeId { get; init; }
    public Programme? Programme { get; init; }
    public required string Code { get; init; }
    public int Sequence { get; set; }
    public Bilingual Title { get; set; } = Bilingual.Empty;
    public Bilingual Summary { get; set; } = Bilingual.Empty;

    /// <summary>The region as the organiser names it; its provinces are chosen per workshop, not looked up from the province.</summary>
    public Bilingual Region { get; set; } = Bilingual.Empty;
    public List<WorkshopProvince> RegionProvinces { get; } = [];

    public string? HostProvinceId { get; set; }
    public Bilingual City { get; set; } = Bilingual.Empty;
    public Bilingual Venue { get; set; } = Bilingual.Empty;
    public string MapUrl { get; set; } = "";

    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }
    /// <summary>What is known where a date is not recorded, such as «before 18/8/2016».</summary>
    public Bilingual DatesNote { get; set; } = Bilingual.Empty;

    /// <summary>Languages spoken, as codes with spaces: «vi en».</summary>
    public string Languages { get; set; } = "vi";
    public int? Capacity { get; set; }
    /// <summary>Wall times of Việt Nam.</summary>
    public DateTime? RegistrationOpens { get; set; }
    public DateTime? RegistrationCloses { get; set; }
    public WorkshopStatus Status { get; private set; } = WorkshopStatus.Draft;
    public bool OverridesCompletion { get; set; }
    public CompletionRule Completion { get; set; } = CompletionRule.Usual;
    public string Source { get; set; } = "";
    public bool IsSample { get; init; }
    [NotInTrail]
    public int Version { get; set; }

    /// <summary>Guard counter: seats taken (held, offered, seated). It changes only in the transaction that writes the registration.</summary>
    [NotInTrail]
    public int SeatsTaken { get; init; }

    /// <summary>Grows with every change that calendars show, of this row or of its agenda: SEQUENCE. Only <see cref="CalendarEdition"/> writes this and the next three.</summary>
    [NotInTrail]
    public int CalendarNumber { get; private set; }
    /// <summary>UTC: of the last such change; null for rows older than this column.</summary>
    [NotInTrail]
    public DateTime? CalendarChangedAt { get; private set; }
    /// <summary>The most days calendars have ever been given: a day that fell away must be called off there.</summary>
    [NotInTrail]
    public int CalendarDays { get; private set; }
    /// <summary>The first day that was announced first, where another has been announced since.</summary>
    [NotInTrail]
    public DateOnly? StartsOnBefore { get; private set; }

    public List<AgendaSession> Sessions { get; } = [];
    public List<StatedFigure> StatedFigures { get; } = [];
    public List<RecordedFact> Facts { get; } = [];

    /// <summary>Which states may follow. Held and cancelled are corrected only back to closed.</summary>
    public static IReadOnlyList<WorkshopStatus> After(WorkshopStatus status) => status switch
    {
        WorkshopStatus.Draft => [WorkshopStatus.Published, WorkshopStatus.Held],
        WorkshopStatus.Published => [WorkshopStatus.Closed, WorkshopStatus.Cancelled],
        WorkshopStatus.Closed => [WorkshopStatus.Published, WorkshopStatus.Held, WorkshopStatus.Cancelled],
        WorkshopStatus.Held => [WorkshopStatus.Closed],
        WorkshopStatus.Cancelled => [WorkshopStatus.Closed],
        _ => [],
    };

    /// <summary>Whether the public sees it: everything but a draft.</summary>
    public bool IsPublic => Status != WorkshopStatus.Draft;

    public bool IsRunning(DateOnly today) => Status is WorkshopStatus.Published or WorkshopStatus.Closed
        && StartsOn is { } start && start <= today && today <= (EndsOn ?? start);

    public bool TakesRegistrations(DateTime localNow) => Status == WorkshopStatus.Published
        && (RegistrationOpens is not { } opens || opens <= localNow)
        && (RegistrationCloses is not { } closes || localNow < closes)
        && (StartsOn is not { } start || DateOnly.FromDateTime(localNow) <= start);

    internal void BeIn(WorkshopStatus status) => Status = status;
}

/// <summary>A province invited to a workshop, in the vintage of that workshop («2016-92»).</summary>
public sealed class WorkshopProvince
{
    public Guid WorkshopId { get; init; }
    public required string ProvinceId { get; init; }
}

public enum Measure { Trainees, Provinces, AgencyKinds }

/// <summary>What a source states. It stands beside the figure counted from records, never in its place.</summary>
public sealed class StatedFigure
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid WorkshopId { get; init; }
    public Measure Measure { get; set; }
    /// <summary>True for «over 60»: the source gives a lower bound.</summary>
    public bool IsMinimum { get; set; }
    public int Value { get; set; }
    public string Source { get; set; } = "";
}

/// <summary>A fact about a past workshop with its source: who opened it, what was visited.</summary>
public sealed class RecordedFact
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid WorkshopId { get; init; }
    public Bilingual Label { get; set; } = Bilingual.Empty;
    public Bilingual Text { get; set; } = Bilingual.Empty;
    public string Source { get; set; } = "";
    public int Position { get; set; }
}
