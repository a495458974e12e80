using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>
/// Somebody wants no more news: from one programme, or from all. Kept as proof with the words that were agreed to, also after it was
/// taken back. It belongs to the mailbox, so that whoever registered somebody else with a mailbox of their own stops only that one.
/// </summary>
public sealed class NewsRefusal : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid PersonId { get; init; }
    [NotInTrail]
    public required string Address { get; set; }
    /// <summary>The mailbox was the person's own: the refusal follows them to another address.</summary>
    public bool IsOwn { get; init; }
    /// <summary>Null: all programmes.</summary>
    public Guid? ProgrammeId { get; init; }
    public required string Wording { get; init; }
    public required DateTime GivenAt { get; init; }
    public DateTime? TakenBackAt { get; set; }
}
