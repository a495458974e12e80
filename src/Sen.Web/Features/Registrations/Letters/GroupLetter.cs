using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>Needed: without it somebody would miss the event, so nobody can unsubscribe. News: everything else.</summary>
public enum LetterSort { Needed, News }

public enum LetterState { Draft, Planned, Paused, Sending, Sent, Stopped }

/// <summary>When a letter leaves: when somebody presses, at a wall time, or so many days before the first or after the last day.</summary>
public enum LetterTiming { ByHand, At, BeforeFirstDay, AfterLastDay }

/// <summary>What happens where a placeholder has no value for somebody.</summary>
public enum WhenMissing { SayNotRecorded, LeaveOut }

/// <summary>Why a planned letter stands still.</summary>
public enum PauseReason { None, ByHand, TimeHasPassed, NoDate, NotAnnounced, Cancelled }

/// <summary>One letter to a chosen group of a workshop. A draft is written, reviewed, planned; once it is sending its text stays.</summary>
public sealed class GroupLetter : IAudited, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    public Bilingual Subject { get; set; } = Bilingual.Empty;
    public Bilingual Body { get; set; } = Bilingual.Empty;
    public LetterSort Sort { get; set; }
    public WhenMissing WhenMissing { get; set; }
    /// <summary>The query of a participants' list; it is asked anew when the letter leaves.</summary>
    public string Group { get; set; } = "";
    /// <summary>Registrations picked by hand, with spaces; they narrow the group.</summary>
    [NotInTrail]
    public string Picked { get; set; } = "";
    public LetterTiming Timing { get; set; }
    /// <summary>Wall time.</summary>
    public DateTime? SendAt { get; set; }
    public int Days { get; set; }
    public TimeOnly TimeOfDay { get; set; } = new(8, 0);
    /// <summary>UTC, worked out from the timing and the workshop's dates; null where either is missing.</summary>
    public DateTime? DueAt { get; private set; }
    public LetterState State { get; private set; }
    public PauseReason Pause { get; private set; }
    public string WrittenBy { get; init; } = "";
    public DateTime CreatedAt { get; init; }
    [NotInTrail]
    public DateTime? StartedAt { get; private set; }
    [NotInTrail]
    public DateTime? EndedAt { get; private set; }
    [NotInTrail]
    public int Version { get; set; }

    public IReadOnlyList<Guid> PickedIds => [.. Picked.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => Guid.TryParse(p, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    public bool MayBeEdited => State is LetterState.Draft or LetterState.Planned || (State == LetterState.Paused && StartedAt is null);

    /// <summary>Works out the due time anew.</summary>
    public void Follow(Workshop workshop) => DueAt = LetterTimes.Due(Timing, SendAt, Days, TimeOfDay, workshop.StartsOn, workshop.EndsOn);

    public void Becomes(LetterState next, PauseReason pause = PauseReason.None) => (State, Pause) = (next, pause);

    public void Begins(DateTime now)
    {
        Becomes(LetterState.Sending);
        StartedAt ??= now;
    }

    public void Ends(DateTime now)
    {
        Becomes(LetterState.Sent);
        EndedAt = now;
    }

    /// <summary>The language a reader of <paramref name="lang"/> gets it in: their own, where both subject and text are written in it.</summary>
    public string LangFor(string lang) => HasBoth(lang) ? lang : HasBoth("vi") ? "vi" : "en";

    private bool HasBoth(string lang) => lang == "en" ? Subject.En.Length > 0 && Body.En.Length > 0 : Subject.Vi.Length > 0 && Body.Vi.Length > 0;
}

public static class LetterTimes
{
    public static DateTime? Due(LetterTiming timing, DateTime? at, int days, TimeOnly time, DateOnly? first, DateOnly? last) => timing switch
    {
        LetterTiming.At => at is { } wall ? Utc(wall) : null,
        LetterTiming.BeforeFirstDay => first is { } day ? Utc(day.AddDays(-days).ToDateTime(time)) : null,
        LetterTiming.AfterLastDay => (last ?? first) is { } day ? Utc(day.AddDays(days).ToDateTime(time)) : null,
        _ => null,
    };

    private static DateTime Utc(DateTime wall) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(wall, DateTimeKind.Unspecified), WallClock.Zone);
}
