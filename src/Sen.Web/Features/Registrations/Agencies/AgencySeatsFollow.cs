using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Agencies;

/// <summary>
/// Registrations, limits and invitations go with their agency. Seats kept for both in one workshop are kept for the one, together; two caps
/// stand against the merge, because nobody has said how many the one may be. Two invitations by one letter are one: an organiser says which
/// stands, the other ends, and its links and its people are those of the one that stands.
/// </summary>
public sealed partial class AgencySeatsFollow(AppDb db, SeatOffice office, SeatGuard guard, Language language, TimeProvider clock) : IAgencyFollower
{
    /// <param name="Invitations">Those that changed their agency, ended ones among them.</param>
    private sealed record Note(List<Guid> Registrations, List<Covered> Limits, List<Guid> Invitations, List<Ended> Ended);

    /// <summary>A limit's agencies before and after.</summary>
    private sealed record Covered(Guid Id, string Before, string After);

    /// <param name="Withdrawn">It was open, and the merge ended it.</param>
    /// <param name="Kept">Seats that were kept by it until the merge.</param>
    private sealed record Ended(Guid Id, Guid Stands, bool Withdrawn, int Kept, List<Guid> Links, List<Guid> Nominees);

    private sealed record Invited(Invitation Invitation, string Number, Workshop Workshop, int Nominated);

    public string Name => "agency-seats";

