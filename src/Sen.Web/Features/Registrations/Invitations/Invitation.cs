using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>What an agency said as a whole. Whom it nominated are registrations.</summary>
public enum InvitationAnswer { None, Done, Declined }

/// <summary>The invitation of one agency: its seats, its deadline, and what it answered.</summary>
public sealed class Invitation : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid BatchId { get; init; }
    public required Guid WorkshopId { get; init; }
    public required Guid AgencyId { get; init; }
    /// <summary>Name, kind and province as the letter has them.</summary>
    public Bilingual AgencyName { get; set; } = Bilingual.Empty;
    public string? AgencyKindId { get; set; }
    public string? ProvinceId { get; set; }
    public int Seats { get; set; } = 1;
    /// <summary>The officer who looks after it, where somebody is named.</summary>
    public string ContactName { get; set; } = "";
    public string Email { get; set; } = "";
    /// <summary>Wall time of Việt Nam.</summary>
    public DateTime? Deadline { get; set; }
    /// <summary>UTC: the letter was handed to the outbox, or drawn to be sent on paper.</summary>
    public DateTime? SentAt { get; set; }
    /// <summary>The key of its latest letter in the outbox; none for a letter on paper.</summary>
    [NotInTrail]
    public string? MailKey { get; set; }
    [NotInTrail]
    public DateTime? OpenedAt { get; set; }
    public InvitationAnswer Answer { get; set; }
    public string Reason { get; set; } = "";
    public DateTime? AnsweredAt { get; set; }
    /// <summary>Seats kept for the agency, until <see cref="KeptUntil"/> or <see cref="ReleasedAt"/>.</summary>
    public int KeptSeats { get; set; }
    public DateTime? KeptUntil { get; set; }
    public DateTime? ReleasedAt { get; private set; }
    public DateTime? CancelledAt { get; set; }
    /// <summary>Two agencies were one, both invited by this letter: the invitation that stands. This one is kept beside it and counts nowhere.</summary>
    public Guid? DuplicateOfId { get; set; }
    /// <summary>For what it was reminded last, and how often.</summary>
    [NotInTrail]
    public string Reminded { get; set; } = "";
    [NotInTrail]
    public int Reminders { get; set; }
    [NotInTrail]
    public DateTime? RemindedAt { get; set; }
    public DateTime CreatedAt { get; init; }

    /// <summary>It may be answered: sent, and not taken back.</summary>
    public bool Stands => SentAt is not null && CancelledAt is null && DuplicateOfId is null;

    public bool IsLate(DateTime localNow) => Deadline <= localNow;

    /// <summary>The kept seats that are not filled are everybody's from now on.</summary>
    public void Release(DateTime now)
    {
        if (KeptSeats > 0) ReleasedAt ??= now;
    }

    public void Keep(int seats, DateTime? until) => (KeptSeats, KeptUntil, ReleasedAt) = (seats, until, null);

    public void Says(InvitationAnswer answer, string reason, DateTime? now) => (Answer, Reason, AnsweredAt) = (answer, reason, now);

    public void Forget() => (ContactName, Email) = ("", "");
}

/// <summary>A link that opens one invitation without an account. Only the hash of its secret is kept; each letter brings one of its own.</summary>
public sealed class InvitationLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid InvitationId { get; init; }
    public required string SecretHash { get; init; }
    public required DateTime CreatedAt { get; init; }
}
