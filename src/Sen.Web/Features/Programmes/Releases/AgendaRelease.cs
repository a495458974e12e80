using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Releases;

/// <summary>How a release came about: pressed by an organiser, with the publishing of its workshop, or from before there were releases.</summary>
public enum ReleaseCause { ByOrganiser, WithWorkshop, BroughtAlong }

/// <summary>
/// The agenda as it was given out at one moment. What the organiser edits is the working draft; everybody else sees the latest of these, and a
/// row is never changed once it is written.
/// </summary>
public sealed class AgendaRelease : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    /// <summary>From 1, without gaps.</summary>
    public required int Number { get; init; }
    public required DateTime ReleasedAt { get; init; }
    public Guid? UserId { get; init; }
    public string Who { get; init; } = "";
    public required ReleaseCause Cause { get; init; }
    public Bilingual Note { get; init; } = Bilingual.Empty;
    /// <summary>Nobody was written to, although people were concerned; the reason stands beside it.</summary>
    public bool IsQuiet { get; init; }
    public string QuietReason { get; init; } = "";
    /// <summary>How many people were to be written to at that moment.</summary>
    public int Told { get; init; }
    /// <summary>The first day of the workshop then: a release is read with its own dates.</summary>
    public DateOnly? FirstDay { get; init; }
    /// <summary>The sessions with their speakers as <see cref="AgendaText"/> writes them.</summary>
    [NotInTrail]
    public required string Content { get; init; }
}
