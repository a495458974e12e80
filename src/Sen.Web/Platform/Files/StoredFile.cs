namespace Sen.Web.Platform.Files;

/// <summary>A file somebody gave us: what it is by its content, and where the store keeps it.</summary>
public sealed class StoredFile
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required long Length { get; init; }
    public required string Sha256 { get; init; }
    public required DateTime CreatedAt { get; init; }
}
