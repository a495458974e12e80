using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>A guard counter that disagrees with the rows it counts.</summary>
public sealed record SeatDifference(string Workshop, string Counter, int Counted, int Rows);

/// <summary>Compares every guard counter with its rows. It changes nothing: a difference is a fault to be found, not to be painted over.</summary>
public sealed partial class SeatCheck(AppDb db, SeatGuard guard, ILogger<SeatCheck> log)
{
    public async Task<IReadOnlyList<SeatDifference>> RunAsync(CancellationToken ct)
    {
        var differences = new List<SeatDifference>();
        var workshops = await db.Workshops.AsNoTracking()
            .Where(w => w.SeatsTaken != 0 || db.SeatLimits.Any(l => l.WorkshopId == w.Id) || db.Registrations.Any(r => r.WorkshopId == w.Id && r.State != RegistrationState.Recorded))
            .Select(w => new { w.Id, w.Code, w.SeatsTaken }).ToListAsync(ct);
        foreach (var w in workshops)
        {
            var limits = await db.SeatLimits.AsNoTracking().Where(l => l.WorkshopId == w.Id).ToListAsync(ct);
            var book = await guard.BookAsync(w.Id, null, limits.Select(l => l.Rule), ct);
            if (book.Taken != w.SeatsTaken) differences.Add(new(w.Code, "seats", w.SeatsTaken, book.Taken));
            differences.AddRange(limits.Where(l => l.Taken != book.TakenBy(l.Id)).Select(l => new SeatDifference(w.Code, l.Name.Vi, l.Taken, book.TakenBy(l.Id))));
        }
        foreach (var d in differences) Disagrees(log, d.Workshop, d.Counter, d.Counted, d.Rows);
        return differences;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Guard counter {Counter} of {Workshop} says {Counted}, the rows say {Rows}")]
    private static partial void Disagrees(ILogger log, string workshop, string counter, int counted, int rows);
}
