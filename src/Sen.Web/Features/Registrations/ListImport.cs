using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.Registrations;

public enum ImportState { Preview, Written, Discarded }

/// <summary>A list taken in: the file as it came, what a person corrected on screen, and what was written.</summary>
public sealed class ListImport : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    public required Guid FileId { get; init; }
    public required string FileName { get; init; }
    public ImportState State { get; set; }
    /// <summary>JSON: corrections by row fingerprint, made on the preview page.</summary>
    [NotInTrail]
    public string Corrections { get; set; } = "{}";
    /// <summary>Fingerprints of rows a person chose to leave out, a line each: they stay out when the file comes again.</summary>
    [NotInTrail]
    public string LeftOut { get; set; } = "";
    public int RowsFound { get; set; }
    public int RowsAdded { get; set; }
    public int RowsKnown { get; set; }
    public int RowsWaiting { get; set; }
    public required DateTime CreatedAt { get; init; }
    public DateTime? WrittenAt { get; set; }
    public string CreatedBy { get; init; } = "";
}
