namespace Sen.Web.Platform.Outbox;

/// <summary>
/// A mail that leaves after the commit that asked for it. <see cref="Key"/> is «reason:person» and unique, so a job that runs twice
/// still sends one message per person and reason.
/// </summary>
public sealed class OutboxMessage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Key { get; init; }
    public required string To { get; init; }
    public string ToName { get; init; } = "";
    public required string Subject { get; init; }
    public required string Body { get; init; }
    public string Lang { get; init; } = "vi";
    public required DateTime CreatedAt { get; init; }
    public DateTime NextAttemptAt { get; set; }
    public int Attempts { get; set; }
    public DateTime? SentAt { get; set; }
    public string? LastError { get; set; }
}
