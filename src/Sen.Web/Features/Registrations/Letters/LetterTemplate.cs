using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>A text of a programme's own, to write letters from. Letters written from it keep what it said then.</summary>
public sealed class LetterTemplate : IAudited, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProgrammeId { get; init; }
    public Bilingual Name { get; set; } = Bilingual.Empty;
    public Bilingual Subject { get; set; } = Bilingual.Empty;
    public Bilingual Body { get; set; } = Bilingual.Empty;
    public LetterSort Sort { get; set; }
    public LetterTiming Timing { get; set; }
    public int Days { get; set; }
    [NotInTrail]
    public int Version { get; set; }
}
