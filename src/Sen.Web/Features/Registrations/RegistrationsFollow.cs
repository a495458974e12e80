using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>
/// Registrations go with their person. Two for one workshop are one participation: an organiser says which stands, the other is withdrawn
/// through the one door to seats, so its seat goes to the next in line, and its private links open the one that stands.
/// </summary>
public sealed partial class RegistrationsFollow(AppDb db, SeatOffice office, SeatGuard guard, Language language) : IPersonFollower
{
    /// <summary>What was done, by ids: no word about anybody, so an erasure has nothing to take out here.</summary>
    private sealed record Note(List<Guid> Had, List<Guid> Moved, List<Ended> Ended);

    /// <param name="Was">Null where it had ended already.</param>
    private sealed record Ended(Guid Id, Guid Stands, RegistrationState? Was, RegistrationState? Before, DateTime ChangedAt, DateTime? KeptUntil, List<Guid> Links);

    private sealed record Row(Registration Registration, Bilingual Title, string Code, DateOnly? StartsOn, DateOnly? EndsOn);

    public string Name => "registrations";

    public async Task<FollowLook> LookAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        var rows = await RowsAsync(r => r.PersonId == standingId || r.PersonId == awayId, ct);
        var (records, clashes) = (new List<FollowedRecord>(), new List<FollowClash>());
        foreach (var workshop in rows.GroupBy(r => r.Registration.WorkshopId))
        {
            var live = workshop.Where(r => r.Registration.DuplicateOfId is null).ToList();
            if (live.Find(r => r.Registration.PersonId == standingId) is not { } mine || live.Find(r => r.Registration.PersonId == awayId) is not { } other)
            {
                records.AddRange(workshop.Select(Shown));
                continue;
            }
            var stands = Stands(mine.Registration, other.Registration);
            clashes.Add(new FollowClash(workshop.Key, mine.Title, Shown(mine), Shown(other), stands.Id, BothOpen(mine.Registration, other.Registration)));
        }
        return new FollowLook(records, clashes);
    }

    public async Task LockAsync(Guid standingId, Guid awayId, CancellationToken ct) =>
        await guard.LockAsync(await db.Registrations.Where(r => r.PersonId == standingId || r.PersonId == awayId).Select(r => r.WorkshopId).Distinct().ToListAsync(ct), ct);

    public async Task<Followed> MoveAsync(Guid standingId, Guid awayId, IReadOnlyDictionary<Guid, Guid> chosen, CancellationToken ct)
    {
        var rows = await db.Registrations.Where(r => r.PersonId == standingId || r.PersonId == awayId).OrderBy(r => r.Id).ToListAsync(ct);
        foreach (var row in rows) await db.Entry(row).ReloadAsync(ct);
        var note = new Note([.. rows.Where(r => r.PersonId == standingId).Select(r => r.Id)], [.. rows.Where(r => r.PersonId == awayId).Select(r => r.Id)], []);
        var (against, ending) = (new List<Bilingual>(), new List<(Registration Ends, Registration Stands)>());
        foreach (var two in rows.Where(r => r.DuplicateOfId is null).GroupBy(r => r.WorkshopId).Where(g => g.Count() == 2).Select(g => g.ToList()))
        {
            var stands = Stands(two[0], two[1]);
            if (BothOpen(two[0], two[1]))
            {
                if (!chosen.TryGetValue(two[0].WorkshopId, out var id) || two.Find(r => r.Id == id) is not { } said)
                {
                    against.Add(await UndecidedAsync(two[0].WorkshopId, ct));
                    continue;
                }
                stands = said;
            }
            ending.Add((two[0] == stands ? two[1] : two[0], stands));
        }
        if (against.Count > 0) return new Followed("", against);

        foreach (var (ends, stands) in ending)
        {
            var links = await db.PrivateLinks.Where(l => l.RegistrationId == ends.Id).Select(l => l.Id).ToListAsync(ct);
            note.Ended.Add(new Ended(ends.Id, stands.Id, Registration.IsOpen(ends.State) ? ends.State : null, ends.StateBefore, ends.ChangedAt, ends.SeatKeptUntil, links));
            await db.PrivateLinks.Where(l => links.Contains(l.Id)).ExecuteUpdateAsync(l => l.SetProperty(x => x.RegistrationId, stands.Id), ct);
        }
        var open = ending.Where(e => Registration.IsOpen(e.Ends.State)).ToList();
        if (open.Count > 0)
        {
            await office.ChangeAsync<int>([.. open.Select(e => e.Ends.WorkshopId)], seats =>
            {
                foreach (var (ends, _) in open) seats.Single(s => s.Workshop.Id == ends.WorkshopId).Put(ends, RegistrationState.Withdrawn);
                // Before the seat is offered on: the one that ends is in no line any more.
                foreach (var (ends, stands) in ending) ends.DuplicateOfId = stands.Id;
                return Task.FromResult(0);
            }, ct);
        }
        // First the marks, then the persons: one person has one registration here that is not a double.
        foreach (var (ends, stands) in ending) ends.DuplicateOfId = stands.Id;
        await db.SaveChangesAsync(ct);
        foreach (var row in rows.Where(r => r.PersonId == awayId)) db.Entry(row).Property(r => r.PersonId).CurrentValue = standingId;
        await db.SaveChangesAsync(ct);
        return new Followed(JsonSerializer.Serialize(note), []);
    }

    private async Task<List<Row>> RowsAsync(System.Linq.Expressions.Expression<Func<Registration, bool>> which, CancellationToken ct) =>
        (await db.Registrations.AsNoTracking().Where(which).Join(db.Workshops, r => r.WorkshopId, w => w.Id, (r, w) => new { r, w.Title, w.Code, w.StartsOn, w.EndsOn, w.Sequence })
            .OrderByDescending(x => x.StartsOn).ThenBy(x => x.Sequence).ToListAsync(ct)).ConvertAll(x => new Row(x.r, x.Title, x.Code, x.StartsOn, x.EndsOn));

    private FollowedRecord Shown(Row row) => new(row.Registration.Id, row.Registration.PersonId, row.Title,
        $"{language.Dates(row.StartsOn, row.EndsOn)} · {row.Registration.Kind.Words(language)} · {row.Registration.State.Words(language)} · {language["ghi ngày", "entered"]} {language.Moment(row.Registration.CreatedAt)}",
        $"/desk/workshops/{row.Code}/people/{row.Registration.Id}", row.Registration.CreatedAt);

    private static bool BothOpen(Registration a, Registration b) => Registration.IsOpen(a.State) && Registration.IsOpen(b.State);

    /// <summary>Took part before has a seat, before in line, before ended; of two alike the earlier, and of two ended ones the later.</summary>
    private static Registration Stands(Registration a, Registration b)
    {
        static int Rank(Registration r) => r.State == RegistrationState.Recorded ? 4 : r.State == RegistrationState.Seated ? 3 : Registration.TakesSeat(r.State) ? 2 : Registration.IsOpen(r.State) ? 1 : 0;
        if (Rank(a) != Rank(b)) return Rank(a) > Rank(b) ? a : b;
        return (a.CreatedAt <= b.CreatedAt) == (Rank(a) > 0) ? a : b;
    }

    private async Task<Bilingual> UndecidedAsync(Guid workshopId, CancellationToken ct)
    {
        var title = await db.Workshops.Where(w => w.Id == workshopId).Select(w => w.Title).SingleAsync(ct);
        return new($"Cả hai dòng đều có đăng ký còn hiệu lực ở «{title.In("vi").Text}»: chọn đăng ký nào đứng, đăng ký kia sẽ kết thúc.",
            $"Both rows have an open registration for “{title.In("en").Text}”: choose the one that stands; the other ends.");
    }
}
