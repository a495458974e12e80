using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>
/// Two rows of one person made one: which stands, which is kept as it was and shown nowhere. What it takes to put everything back is here
/// and not in the trail, so that an erasure takes it out at once.
/// </summary>
public sealed class PersonMerge : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid StandingId { get; init; }
    public required Guid AwayId { get; init; }
    public required DateTime MergedAt { get; init; }
    public required string MergedBy { get; init; }
    /// <summary>JSON: field of the standing row → [before, after], those that changed.</summary>
    [NotInTrail]
    public string Values { get; set; } = "{}";
    /// <summary>What the standing row was also known as before.</summary>
    [NotInTrail]
    public string KnownBefore { get; set; } = "";
    /// <summary>JSON: who follows a person → what they moved, in their own words.</summary>
    [NotInTrail]
    public string Moved { get; set; } = "{}";
    public DateTime? UndoneAt { get; set; }
    public string UndoneBy { get; set; } = "";

    /// <summary>The person was erased: there is nothing to put back.</summary>
    public bool IsErased => Moved.Length == 0;

    public void Forget() => (Values, KnownBefore, Moved) = ("", "", "");
}

/// <summary>Somebody said that these two are not one person. They are not proposed again unless what is known of them changes.</summary>
public sealed class KeptApart : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The smaller of the two ids.</summary>
    public required Guid FirstId { get; init; }
    public required Guid SecondId { get; init; }
    /// <summary>A hash of what was known of both then.</summary>
    [NotInTrail]
    public required string Facts { get; set; }
    public required DateTime At { get; set; }
    public required string By { get; set; }

    public static (Guid First, Guid Second) Order(Guid a, Guid b) => a.CompareTo(b) < 0 ? (a, b) : (b, a);
}
