using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>One record of a part that belongs to a row of the register, as a reader knows it.</summary>
public sealed record FollowedRecord(Guid Id, Guid OwnerId, Bilingual Title, string Detail, string? Path, DateTime Since);

/// <summary>The same thing held twice, once by each of the two, such as two registrations for one workshop.</summary>
/// <param name="Key">Of what it is held twice.</param>
/// <param name="Stands">Which of the two stays by itself, or is proposed to.</param>
/// <param name="IsChosen">True where a person has to say which; the other ends.</param>
public sealed record FollowClash(Guid Key, Bilingual Title, FollowedRecord Mine, FollowedRecord Other, Guid Stands, bool IsChosen);

public sealed record FollowLook(IReadOnlyList<FollowedRecord> Records, IReadOnlyList<FollowClash> Clashes);

/// <summary>What was moved, in the follower's own words, or what stands against it.</summary>
public sealed record Followed(string Note, IReadOnlyList<Bilingual> Against);

/// <summary>
/// A part that keeps something of its own for each row of a register. It is called in the transaction of the merge itself: the register of
/// people knows nothing of registrations, registrations follow people. Each part that holds a row's id registers one.
/// </summary>
public interface IMergeFollower
{
    /// <summary>Its name in the record of a merge.</summary>
    string Name { get; }

    /// <summary>What would move, for the page.</summary>
    Task<FollowLook> LookAsync(Guid standingId, Guid awayId, CancellationToken ct);

    /// <summary>Locks what it needs. Called before the two rows are locked, in the order in which the part's own desks lock.</summary>
    Task LockAsync(Guid standingId, Guid awayId, CancellationToken ct);

    /// <param name="chosen">Key of a clash → id of the record that stands.</param>
    Task<Followed> MoveAsync(Guid standingId, Guid awayId, IReadOnlyDictionary<Guid, Guid> chosen, CancellationToken ct);

    /// <summary>What came to the standing row since the merge: whose it is nobody but a person can say.</summary>
    Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(RowMerge merge, string note, CancellationToken ct);

    /// <summary>Moves everything back, or says what cannot be put back; then nothing is.</summary>
    /// <param name="whose">Id of an arrived record → id of the row it belongs to.</param>
    Task<IReadOnlyList<Bilingual>> BackAsync(RowMerge merge, string note, IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct);
}

/// <summary>Follows persons.</summary>
public interface IPersonFollower : IMergeFollower;

/// <summary>Follows agencies.</summary>
public interface IAgencyFollower : IMergeFollower;
