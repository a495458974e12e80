using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>Looks every half minute for reminders whose time has come. Any number of nodes may run it.</summary>
public sealed partial class InvitationClock(IServiceScopeFactory scopes, ILogger<InvitationClock> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<Actor>().Runs("invitation clock");
                await scope.ServiceProvider.GetRequiredService<Reminders>().RunAsync(null, stoppingToken);
            }
            // A database that restarts must not end the server.
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Stumbled(log, e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The reminders stumbled; they go on in half a minute")]
    private static partial void Stumbled(ILogger log, Exception failure);
}
