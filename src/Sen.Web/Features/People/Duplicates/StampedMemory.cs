namespace Sen.Web.Features.People.Duplicates;

/// <summary>Keeps what was worked out of the register as long as its stamp stays the same. Whoever comes meanwhile waits for the one that works it out.</summary>
internal sealed class StampedMemory<T> : IDisposable
    where T : class
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private Kept? known;

    private sealed record Kept(string Stamp, T Value);

    public async Task<T> ReadAsync(Func<Task<string>> stamp, Func<Task<T>> make, CancellationToken ct)
    {
        var now = await stamp();
        if (known is { } still && still.Stamp == now) return still.Value;
        await gate.WaitAsync(ct);
        try
        {
            now = await stamp();
            if (known is { } made && made.Stamp == now) return made.Value;
            var value = await make();
            known = new Kept(now, value);
            return value;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