    public async Task<FollowLook> LookAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        var records = new List<FollowedRecord>();
        var registrations = await db.Registrations.AsNoTracking().Where(r => r.AgencyId == standingId || r.AgencyId == awayId).GroupBy(r => new { r.WorkshopId, Agency = r.AgencyId!.Value }).Select(g => new { g.Key.WorkshopId, g.Key.Agency, Count = g.Count() })
            .Join(db.Workshops, x => x.WorkshopId, w => w.Id, (x, w) => new { x.WorkshopId, x.Agency, x.Count, w.Title, w.Code, w.StartsOn, w.EndsOn }).OrderByDescending(x => x.StartsOn).ThenBy(x => x.Code).ToListAsync(ct);
        records.AddRange(registrations.Select(x => new FollowedRecord(x.WorkshopId, x.Agency, x.Title, $"{language.Dates(x.StartsOn, x.EndsOn)} · {language[$"{x.Count} đăng ký", x.Count == 1 ? "1 registration" : $"{x.Count} registrations"]}", $"/desk/workshops/{x.Code}/people?Unit={x.Agency}", default)));
        foreach (var (limit, w) in await LimitsAsync(standingId, awayId, ct))
        {
            foreach (var owner in new[] { standingId, awayId }.Where(id => limit.Rule.Agencies.Contains(id.ToString())))
                records.Add(new FollowedRecord(limit.Id, owner, w.Title, language.Plain(Words(limit)), $"/desk/workshops/{w.Code}/seats/limits/{limit.Id}", default));
        }
        var (invited, clashes) = (await InvitedAsync(standingId, awayId, ct), new List<FollowClash>());
        foreach (var letter in invited.Where(i => i.Invitation.DuplicateOfId is null).GroupBy(i => i.Invitation.BatchId))
        {
            if (letter.FirstOrDefault(i => i.Invitation.AgencyId == standingId) is not { } mine || letter.FirstOrDefault(i => i.Invitation.AgencyId == awayId) is not { } other)
            {
                records.AddRange(letter.Select(Shown));
                continue;
            }
            clashes.Add(new FollowClash(letter.Key, mine.Workshop.Title, Shown(mine), Shown(other), Stands(mine, other).Invitation.Id, BothOpen(mine, other)));
        }
        return new FollowLook(records, clashes);
    }

    public async Task LockAsync(Guid standingId, Guid awayId, CancellationToken ct) => await guard.LockAsync(await WorkshopsAsync(standingId, awayId, ct), ct);

    public async Task<Followed> MoveAsync(Guid standingId, Guid awayId, IReadOnlyDictionary<Guid, Guid> chosen, CancellationToken ct)
    {
        var workshops = await WorkshopsAsync(standingId, awayId, ct);
        var against = await CapsAgainstAsync(standingId, awayId, ct);
        await db.LockInvitationsAsync([standingId, awayId], ct);
        var invited = await InvitedAsync(standingId, awayId, ct);
        var ending = new List<(Invited Ends, Invited Stands)>();
        foreach (var two in invited.Where(i => i.Invitation.DuplicateOfId is null).GroupBy(i => i.Invitation.BatchId).Where(g => g.Count() == 2).Select(g => g.ToList()))
        {
            var stands = Stands(two[0], two[1]);
            if (BothOpen(two[0], two[1]))
            {
                if (!chosen.TryGetValue(two[0].Invitation.BatchId, out var id) || two.Find(i => i.Invitation.Id == id) is not { } said)
                {
                    against.Add(Undecided(two[0]));
                    continue;
                }
                stands = said;
            }
            ending.Add((two[0] == stands ? two[1] : two[0], stands));
        }
        if (against.Count > 0) return new Followed("", against);

        var note = new Note(await db.Registrations.Where(r => r.AgencyId == awayId).Select(r => r.Id).ToListAsync(ct), [], [.. invited.Where(i => i.Invitation.AgencyId == awayId).Select(i => i.Invitation.Id)], []);
        await db.Registrations.Where(r => r.AgencyId == awayId).ExecuteUpdateAsync(r => r.SetProperty(x => x.AgencyId, standingId), ct);
        foreach (var (limit, _) in await LimitsAsync(standingId, awayId, ct))
        {
            if (!limit.Rule.Agencies.Contains(awayId.ToString())) continue;
            var after = string.Join(' ', limit.Agencies.Split(' ').Select(a => a == awayId.ToString() ? standingId.ToString() : a).Distinct(StringComparer.Ordinal));
            note.Limits.Add(new Covered(limit.Id, limit.Agencies, after));
            limit.Agencies = after;
        }
        foreach (var (ends, stands) in ending) note.Ended.Add(await EndAsync(ends, stands.Invitation, ct));
        // First the marks, then the agencies: one letter invites an agency once.
        await db.SaveChangesAsync(ct);
        await db.Invitations.Where(i => i.AgencyId == awayId).ExecuteUpdateAsync(i => i.SetProperty(x => x.AgencyId, standingId), ct);
        foreach (var workshop in workshops) await office.ReplanAsync(workshop, () => Task.FromResult(0), ct);
        return new Followed(JsonSerializer.Serialize(note), []);
    }

    /// <summary>No mail: the agency keeps its invitation.</summary>
    private async Task<Ended> EndAsync(Invited ends, Invitation stands, CancellationToken ct)
    {
        var i = await db.Invitations.SingleAsync(x => x.Id == ends.Invitation.Id, ct);
        await db.Entry(i).ReloadAsync(ct);
        var links = await db.InvitationLinks.Where(l => l.InvitationId == i.Id).Select(l => l.Id).ToListAsync(ct);
        var nominees = await db.Registrations.Where(r => r.InvitationId == i.Id).Select(r => r.Id).ToListAsync(ct);
        var (open, kept) = (IsOpen(ends), i.ReleasedAt is null ? i.KeptSeats : 0);
        i.DuplicateOfId = stands.Id;
        if (open)
        {
            i.CancelledAt = clock.UtcNow();
            i.Release(clock.UtcNow());
        }
        await db.InvitationLinks.Where(l => links.Contains(l.Id)).ExecuteUpdateAsync(l => l.SetProperty(x => x.InvitationId, stands.Id), ct);
        await db.Registrations.Where(r => nominees.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.InvitationId, stands.Id), ct);
        return new Ended(i.Id, stands.Id, open, open ? kept : 0, links, nominees);
    }

    private async Task<List<Guid>> WorkshopsAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        var (standing, away) = (standingId.ToString(), awayId.ToString());
        return await db.SeatLimits.Where(l => l.Agencies.Contains(standing) || l.Agencies.Contains(away)).Select(l => l.WorkshopId)
            .Union(db.Invitations.Where(i => i.AgencyId == standingId || i.AgencyId == awayId).Select(i => i.WorkshopId)).OrderBy(id => id).ToListAsync(ct);
    }

    private async Task<List<(SeatLimit Limit, Workshop Workshop)>> LimitsAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        var (standing, away) = (standingId.ToString(), awayId.ToString());
        var found = await db.SeatLimits.Where(l => l.Agencies.Contains(standing) || l.Agencies.Contains(away)).Join(db.Workshops, l => l.WorkshopId, w => w.Id, (l, w) => new { l, w }).OrderByDescending(x => x.w.StartsOn).ThenBy(x => x.l.Position).ToListAsync(ct);
        return found.ConvertAll(x => (x.l, x.w));
    }

    private async Task<List<Invited>> InvitedAsync(Guid standingId, Guid awayId, CancellationToken ct) =>
        (await (from i in db.Invitations.AsNoTracking().Where(i => i.AgencyId == standingId || i.AgencyId == awayId)
                join b in db.InvitationBatches on i.BatchId equals b.Id
                join w in db.Workshops on i.WorkshopId equals w.Id
                orderby w.StartsOn descending, i.Id
                select new { i, b.Number, w, Nominated = db.Registrations.Where(Nominations.Stand).Count(r => r.InvitationId == i.Id) }).AsNoTracking().ToListAsync(ct)).ConvertAll(x => new Invited(x.i, x.Number, x.w, x.Nominated));

    /// <summary>Two caps that name one of the two each: added up, or the lower one? Seats that are over are not asked any more.</summary>
    private async Task<List<Bilingual>> CapsAgainstAsync(Guid standingId, Guid awayId, CancellationToken ct)
    {
        var (standing, away) = (standingId.ToString(), awayId.ToString());
        var caps = (await LimitsAsync(standingId, awayId, ct)).Where(x => x.Limit.AtMost is not null && !IsOver(x.Workshop)).ToList();
        return [.. from mine in caps.Where(x => x.Limit.Rule.Agencies.Contains(standing) && !x.Limit.Rule.Agencies.Contains(away))
                   from other in caps.Where(x => x.Limit.Rule.Agencies.Contains(away) && !x.Limit.Rule.Agencies.Contains(standing))
                   where mine.Workshop.Id == other.Workshop.Id && mine.Limit.Kind == other.Limit.Kind
                   select CapsClash(mine.Workshop, mine.Limit, other.Limit)];
    }

    private bool IsOver(Workshop w) => w.Status is WorkshopStatus.Held or WorkshopStatus.Cancelled || w.StartsOn <= DateOnly.FromDateTime(clock.LocalNow());

    private bool IsOpen(Invited i) => i.Invitation.CancelledAt is null && i.Invitation.Answer != InvitationAnswer.Declined && !IsOver(i.Workshop);

    private bool BothOpen(Invited a, Invited b) => IsOpen(a) && IsOpen(b);

    /// <summary>Open before ended, with people before without, sent before not sent; of two alike the earlier.</summary>
    private Invited Stands(Invited a, Invited b)
    {
        (bool, bool, bool) Rank(Invited i) => (IsOpen(i), i.Nominated > 0, i.Invitation.SentAt is not null);
        return Rank(a).CompareTo(Rank(b)) is not 0 and var order ? order > 0 ? a : b : a.Invitation.Id.CompareTo(b.Invitation.Id) < 0 ? a : b;
    }
}
