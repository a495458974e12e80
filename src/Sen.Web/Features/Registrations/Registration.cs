using Sen.Web.Features.People;
using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.Registrations;

public enum ParticipantKind { Trainee, Guest, Speaker, Staff, Press }

/// <summary>Held, offered and seated take a seat. Recorded: took part by a list, after the workshop was held.</summary>
public enum RegistrationState { AwaitingApproval, Held, Seated, Waiting, Offered, Declined, Expired, Withdrawn, Rejected, Recorded }

/// <summary>One person in one workshop, with what they or their list said at that time.</summary>
public sealed class Registration : IAudited
{
    private RegistrationState state;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    public required Guid PersonId { get; init; }
    public ParticipantKind Kind { get; set; } = ParticipantKind.Trainee;
    public RegistrationState State { get => state; init => state = value; }
    /// <summary>What it was before its last change of state, for taking that change back.</summary>
    [NotInTrail]
    public RegistrationState? StateBefore { get; private set; }
    /// <summary>How often its state has changed. With the workshop's own number it makes the SEQUENCE of the person's calendar entry.</summary>
    [NotInTrail]
    public int Turns { get; private set; }
    /// <summary>UTC: until when a held or an offered seat is kept.</summary>
    [NotInTrail]
    public DateTime? SeatKeptUntil { get; private set; }
    /// <summary>The place in the order of joining the waiting list; it is kept when a seat is lost by mistake and given back.</summary>
    [NotInTrail]
    public long? QueueNumber { get; set; }
    /// <summary>Ten letters and digits for ticket and check-in; the QR code holds the same.</summary>
    public string? TicketNumber { get; init; }
    /// <summary>The language they registered in, for their mails.</summary>
    public string Lang { get; set; } = "vi";
    /// <summary>
    /// The mailbox given on the form, where it is not known to be the person's: whoever knows a name and a telephone number must not come
    /// to the mails of what that person registered for before. Null: the person's own.
    /// </summary>
    [NotInTrail]
    public string? Email { get; set; }
    /// <summary>Needs at table and in the hall: read by the organiser, never written to the trail.</summary>
    [NotInTrail]
    public string Diet { get; set; } = "";
    [NotInTrail]
    public string AccessNeeds { get; set; } = "";
    /// <summary>The person's position and unit as they were then: later moves do not rewrite history.</summary>
    public string Position { get; set; } = "";
    public Guid? AgencyId { get; set; }
    public string? AgencyKindId { get; set; }
    public string AgencyName { get; set; } = "";
    public string? ProvinceId { get; set; }
    public string Note { get; set; } = "";
    /// <summary>The registration of the same person here that stands: this one came from another row of theirs, ended when the two were merged, and cannot be opened again.</summary>
    public Guid? DuplicateOfId { get; set; }
    /// <summary>The invitation under which an agency nominated this person.</summary>
    public Guid? InvitationId { get; set; }
    public Guid? ImportId { get; init; }
    public string? SourceSheet { get; init; }
    public int? SourceRow { get; init; }
    /// <summary>SHA-256 of the row as it stood in the file, so the same row is known again although it was corrected on screen.</summary>
    [NotInTrail]
    public string? SourceFingerprint { get; init; }
    public DateTime CreatedAt { get; init; }
    /// <summary>UTC: of the last change of state.</summary>
    [NotInTrail]
    public DateTime ChangedAt { get; private set; }

    /// <summary>What was said on a form; who it was said of stays.</summary>
    public void Describe(RegistrationEntry entry, RegistrantUnit unit)
    {
        (Kind, Position, Diet, AccessNeeds, Lang, Note) = (entry.Kind, entry.Position, entry.Diet, entry.AccessNeeds, entry.Lang, entry.Note);
        WorksAt(unit);
    }

    /// <summary>The same person with the same words in another workshop, with a ticket of its own.</summary>
    public Registration For(Guid workshopId, DateTime now)
    {
        var next = new Registration { WorkshopId = workshopId, PersonId = PersonId, TicketNumber = Registrations.TicketNumber.New(), CreatedAt = now, State = RegistrationState.Waiting };
        next.TakeOver(this);
        return next;
    }

    public void TakeOver(Registration other) =>
        (Kind, Position, AgencyId, AgencyKindId, AgencyName, ProvinceId, Note, Lang, Diet, AccessNeeds) =
        (other.Kind, other.Position, other.AgencyId, other.AgencyKindId, other.AgencyName, other.ProvinceId, other.Note, other.Lang, other.Diet, other.AccessNeeds);

    public void WorksAt(RegistrantUnit unit) => (AgencyId, AgencyKindId, AgencyName, ProvinceId) = (unit.AgencyId, unit.KindId, unit.Name, unit.ProvinceId);

    /// <summary>Who it was is gone; place, kind and state stay, so that no count changes. The fingerprint stays: the same list must not bring them back.</summary>
    public void Forget() => (Position, AgencyName, Note, Diet, AccessNeeds, Email) = ("", AgencyId is null ? "" : AgencyName, "", "", "", null);

    /// <summary>The state it begins with is no change: there is nothing to take back.</summary>
    public void Begins() => StateBefore = null;

    public void Becomes(RegistrationState next, DateTime now, DateTime? keptUntil = null)
    {
        if (next != state) (StateBefore, Turns) = (state, Turns + 1);
        (state, ChangedAt, SeatKeptUntil) = (next, now, keptUntil);
    }

    /// <summary>Still to come or already there: neither ended by the person nor by the organiser.</summary>
    public static bool IsOpen(RegistrationState state) => state is RegistrationState.AwaitingApproval or RegistrationState.Held or RegistrationState.Seated
        or RegistrationState.Waiting or RegistrationState.Offered or RegistrationState.Recorded;

    public static bool TakesSeat(RegistrationState state) => state is RegistrationState.Held or RegistrationState.Offered or RegistrationState.Seated;
}
