namespace Sen.Web.Features.Registrations;

/// <summary>A link that opens one registration without an account. Only the hash of its secret is kept; sending it again makes another.</summary>
public sealed class PrivateLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid RegistrationId { get; init; }
    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    public required string SecretHash { get; init; }
    public required DateTime CreatedAt { get; init; }
}
