using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Seats;

/// <summary>Somebody in line: their place, and why they are passed where they are.</summary>
public sealed record InLine(Guid Id, string Name, string Agency, int Place, string? Why);

/// <summary>What the release of a keeping would do on the seats as they are now.</summary>
/// <param name="AfterClose">The day lies after registration has closed: then nobody is offered anything.</param>
public sealed record ReleaseOrder(SeatLimit Limit, int Empty, IReadOnlyList<InLine> Offered, IReadOnlyList<InLine> Passed, int MorePassed, bool AfterClose);

/// <summary>Who comes when kept seats are released, said beforehand; it walks the line exactly as <see cref="WaitingList"/> will.</summary>
public sealed class ReleaseOrders(AppDb db, SeatGuard guard, Language language)
{
    private const int Shown = 12;

    public async Task<IReadOnlyList<ReleaseOrder>> OfAsync(OpenSeats seats, CancellationToken ct)
    {
        var workshop = seats.Workshop;
        var due = seats.Limits.Where(l => l.Kind == ParticipantKind.Trainee && l.Rule.Held > 0 && l.ReleaseOn is not null)
            .Select(l => (Limit: l, Ids: new HashSet<Guid> { l.Id })).Concat(await InvitedAsync(workshop.Id, ct)).OrderBy(d => d.Limit.ReleaseOn).ToList();
        if (due.Count == 0) return [];
        var line = await db.Registrations.AsNoTracking().Where(r => r.WorkshopId == workshop.Id && r.State == RegistrationState.Waiting)
            .OrderBy(r => r.QueueNumber).ThenBy(r => r.Id)
            .Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r.Id, r.Kind, r.ProvinceId, r.AgencyKindId, r.AgencyId, r.AgencyName, p.FullName }).ToListAsync(ct);
        var orders = new List<ReleaseOrder>();
        foreach (var (limit, ids) in due)
        {
            var rules = seats.Rules.Select(r => ids.Contains(r.Id) ? r with { Held = 0 } : r).ToList();
            var book = await guard.BookAsync(workshop.Id, workshop.Capacity, rules, ct);
            var (offered, passed) = (new List<InLine>(), new List<InLine>());
            for (var i = 0; i < line.Count; i++)
            {
                var (r, who) = (line[i], new Seatable(line[i].Kind, line[i].ProvinceId, line[i].AgencyKindId, line[i].AgencyId));
                var verdict = book.Judge(who);
                if (verdict.Admits) book.Take(who);
                (verdict.Admits ? offered : passed).Add(new InLine(r.Id, r.FullName, r.AgencyName, i + 1, verdict.Admits ? null : verdict.Words(language)));
            }
            var empty = seats.Book.Unfilled().Where(u => ids.Contains(u.Rule.Id)).Sum(u => u.Empty);
            orders.Add(new ReleaseOrder(limit, empty, offered, [.. passed.Take(Shown)], Math.Max(0, passed.Count - Shown), workshop.RegistrationCloses <= limit.ReleaseOn));
        }
        return orders;
    }

    /// <summary>Invited agencies with the same day are released together, so they are one step of the order.</summary>
    private async Task<IEnumerable<(SeatLimit Limit, HashSet<Guid> Ids)>> InvitedAsync(Guid workshopId, CancellationToken ct)
    {
        var kept = await db.Invitations.AsNoTracking().Where(i => i.WorkshopId == workshopId && i.KeptSeats > 0 && i.ReleasedAt == null && i.KeptUntil != null)
            .Select(i => new { i.Id, i.KeptSeats, i.KeptUntil }).ToListAsync(ct);
        return kept.GroupBy(k => k.KeptUntil).Select(g => (new SeatLimit
        {
            WorkshopId = workshopId,
            Name = g.Count() == 1 ? new Bilingual("1 cơ quan được mời", "1 invited agency") : new Bilingual($"{g.Count()} cơ quan được mời", $"{g.Count()} invited agencies"),
            Held = g.Sum(k => k.KeptSeats),
            ReleaseOn = g.Key,
        }, g.Select(k => k.Id).ToHashSet()));
    }
}
