using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>The proposals of agencies as they follow from the register now; worked out, never stored.</summary>
public sealed class AgencyBook(AgencyFactsReader facts, TimeProvider clock) : IDisposable
{
    private readonly StampedMemory<Known> memory = new();

    public sealed record Known(IReadOnlyDictionary<Guid, AgencyFacts> Agencies, IReadOnlyList<AgencyPair> Pairs);

    public Task<Known> ReadAsync(AppDb db, CancellationToken ct) => memory.ReadAsync(() => StampAsync(db, ct), async () =>
    {
        var agencies = await facts.ReadAsync(db, ct);
        var apart = await db.KeptAparts.AsNoTracking().ToDictionaryAsync(k => (k.FirstId, k.SecondId), ct);
        var pairs = AgencyFinder.Find(agencies).Select(pair => apart.TryGetValue(KeptApart.Order(pair.A.Id, pair.B.Id), out var said)
            ? said.Facts == AgencyFacts.Hash(pair.A, pair.B) ? null : pair with { KeptApartAt = said.At }
            : pair).OfType<AgencyPair>().ToList();
        return new Known(agencies.ToDictionary(a => a.Id), pairs);
    }, ct);

    /// <summary>One pair, proposed or not, kept apart or not.</summary>
    public async Task<AgencyPair?> WeighAsync(AppDb db, Guid a, Guid b, CancellationToken ct)
    {
        var now = await ReadAsync(db, ct);
        if (now.Pairs.FirstOrDefault(p => (p.A.Id == a && p.B.Id == b) || (p.A.Id == b && p.B.Id == a)) is { } proposed) return proposed;
        return now.Agencies.TryGetValue(a, out var x) && now.Agencies.TryGetValue(b, out var y) ? AgencyFinder.Weigh(x, y) : null;
    }

    public void Dispose() => memory.Dispose();

    // As the proposals of persons: sums of versions and the newest id. A merge or its undo changes how many stand. The mailboxes of letters have no version.
    private async Task<string> StampAsync(AppDb db, CancellationToken ct)
    {
        var agencies = await db.Agencies.GroupBy(_ => 1).Select(g => new { Rows = g.Count(), Versions = g.Sum(a => (long)a.Version) }).FirstOrDefaultAsync(ct);
        var newest = await db.Agencies.OrderByDescending(a => a.Id).Select(a => a.Id).FirstOrDefaultAsync(ct);
        var mails = await db.Invitations.Where(i => i.Email != "").GroupBy(_ => 1).Select(g => new { Rows = g.Count(), Letters = g.Sum(i => (long)i.Email.Length) }).FirstOrDefaultAsync(ct);
        var apart = await db.KeptAparts.GroupBy(_ => 1).Select(g => new { Rows = g.Count(), Last = g.Max(k => k.At) }).FirstOrDefaultAsync(ct);
        return $"{clock.LocalDay():O} {agencies} {newest} {mails} {apart?.Rows} {apart?.Last.Ticks}";
    }
}
