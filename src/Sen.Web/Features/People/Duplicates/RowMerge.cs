using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>A row of the register that may become a hidden row of another one.</summary>
public interface IMergeRow
{
    Guid Id { get; }
    /// <summary>The row that stands; this one is kept as it was, and is shown and counted nowhere.</summary>
    Guid? MergedIntoId { get; }
    int Version { get; }
    /// <summary>What merged rows, and values a merge replaced, were written as, one a line: still found, still matched.</summary>
    string AlsoKnownAs { get; }

    /// <summary>Becomes a hidden row of the one that stands.</summary>
    void GoesInto(Guid standingId);

    /// <summary>Stands by itself again; to be found, its key is made anew.</summary>
    void ComesBack();

    void StandsFor(string knownAs);
}

/// <summary>
/// Two rows made one: which stands, which is kept as it was and shown nowhere. What it takes to put everything back is here and not in the
/// trail, so that an erasure takes it out at once.
/// </summary>
public abstract class RowMerge : IAudited
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid StandingId { get; init; }
    public Guid AwayId { get; init; }
    public DateTime MergedAt { get; init; }
    public string MergedBy { get; init; } = "";
    /// <summary>JSON: field of the standing row → [before, after], those that changed.</summary>
    [NotInTrail]
    public string Values { get; set; } = "{}";
    /// <summary>What the standing row was also known as before.</summary>
    [NotInTrail]
    public string KnownBefore { get; set; } = "";
    /// <summary>JSON: who follows → what they moved, in their own words.</summary>
    [NotInTrail]
    public string Moved { get; set; } = "{}";
    public DateTime? UndoneAt { get; set; }
    public string UndoneBy { get; set; } = "";

    /// <summary>The person was erased: there is nothing to put back.</summary>
    public bool IsErased => Moved.Length == 0;

    public void Forget() => (Values, KnownBefore, Moved) = ("", "", "");
}

public sealed class PersonMerge : RowMerge;

public sealed class AgencyMerge : RowMerge;
