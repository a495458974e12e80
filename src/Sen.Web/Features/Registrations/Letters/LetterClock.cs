using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Letters;

/// <summary>Looks every few seconds for planned letters whose time has come. Any number of nodes may run it: a letter begins once.</summary>
public sealed class LetterClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LetterClock> log) : Clock(TimeSpan.FromSeconds(5), log)
{
    protected override Task LookAsync(CancellationToken ct) => RoundAsync(ct);

    /// <summary>One look; returns how many letters were due.</summary>
    public async Task<int> RoundAsync(CancellationToken ct)
    {
        List<Guid> due, sending;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var (db, now) = (scope.ServiceProvider.GetRequiredService<AppDb>(), clock.UtcNow());
            due = await db.GroupLetters.Where(l => l.State == LetterState.Planned && l.DueAt <= now).Select(l => l.Id).ToListAsync(ct);
            sending = await db.GroupLetters.Where(l => l.State == LetterState.Sending).Select(l => l.Id).ToListAsync(ct);
        }
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Actor>().Runs("letter clock");
            await BeginAsync(scope.ServiceProvider, id, ct);
        }
        foreach (var id in sending)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Actor>().Runs("letter clock");
            await GoOnAsync(scope.ServiceProvider, id, ct);
        }
        return due.Count;
    }

    private static async Task BeginAsync(IServiceProvider services, Guid id, CancellationToken ct)
    {
        var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<LetterDesk>());
        if (await db.GroupLetters.FirstOrDefaultAsync(l => l.Id == id && l.State == LetterState.Planned, ct) is not { } letter) return;
        var workshop = await db.Workshops.SingleAsync(w => w.Id == letter.WorkshopId, ct);
        if (await desk.StartAsync(workshop, letter, alsoToNobody: true, ct) != LetterMove.NotAnnounced) return;
        letter.Becomes(LetterState.Paused, PauseReason.NotAnnounced);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another node, or a person, was there first.
        }
    }

    /// <summary>A letter that was paused and taken up again while its job was ending has no job; one that failed waits for a person.</summary>
    private static async Task GoOnAsync(IServiceProvider services, Guid id, CancellationToken ct)
    {
        var (db, desk) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<LetterDesk>());
        if (await desk.JobOfAsync(id, ct) is { State: JobState.Failed } or { IsActive: true }) return;
        if (await db.GroupLetters.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id && l.State == LetterState.Sending, ct) is { } letter) await desk.StartJobAsync(letter, ct);
    }
}
