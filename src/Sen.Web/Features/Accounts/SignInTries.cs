using System.Collections.Concurrent;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>
/// Wrong tries of the last ten minutes, in the memory of this node (several nodes together allow that many times more; the count per
/// account in the database is common to all). Strict for one address on one account; loose for an address alone, because a hall of
/// 60 people behind one address mistypes too: 300 is five wrong tries each.
/// </summary>
public sealed class SignInTries(TimeProvider clock)
{
    public const int PerAddressAndAccount = 8;
    public const int PerAddress = 300;
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(10);
    private const int SweepAbove = 10_000;

    private readonly ConcurrentDictionary<string, Queue<DateTime>> tries = new(StringComparer.Ordinal);

    /// <summary>Counts the try before the password is looked at, so that parallel guesses are counted too. False: wait.</summary>
    public bool Begin(string address, string account, out bool byAccount)
    {
        if (tries.Count > SweepAbove) Sweep();
        byAccount = !Take(Pair(address, account), PerAddressAndAccount);
        return !byAccount && Take("a " + address, PerAddress);
    }

    /// <summary>A right password takes its own try back and forgets the wrong ones of this pair.</summary>
    public void Succeeded(string address, string account)
    {
        tries.TryRemove(Pair(address, account), out _);
        if (tries.TryGetValue("a " + address, out var queue))
            lock (queue)
                if (queue.Count > 0) queue.Dequeue();
    }

    public void Forget(string account)
    {
        foreach (var key in tries.Keys.Where(k => k.EndsWith(" " + Fold(account), StringComparison.Ordinal))) tries.TryRemove(key, out _);
    }

    private bool Take(string key, int most)
    {
        var queue = tries.GetOrAdd(key, _ => new());
        var now = clock.UtcNow();
        lock (queue)
        {
            while (queue.Count > 0 && queue.Peek() <= now - Window) queue.Dequeue();
            if (queue.Count >= most) return false;
            queue.Enqueue(now);
            return true;
        }
    }

    private void Sweep()
    {
        var old = clock.UtcNow() - Window;
        foreach (var (key, queue) in tries)
            lock (queue)
                if (queue.Count == 0 || queue.Last() <= old) tries.TryRemove(key, out _);
    }

    private static string Pair(string address, string account) => $"p {address} {Fold(account)}";

    private static string Fold(string account) => account.Trim().ToUpperInvariant();
}
