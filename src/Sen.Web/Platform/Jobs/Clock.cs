namespace Sen.Web.Platform.Jobs;

/// <summary>Looks every so often for what has become due. Any number of nodes may run one: what it finds is taken by conditional changes of the rows.</summary>
public abstract partial class Clock(TimeSpan pause, ILogger log) : BackgroundService
{
    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Not the clock of the programme: a test that stops time must not stop the round.
            await Task.Delay(pause, stoppingToken);
            try
            {
                await LookAsync(stoppingToken);
            }
            // A database that restarts, or a command of it that was given up, must not end the clock.
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Stumbled(log, GetType().Name, e);
            }
        }
    }

    protected abstract Task LookAsync(CancellationToken ct);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Clock} stumbled; it looks again after its pause")]
    private static partial void Stumbled(ILogger log, string clock, Exception failure);
}
