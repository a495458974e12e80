namespace Sen.Web.Platform.Jobs;

/// <summary>The moment from which the server answers.</summary>
public static class HostStart
{
    public static async Task StartedAsync(this IHostApplicationLifetime host, CancellationToken ct)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var heard = host.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(ct);
    }
}
