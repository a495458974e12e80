using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>Somebody said that these two, persons or agencies, are not one. They are not proposed again unless what is known of them changes.</summary>
public sealed class KeptApart : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The smaller of the two ids.</summary>
    public required Guid FirstId { get; init; }
    public required Guid SecondId { get; init; }
    /// <summary>A hash of what was known of both then.</summary>
    [NotInTrail]
    public required string Facts { get; set; }
    /// <summary>Why they are two, in the words of whoever said so.</summary>
    public string Reason { get; set; } = "";
    public required DateTime At { get; set; }
    public required string By { get; set; }

    public static (Guid First, Guid Second) Order(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}
