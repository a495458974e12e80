using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>
/// Looks every few seconds for seats whose time has come: held or offered too long, kept until a day. Any number of nodes may run it; the
/// workshop's lock and the states of the rows make each step happen once. Once a night the guard counters are compared with the rows.
/// </summary>
public sealed class SeatClock(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SeatClock> log) : Clock(TimeSpan.FromSeconds(5), log)
{
    private DateOnly checkedOn = clock.LocalDay();

    protected override async Task LookAsync(CancellationToken ct)
    {
        await RoundAsync(ct);
        var today = clock.LocalDay();
        if (today == checkedOn || clock.LocalNow().Hour < 2) return;
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SeatCheck>().RunAsync(ct);
        checkedOn = today;
    }

    /// <summary>One look; returns how many workshops had something due.</summary>
    public async Task<int> RoundAsync(CancellationToken ct)
    {
        List<Guid> due;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var (now, local) = (clock.UtcNow(), clock.LocalNow());
            due = await db.Registrations.Where(r => r.SeatKeptUntil <= now && (r.State == RegistrationState.Held || r.State == RegistrationState.Offered)).Select(r => r.WorkshopId)
                .Union(db.SeatLimits.Where(l => l.ReleasedAt == null && l.Held > 0 && l.ReleaseOn <= local).Select(l => l.WorkshopId))
                .Union(db.Invitations.Where(i => i.ReleasedAt == null && i.KeptSeats > 0 && i.KeptUntil <= local).Select(i => i.WorkshopId)).ToListAsync(ct);
        }
        foreach (var workshop in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Actor>().Runs("seat clock");
            await scope.ServiceProvider.GetRequiredService<SeatOffice>().ChangeAsync(workshop, _ => Task.FromResult(0), ct);
        }
        return due.Count;
    }
}
