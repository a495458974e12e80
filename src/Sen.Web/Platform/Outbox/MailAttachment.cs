namespace Sen.Web.Platform.Outbox;

/// <summary>A file that goes with a message: a letter, a calendar entry.</summary>
public sealed class MailAttachment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid MessageId { get; set; }
    public int Position { get; set; }
    public required string Name { get; init; }
    /// <summary>With its parameters, as «text/calendar; method=PUBLISH; charset=utf-8».</summary>
    public required string ContentType { get; init; }
    public required byte[] Content { get; init; }
}
