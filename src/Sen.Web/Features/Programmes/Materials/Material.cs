using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>Who may see a material; each sees what those before may see too.</summary>
public enum MaterialAudience { Public, Participants, Staff }

/// <summary>From when on it is there for those who may see it.</summary>
public enum MaterialMoment { AtOnce, FromSession, AfterWorkshop }

/// <summary>
/// A paper for those who come: of one session, of a workshop as a whole, or of a topic of the programme, which every workshop of it shares.
/// The session and the topic are told by their ids alone, so that one that is removed and put back finds its papers again.
/// </summary>
public sealed class Material : IAudited, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ProgrammeId { get; init; }
    /// <summary>Null: it belongs to a topic of the programme.</summary>
    public Guid? WorkshopId { get; init; }
    public Guid? SessionId { get; set; }
    public Guid? TopicId { get; set; }
    public int Position { get; set; }
    public Bilingual Title { get; set; } = Bilingual.Empty;
    /// <summary>Of the material itself, as codes with spaces: «vi en».</summary>
    public string Lang { get; set; } = "vi";
    public MaterialAudience Audience { get; set; } = MaterialAudience.Participants;
    public MaterialMoment Moment { get; set; }
    /// <summary>The number of the version that is given out.</summary>
    public int CurrentNumber { get; set; } = 1;
    /// <summary>UTC: taken away by an organiser, who can put it back.</summary>
    public DateTime? RemovedAt { get; set; }
    [NotInTrail]
    public int Version { get; set; }
    /// <summary>How often it was opened, and on how many devices; who opened it is not kept anywhere.</summary>
    [NotInTrail]
    public int Opened { get; init; }
    [NotInTrail]
    public int Devices { get; init; }
    public List<MaterialVersion> Versions { get; } = [];

    public MaterialVersion? Current => Versions.Find(v => v.Number == CurrentNumber);
}

/// <summary>One file of a material. A new version replaces the one before, which staff can bring back.</summary>
public sealed class MaterialVersion : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid MaterialId { get; init; }
    public int Number { get; init; }
    public Guid FileId { get; init; }
    /// <summary>As it is saved on a device, with the ending that its content has.</summary>
    public string Name { get; init; } = "";
    public FileKind Kind { get; init; }
    public long Length { get; init; }
    public bool MayAskPassword { get; init; }
    public DateTime AddedAt { get; init; }
    public string Who { get; init; } = "";
}
