using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes.Releases;

namespace Sen.Web.Features.Programmes;

public abstract record Arranged
{
    /// <param name="Before">Where the sessions that moved stood before: what <see cref="ArrangeDesk.TakeBackAsync"/> takes.</param>
    public sealed record Done(AgendaSession Session, int OthersMoved, string Before) : Arranged;
    public sealed record ChangedMeanwhile : Arranged;
    public sealed record NoPlace : Arranged;
    public sealed record NoSuchSession : Arranged;
}

/// <summary>Where the sessions of an agenda are put into another order, by a pull or by a key.</summary>
public sealed class ArrangeDesk(AppDb db)
{
    public Task<Arranged> MoveAsync(string code, Guid id, string stamp, int day, HalfDay half, Guid? before, CancellationToken ct) =>
        ChangeAsync(code, id, stamp, (all, session) => AgendaOrder.Move(all, session, day, half, before), ct);

    public Task<Arranged> StepAsync(string code, Guid id, string stamp, bool up, CancellationToken ct) =>
        ChangeAsync(code, id, stamp, (all, session) => AgendaOrder.Step(all, session, up), ct);

    /// <summary>Puts the sessions back where they stood, unless somebody has worked on the agenda since.</summary>
    public async Task<bool> TakeBackAsync(string code, string undo, CancellationToken ct)
    {
        var parts = undo.Split('|');
        if (parts.Length != 2) return false;
        await using var work = await db.Database.BeginTransactionAsync(ct);
        var sessions = await LockedAsync(code, ct);
        if (AgendaText.Stamp(sessions) != parts[0]) return false;
        foreach (var place in parts[1].Split(';').Select(Place.Read))
        {
            if (place is null || sessions.Find(s => s.Id == place.Id) is not { } session) return false;
            place.PutBack(session);
        }
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return true;
    }

    private async Task<Arranged> ChangeAsync(string code, Guid id, string stamp, Func<IReadOnlyList<AgendaSession>, AgendaSession, bool> move, CancellationToken ct)
    {
        await using var work = await db.Database.BeginTransactionAsync(ct);
        var sessions = await LockedAsync(code, ct);
        if (sessions.Find(s => s.Id == id) is not { } session) return new Arranged.NoSuchSession();
        if (AgendaText.Stamp(sessions) != stamp) return new Arranged.ChangedMeanwhile();
        var places = sessions.Select(Place.Of).ToList();
        if (!move(sessions, session)) return new Arranged.NoPlace();
        var moved = places.Where(p => Place.Of(sessions.Single(s => s.Id == p.Id)) != p).ToList();
        await db.SaveChangesAsync(ct);
        await work.CommitAsync(ct);
        await db.ToldAsync(ct);
        return new Arranged.Done(session, moved.Count(p => p.Id != id), AgendaText.Stamp(sessions) + "|" + string.Join(';', moved.Select(p => p.Write())));
    }

    private async Task<List<AgendaSession>> LockedAsync(string code, CancellationToken ct)
    {
        var workshop = await db.Workshops.Where(w => w.Code == code).Select(w => w.Id).SingleAsync(ct);
        await db.LockWorkshopAsync(workshop, ct);
        return await db.AgendaSessions.Include(s => s.Speakers).Where(s => s.WorkshopId == workshop).ToListAsync(ct);
    }

    private sealed record Place(Guid Id, int Day, HalfDay Half, TimeOnly? Starts, TimeOnly? Ends, int Position)
    {
        public static Place Of(AgendaSession s) => new(s.Id, s.DayNumber, s.Half, s.Starts, s.Ends, s.Position);

        public string Write() => string.Create(CultureInfo.InvariantCulture, $"{Id:N},{Day},{(int)Half},{Starts:HHmm},{Ends:HHmm},{Position}");

        public static Place? Read(string text)
        {
            var f = text.Split(',');
            return f.Length == 6 && Guid.TryParse(f[0], out var id) && int.TryParse(f[1], CultureInfo.InvariantCulture, out var day) && day is >= 0 and <= 60
                && Enum.TryParse<HalfDay>(f[2], out var half) && Enum.IsDefined(half) && int.TryParse(f[5], CultureInfo.InvariantCulture, out var position)
                ? new(id, day, half, Time(f[3]), Time(f[4]), position) : null;
        }

        public void PutBack(AgendaSession s) => (s.DayNumber, s.Half, s.Starts, s.Ends, s.Position) = (Day, Half, Starts, Ends, Position);

        private static TimeOnly? Time(string text) => TimeOnly.TryParseExact(text, "HHmm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
    }
}
