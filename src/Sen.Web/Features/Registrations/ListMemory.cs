using Microsoft.Extensions.Caching.Memory;
using Sen.Web.Platform;

namespace Sen.Web.Features.Registrations;

/// <summary>Who stands in a list in which order, and which places occur in it.</summary>
public sealed record KnownList(IReadOnlyList<Guid> Order, ListPlaces Places);

/// <summary>
/// Sorting 10,000 people for a page of 50 takes 50 ms, and paging through them asks for it again and again. The order is kept under the number
/// that grows with every change (<see cref="PageGeneration"/>); the lines themselves are always read from the records.
/// </summary>
public sealed class ListMemory(PageGeneration generation) : IDisposable
{
    /// <summary>Ids in all lists together, 16 bytes each.</summary>
    private const int MostIds = 2_000_000;
    /// <summary>Some filters look at the clock.</summary>
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(30);

    private readonly MemoryCache memory = new(new MemoryCacheOptions { SizeLimit = MostIds });

    public async Task<KnownList> OfAsync(Guid workshopId, string view, Func<Task<KnownList>> read)
    {
        // The number before the reading: what changes meanwhile is never kept under a later one.
        var key = (generation.Current, workshopId, view);
        if (memory.TryGetValue(key, out KnownList? known)) return known!;
        known = await read();
        memory.Set(key, known, new MemoryCacheEntryOptions { Size = known.Order.Count + 200, AbsoluteExpirationRelativeToNow = Age });
        return known;
    }

    public void Dispose() => memory.Dispose();
}
