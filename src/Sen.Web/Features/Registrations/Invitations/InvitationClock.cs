using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Jobs;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>Looks every half minute for reminders whose time has come.</summary>
public sealed class InvitationClock(IServiceScopeFactory scopes, ILogger<InvitationClock> log) : Clock(TimeSpan.FromSeconds(30), log)
{
    protected override async Task LookAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Actor>().Runs("invitation clock");
        await scope.ServiceProvider.GetRequiredService<Reminders>().RunAsync(null, ct);
    }
}
