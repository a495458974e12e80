using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>The report of a workshop in Markdown, one per workshop.</summary>
public sealed class Story : IAudited, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid WorkshopId { get; init; }
    public Bilingual Text { get; set; } = Bilingual.Empty;
    public string Source { get; set; } = "";
    [NotInTrail]
    public int Version { get; set; }
    public List<StoryPhoto> Photos { get; } = [];
}

public sealed class StoryPhoto : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid StoryId { get; init; }
    public Guid FileId { get; init; }
    public Guid SmallFileId { get; init; }
    public int Width { get; init; }
    public int Height { get; init; }
    public int Position { get; set; }
    public Bilingual Caption { get; set; } = Bilingual.Empty;
    public Bilingual Alt { get; set; } = Bilingual.Empty;
    /// <summary>«Ảnh: …»: who made it and where it comes from.</summary>
    public string Credit { get; set; } = "";
}
