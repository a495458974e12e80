namespace Sen.Web.Features.Programmes;

/// <summary>
/// A part that keeps something of its own for each workshop. It is called in the transaction of the change itself, before the commit:
/// workshops know nothing of seats, seats follow workshops.
/// </summary>
public interface IWorkshopFollower
{
    Task CopiedAsync(Workshop from, Workshop to, CopiedParts parts, CancellationToken ct);

    /// <summary>Settings were saved: capacity, window, region.</summary>
    Task ChangedAsync(Workshop workshop, CancellationToken ct);

    /// <summary>Dates or place may be others than before, and the organiser wants people told. Returns how many are.</summary>
    Task<int> RescheduledAsync(Workshop workshop, WorkshopBefore before, CancellationToken ct) => Task.FromResult(0);

    /// <summary>How many would be told so.</summary>
    Task<int> ConcernedAsync(Guid workshopId, CancellationToken ct) => Task.FromResult(0);

    /// <summary>What stands against a move from this state to that, beyond what the workshop itself knows.</summary>
    Task<IReadOnlyList<Platform.Languages.Bilingual>> ReasonsAgainstAsync(Workshop workshop, WorkshopStatus to, CancellationToken ct);

    Task MovedAsync(Workshop workshop, WorkshopStatus from, CancellationToken ct);

    /// <summary>When people will be told of the last move; until then it can be taken back. Null where nobody is to be told any more.</summary>
    Task<DateTime?> TellsAtAsync(Workshop workshop, CancellationToken ct);
}
