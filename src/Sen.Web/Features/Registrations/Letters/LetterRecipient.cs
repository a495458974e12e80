namespace Sen.Web.Features.Registrations.Letters;

/// <summary>What became of one person of the group. Written: their mail is in the outbox, which knows the rest.</summary>
public enum RecipientState { Waiting, Written, NoAddress, BadAddress, Unsubscribed, NotAgreed, ValueMissing, LeftMeanwhile, TakenBack }

/// <summary>One person of a letter's group, from the moment the letter begins to leave.</summary>
public sealed class LetterRecipient
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid LetterId { get; init; }
    public required Guid RegistrationId { get; init; }
    public RecipientState State { get; set; }
    public Guid? MessageId { get; set; }
    /// <summary>SHA-256 of the secret in this letter's way out; only letters with news have one.</summary>
    public string? StopHash { get; set; }
}
