using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>One record a part holds of a person, for the person to read.</summary>
/// <param name="Kind">The record's name in an export, such as «registration».</param>
public sealed record HeldRecord(Guid Id, string Kind, Bilingual Title, IReadOnlyList<HeldValue> Values);

/// <param name="Name">The value's name in an export.</param>
public sealed record HeldValue(string Name, Bilingual Words, string Value);

/// <summary>What a part holds of a person. Each part that holds something registers one; the personal-data desk collects them.</summary>
public interface IPersonalData
{
    Task<IReadOnlyList<HeldRecord>> HeldAsync(Guid personId, CancellationToken ct);

    /// <summary>Mail addresses and numbers that are this person's alone, in every way they are written. Not the name: others have it too.</summary>
    Task<IReadOnlyList<string>> ContactsAsync(Guid personId, CancellationToken ct);

    /// <summary>Takes out who it was; that somebody was there stays. In the transaction of the whole erasure.</summary>
    Task EraseAsync(Guid personId, CancellationToken ct);

    /// <summary>Ids of the records whose trail shows values of this person.</summary>
    Task<IReadOnlyList<Guid>> RecordsAsync(Guid personId, CancellationToken ct);
}
