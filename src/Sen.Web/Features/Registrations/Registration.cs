using Sen.Web.Features.People;
using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.Registrations;

public enum ParticipantKind { Trainee, Guest, Speaker, Staff, Press }

/// <summary>Held, offered and seated take a seat. Recorded: took part by a list, after the workshop was held.</summary>
public enum RegistrationState { AwaitingApproval, Held, Seated, Waiting, Offered, Declined, Expired, Withdrawn, Rejected, Recorded }

/// <summary>One person in one workshop, with what they or their list said at that time.</summary>
public sealed class Registration : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    public required Guid PersonId { get; init; }
    public ParticipantKind Kind { get; set; } = ParticipantKind.Trainee;
    public RegistrationState State { get; set; }
    /// <summary>The person's position and unit as they were then: later moves do not rewrite history.</summary>
    public string Position { get; set; } = "";
    public Guid? AgencyId { get; set; }
    public string? AgencyKindId { get; set; }
    public string AgencyName { get; set; } = "";
    public string? ProvinceId { get; set; }
    public string Note { get; set; } = "";
    public Guid? ImportId { get; init; }
    public string? SourceSheet { get; init; }
    public int? SourceRow { get; init; }
    /// <summary>SHA-256 of the row as it stood in the file, so the same row is known again although it was corrected on screen.</summary>
    [NotInTrail]
    public string? SourceFingerprint { get; init; }
    public DateTime CreatedAt { get; init; }

    public static bool TakesSeat(RegistrationState state) => state is RegistrationState.Held or RegistrationState.Offered or RegistrationState.Seated;
}
