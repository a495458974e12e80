using Microsoft.EntityFrameworkCore;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Jobs;

/// <summary>Where long work is asked for, looked at and stopped.</summary>
public sealed class JobBook(DbContext db, Actor actor, TimeProvider clock)
{
    private DbSet<Job> Jobs => db.Set<Job>();

    /// <summary>Asks for the work, or finds it under way already. Inside the caller's transaction where there is one.</summary>
    public async Task<Guid> StartAsync(string kind, string argument, string about, int total, CancellationToken ct)
    {
        var key = $"{kind}:{argument}";
        var (id, now) = (Guid.CreateVersion7(), clock.UtcNow());
        // Two people press at the same moment: the unique key lets one row in.
        var moment = db.Model.FindEntityType(typeof(Job))!.FindProperty(nameof(Job.CreatedAt))!.GetRelationalTypeMapping();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.ExecuteSqlAsync($"""
            insert into jobs (id, kind, argument, about, active_key, state, done, total, user_id, who, created_at, lease_until, stop_asked, stumbles)
            values ({id}, {kind}, {argument}, {about}, {key}, {nameof(JobState.Waiting)}, 0, {total}, {actor.UserId}, {actor.Who}, {moment.CreateParameter(command, "", now)}, {moment.CreateParameter(command, "", now)}, {false}, 0)
            on conflict (active_key) do nothing
            """, ct);
        return await Jobs.Where(j => j.ActiveKey == key).Select(j => j.Id).FirstOrDefaultAsync(ct) is var found && found != default ? found : id;
    }

    public Task<Job?> FindAsync(Guid id, CancellationToken ct) => Jobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, ct);

    /// <summary>The latest job of a kind on one argument.</summary>
    public Task<Job?> LatestAsync(string kind, string argument, CancellationToken ct) =>
        Jobs.AsNoTracking().Where(j => j.Kind == kind && j.Argument == argument).OrderByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id).FirstOrDefaultAsync(ct);

    /// <summary>The portion under way is finished; what is done stays done.</summary>
    public Task StopAsync(Guid id, CancellationToken ct) =>
        Jobs.Where(j => j.Id == id && j.ActiveKey != null).ExecuteUpdateAsync(j => j.SetProperty(x => x.StopAsked, true), ct);
}
