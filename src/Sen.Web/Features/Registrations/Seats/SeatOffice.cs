using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Sen.Web.Data;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>The one door to seats: every desk changes them in here, so the duties of <see cref="SeatGuard"/> are kept in one place.</summary>
public sealed class SeatOffice(AppDb db, SeatGuard guard, WaitingList waiting)
{
    /// <summary>
    /// Opens the seats of one workshop, lets the desk decide, offers what became free to those waiting, settles and commits. Where the
    /// caller has a transaction of its own, that one is joined and its owner commits.
    /// </summary>
    public Task<T> ChangeAsync<T>(Guid workshopId, Func<OpenSeats, Task<T>> decide, CancellationToken ct) =>
        ChangeAsync([workshopId], all => decide(all[0]), ct);

    /// <summary>Several workshops at once, as a move from one to another needs; they come in the order asked for.</summary>
    public async Task<T> ChangeAsync<T>(IReadOnlyList<Guid> workshops, Func<IReadOnlyList<OpenSeats>, Task<T>> decide, CancellationToken ct)
    {
        using var turn = await db.TurnAsync(ct);
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await using (own)
        {
            await guard.LockAsync(workshops, ct);
            var open = new List<OpenSeats>();
            foreach (var id in workshops)
            {
                var seats = await guard.OpenAsync(id, ct);
                await waiting.ExpireAsync(seats, ct);
                open.Add(seats);
            }
            await db.SaveChangesAsync(ct);
            var result = await decide(open);
            // First what the desk decided, so that the line is read with it.
            await db.SaveChangesAsync(ct);
            foreach (var seats in open) await waiting.OfferAsync(seats, ct);
            foreach (var seats in open.OrderBy(s => s.Workshop.Id)) await guard.SettleAsync(seats, ct);
            await db.SaveChangesAsync(ct);
            if (own is not null) await CommitAsync(own, ct);
            return result;
        }
    }

    /// <summary>A change of what the seats are judged by: limits, capacity, region, rules. The counters are taken anew, then what became free is offered.</summary>
    public async Task<T> ReplanAsync<T>(Guid workshopId, Func<Task<T>> change, CancellationToken ct)
    {
        using var turn = await db.TurnAsync(ct);
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await using (own)
        {
            await guard.LockAsync([workshopId], ct);
            var result = await change();
            await db.SaveChangesAsync(ct);
            await guard.RecountAsync(workshopId, ct);
            await ChangeAsync(workshopId, _ => Task.FromResult(0), ct);
            if (own is not null) await CommitAsync(own, ct);
            return result;
        }
    }

    /// <summary>A look at the seats as they stand, without the lock: for pages.</summary>
    public Task<OpenSeats> LookAsync(Guid workshopId, CancellationToken ct) => guard.LookAsync(workshopId, ct);

    private async Task CommitAsync(IDbContextTransaction own, CancellationToken ct)
    {
        await own.CommitAsync(ct);
        await db.ToldAsync(ct);
    }
}
