namespace Sen.Web.Platform.Outbox;

/// <summary>
/// A mail address of which a server said that it does not work. It belongs to the address and not to a person: whose address is corrected
/// is free of it at once, and everybody behind the same mailbox has it alike.
/// </summary>
public sealed class FailedAddress
{
    /// <summary>In small letters.</summary>
    public required string Address { get; init; }
    /// <summary>True: it will not work by itself (no such mailbox). False: it may later (full, busy, refused for now).</summary>
    public bool IsPermanent { get; set; }
    /// <summary>Status and words of the server, as they came.</summary>
    public required string Reason { get; set; }
    public DateTime At { get; set; }
}
