namespace Sen.Web.Platform.Outbox;

public enum OutboxState { Waiting, Sent, GivenUp, Bounced }

/// <summary>
/// A mail that leaves after the commit that asked for it. <see cref="Key"/> is «reason:person» and unique, so a job that runs twice
/// still sends one message per person and reason.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>With the backoff of <see cref="OutboxPump"/> ten tries cover about a day.</summary>
    public const int MostAttempts = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Key { get; init; }
    public required string To { get; init; }
    public string ToName { get; init; } = "";
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public string Lang { get; init; } = "vi";
    /// <summary>The body holds a one-time link: it is blotted out here once a mail server has taken the message.</summary>
    public bool HoldsSecret { get; init; }
    /// <summary>Recipient and subject without marks, for the search in the tray.</summary>
    public string SearchKey { get; init; } = "";
    /// <summary>What the mail is about, as «workshop:id», so that a desk finds its own; empty for mails of accounts.</summary>
    public string About { get; init; } = "";
    /// <summary>Where one click stops mails of this sort; empty where the mail is needed for the event.</summary>
    public string UnsubscribeUrl { get; init; } = "";
    public DateTime CreatedAt { get; init; }
    /// <summary>Not before this moment (by default at once); while a node is sending, until when the message is its own.</summary>
    public DateTime NextAttemptAt { get; set; }
    public int Attempts { get; set; }
    public DateTime? SentAt { get; set; }
    public string? LastError { get; set; }
    /// <summary>UTC: a mail server took the message and another said later that it cannot be delivered.</summary>
    public DateTime? BouncedAt { get; set; }
    public string? BounceReason { get; set; }

    /// <summary>Files that go with a new message; they are written with it and read only when it is sent.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    public OutboxState State => BouncedAt is not null ? OutboxState.Bounced : SentAt is not null ? OutboxState.Sent : Attempts >= MostAttempts ? OutboxState.GivenUp : OutboxState.Waiting;
}
