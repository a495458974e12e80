using Microsoft.EntityFrameworkCore;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Jobs;

/// <summary>
/// Carries jobs on, one at a time on each node. A job belongs to the node whose conditional update took it, until its lease ends; a node that
/// dies is followed by another, or by itself after its start.
/// </summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, IHostApplicationLifetime host, TimeProvider clock, ILogger<JobRunner> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    /// <summary>Longer than any portion takes, short enough that a killed batch goes on while its organiser is still looking.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private List<string>? known;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Background services start before the server listens; a letter written then would carry an address that nobody answers.
        await host.StartedAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunNextAsync(stoppingToken)) continue;
            }
            // A database that restarts must not end the server.
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Stumbled(log, e);
            }
            await Task.Delay(Pause, stoppingToken);
        }
    }

    /// <summary>Takes one job that is due and carries it to its end, or until somebody stops it. False where nothing was due.</summary>
    public async Task<bool> RunNextAsync(CancellationToken ct)
    {
        if (await TakeAsync(ct) is not { } job) return false;
        while (job.State == JobState.Running) await StepAsync(job, ct);
        return true;
    }

    private async Task<Job?> TakeAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetRequiredService<DbContext>().Set<Job>();
        // A node of an older version leaves what it does not know to the others. Asked of the services once: making every work twice a second is waste.
        known ??= scope.ServiceProvider.GetServices<IJobWork>().Select(w => w.Kind).ToList();
        var now = clock.UtcNow();
        var due = await jobs.AsNoTracking().Where(j => known.Contains(j.Kind) && (j.State == JobState.Waiting || j.State == JobState.Running) && j.LeaseUntil <= now).OrderBy(j => j.LeaseUntil).FirstOrDefaultAsync(ct);
        if (due is null) return null;
        var until = now + Lease;
        var taken = await jobs.Where(j => j.Id == due.Id && j.State == due.State && j.LeaseUntil == due.LeaseUntil)
            .ExecuteUpdateAsync(j => j.SetProperty(x => x.State, JobState.Running).SetProperty(x => x.LeaseUntil, until), ct);
        if (taken == 0) return null;
        (due.State, due.LeaseUntil) = (JobState.Running, until);
        return due;
    }

    private async Task StepAsync(Job job, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var jobs = scope.ServiceProvider.GetRequiredService<DbContext>().Set<Job>();
        if (await jobs.Where(j => j.Id == job.Id).Select(j => j.StopAsked).SingleAsync(ct))
        {
            await EndAsync(jobs, job, JobState.Stopped, ct);
            return;
        }
        var actor = scope.ServiceProvider.GetRequiredService<Actor>();
        if (job.UserId is { } user) actor.Is(user, job.Who);
        else actor.Runs(job.Who);
        try
        {
            var work = scope.ServiceProvider.GetServices<IJobWork>().First(w => w.Kind == job.Kind);
            var step = await work.StepAsync(job, ct);
            (job.Done, job.Total, job.Stumbles) = (step.Done, step.Total, 0);
            if (step.Finished) await EndAsync(jobs, job, JobState.Done, ct);
            else await KeepAsync(jobs, job, clock.UtcNow() + Lease, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            job.Stumbles++;
            job.LastError = e.GetType().Name;
            StepFailed(log, job.Kind, job.Id, job.Stumbles, e);
            if (job.Stumbles >= Job.MostStumbles) await EndAsync(jobs, job, JobState.Failed, ct);
            else
            {
                // Given back: it is due again after 2, 4, 8 … seconds, here or at another node.
                await KeepAsync(jobs, job, clock.UtcNow() + TimeSpan.FromSeconds(Math.Pow(2, job.Stumbles)), ct);
                job.State = JobState.Waiting;
            }
        }
    }

    /// <summary>Only while the job is still ours: a node that slept past its lease must not overwrite what its follower wrote.</summary>
    private static async Task KeepAsync(DbSet<Job> jobs, Job job, DateTime until, CancellationToken ct)
    {
        var ours = await jobs.Where(j => j.Id == job.Id && j.LeaseUntil == job.LeaseUntil && j.State == JobState.Running).ExecuteUpdateAsync(j => j
            .SetProperty(x => x.Done, job.Done).SetProperty(x => x.Total, job.Total).SetProperty(x => x.Stumbles, job.Stumbles).SetProperty(x => x.LastError, job.LastError).SetProperty(x => x.LeaseUntil, until), ct);
        if (ours == 1) job.LeaseUntil = until;
        else job.State = JobState.Stopped;
    }

    private async Task EndAsync(DbSet<Job> jobs, Job job, JobState state, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await jobs.Where(j => j.Id == job.Id && j.LeaseUntil == job.LeaseUntil && j.State == JobState.Running).ExecuteUpdateAsync(j => j
            .SetProperty(x => x.State, state).SetProperty(x => x.ActiveKey, (string?)null).SetProperty(x => x.EndedAt, now).SetProperty(x => x.LastError, job.LastError)
            .SetProperty(x => x.Done, job.Done).SetProperty(x => x.Total, job.Total).SetProperty(x => x.Stumbles, job.Stumbles), ct);
        job.State = state;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The jobs stumbled; next look in a moment")]
    private static partial void Stumbled(ILogger log, Exception failure);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Kind} {Id} stumbled for the {Times}. time in a row")]
    private static partial void StepFailed(ILogger log, string kind, Guid id, int times, Exception failure);
}
