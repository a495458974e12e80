using Microsoft.EntityFrameworkCore;

namespace Sen.Web.Data;

/// <summary>
/// SQLite has one writer at a time and lets the others ask again every 150 ms, in no order. Here they stand in line in this process and
/// the next begins at once. PostgreSQL keeps its own line at the row.
/// </summary>
public static class WriterTurns
{
    private static readonly SemaphoreSlim Gate = new(1, 1);

    /// <summary>To be held around a whole transaction; a transaction that is joined has its turn already.</summary>
    public static async Task<IDisposable?> TurnAsync(this AppDb db, CancellationToken ct)
    {
        if (db.Database.IsNpgsql() || db.Database.CurrentTransaction is not null) return null;
        await Gate.WaitAsync(ct);
        return new Turn();
    }

    private sealed class Turn : IDisposable
    {
        private int over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref over, 1) == 0) Gate.Release();
        }
    }
}
