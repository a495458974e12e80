namespace Sen.Web.Platform.Jobs;

public enum JobState { Waiting, Running, Done, Failed, Stopped }

/// <summary>
/// Long work that a person started and may leave: its row says who does it and how far it is. What remains to be done is never kept here;
/// each step finds it from the records themselves, so a step that ran twice, or was killed in its middle, doubles and loses nothing.
/// </summary>
public sealed class Job
{
    /// <summary>With the backoff of <see cref="JobRunner"/> five stumbles in a row take about a minute.</summary>
    public const int MostStumbles = 5;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>Which work it is: <see cref="IJobWork.Kind"/>.</summary>
    public required string Kind { get; init; }
    /// <summary>What the work needs to find its records: an id.</summary>
    public string Argument { get; init; } = "";
    /// <summary>What it is about, as «workshop:id», so that a desk finds its own.</summary>
    public string About { get; init; } = "";
    /// <summary>«kind:argument» while the job is under way and null after: the same work is never under way twice.</summary>
    public string? ActiveKey { get; set; }
    public JobState State { get; set; }
    public int Done { get; set; }
    /// <summary>0 while it is not known.</summary>
    public int Total { get; set; }
    public Guid? UserId { get; init; }
    public string Who { get; init; } = "";
    public required DateTime CreatedAt { get; init; }
    public DateTime? EndedAt { get; set; }
    /// <summary>Until when the node that runs it owns it; another takes over after that.</summary>
    public DateTime LeaseUntil { get; set; }
    public bool StopAsked { get; set; }
    /// <summary>In a row; a step that goes well sets it to 0.</summary>
    public int Stumbles { get; set; }
    public string? LastError { get; set; }

    public bool IsActive => State is JobState.Waiting or JobState.Running;
}

/// <summary>How far the work is after a step.</summary>
public readonly record struct JobStep(int Done, int Total, bool Finished);

/// <summary>One sort of long work.</summary>
public interface IJobWork
{
    string Kind { get; }

    /// <summary>
    /// Does the next portion, some seconds' worth at most, in a transaction of its own, and says how far everything is. It finds what remains
    /// from its records.
    /// </summary>
    Task<JobStep> StepAsync(Job job, CancellationToken ct);
}
