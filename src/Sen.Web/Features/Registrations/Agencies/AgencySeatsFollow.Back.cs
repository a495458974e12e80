using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations.Agencies;

public sealed partial class AgencySeatsFollow
{
    /// <summary>What came to the agency since was meant for the whole body: nothing is asked, it stays with the row that stands.</summary>
    public Task<IReadOnlyList<FollowedRecord>> ArrivedAsync(RowMerge merge, string note, CancellationToken ct) => Task.FromResult<IReadOnlyList<FollowedRecord>>([]);

    public async Task<IReadOnlyList<Bilingual>> BackAsync(RowMerge merge, string note, IReadOnlyDictionary<Guid, Guid> whose, CancellationToken ct)
    {
        var did = JsonSerializer.Deserialize<Note>(note) ?? new Note([], [], [], []);
        var (standingId, awayId) = (merge.StandingId, merge.AwayId);
        var workshops = await WorkshopsAsync(standingId, awayId, ct);
        await db.LockInvitationsAsync([standingId, awayId], ct);
        var against = new List<Bilingual>();
        var limits = new List<(SeatLimit Limit, string Before)>();
        foreach (var covered in did.Limits)
        {
            var limit = await db.SeatLimits.FirstOrDefaultAsync(l => l.Id == covered.Id, ct);
            if (limit is not null) await db.Entry(limit).ReloadAsync(ct);
            if (limit?.Agencies != covered.After) against.Add(LimitChanged(limit));
            else limits.Add((limit, covered.Before));
        }
        var ended = new List<(Invitation Invitation, Ended Was)>();
        foreach (var was in did.Ended)
        {
            var invitation = await db.Invitations.FirstOrDefaultAsync(i => i.Id == was.Id, ct);
            if (invitation is not null) await db.Entry(invitation).ReloadAsync(ct);
            if (invitation is null || invitation.DuplicateOfId != was.Stands || (was.Withdrawn && invitation.CancelledAt is null)) against.Add(InvitationChanged(invitation));
            else ended.Add((invitation, was));
        }
        if (against.Count > 0) return against;

        foreach (var some in did.Registrations.Chunk(500)) await db.Registrations.Where(r => some.Contains(r.Id) && r.AgencyId == standingId).ExecuteUpdateAsync(r => r.SetProperty(x => x.AgencyId, awayId), ct);
        foreach (var some in did.Invitations.Chunk(500)) await db.Invitations.Where(i => some.Contains(i.Id) && i.AgencyId == standingId).ExecuteUpdateAsync(i => i.SetProperty(x => x.AgencyId, awayId), ct);
        foreach (var (limit, before) in limits) limit.Agencies = before;
        await db.SaveChangesAsync(ct);
        foreach (var (invitation, was) in ended)
        {
            await db.Entry(invitation).ReloadAsync(ct);
            if (await BeginAgainAsync(invitation, was, ct) is { } no) against.Add(no);
        }
        if (against.Count > 0) return against;
        await db.SaveChangesAsync(ct);
        foreach (var workshop in workshops) await office.ReplanAsync(workshop, () => Task.FromResult(0), ct);
        return [];
    }

    private async Task<Bilingual?> BeginAgainAsync(Invitation invitation, Ended was, CancellationToken ct)
    {
        await db.InvitationLinks.Where(l => was.Links.Contains(l.Id) && l.InvitationId == was.Stands).ExecuteUpdateAsync(l => l.SetProperty(x => x.InvitationId, invitation.Id), ct);
        await db.Registrations.Where(r => was.Nominees.Contains(r.Id) && r.InvitationId == was.Stands).ExecuteUpdateAsync(r => r.SetProperty(x => x.InvitationId, invitation.Id), ct);
        invitation.DuplicateOfId = null;
        if (!was.Withdrawn) return null;
        invitation.CancelledAt = null;
        if (was.Kept == 0) return null;
        // Seats that went to somebody else meanwhile are not taken from them; its own people fill theirs.
        var look = await guard.LookAsync(invitation.WorkshopId, ct);
        var seated = await db.Registrations.CountAsync(r => r.WorkshopId == invitation.WorkshopId && r.AgencyId == invitation.AgencyId && (r.State == RegistrationState.Seated || r.State == RegistrationState.Held || r.State == RegistrationState.Offered), ct);
        if (look.Book.Free is { } free && free - look.Book.Kept < Math.Max(0, was.Kept - seated)) return SeatsGone(invitation, look.Workshop);
        invitation.Keep(was.Kept, invitation.KeptUntil);
        await db.SaveChangesAsync(ct);
        return null;
    }
}
