using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Invitations;

public enum InvitationOrder { Agency, Province, Standing, Deadline, Sent }

/// <summary>One invitation as the organiser sees it.</summary>
public sealed record InvitationLine(Invitation Invitation, string Number, InvitationStanding Standing, int Nominated, int Waiting, string? BounceReason, Bilingual? Kind, string? Province, string? ProvinceSort)
{
    public Guid Id => Invitation.Id;
}

public sealed record InvitationQuestion(string Text = "", string Standing = "", string KindId = "", string ProvinceId = "", Guid? BatchId = null, InvitationOrder Order = InvitationOrder.Agency);

/// <summary>
/// All invitations of a workshop with their standing. Where one stands is derived from four tables, so the rows are read in one question and
/// filtered here; 2,000 agencies are read and sorted in some 30 ms.
/// </summary>
public static class InvitationList
{
    public const string Unanswered = "unanswered";

    public static async Task<IReadOnlyList<InvitationLine>> AllAsync(AppDb db, Guid workshopId, DateTime localNow, CancellationToken ct)
    {
        var rows = await (from i in db.Invitations.AsNoTracking()
                          join b in db.InvitationBatches on i.BatchId equals b.Id
                          join k in db.AgencyKinds on i.AgencyKindId equals k.Id into kinds
                          from k in kinds.DefaultIfEmpty()
                          join p in db.Provinces on i.ProvinceId equals p.Id into places
                          from p in places.DefaultIfEmpty()
                          join m in db.OutboxMessages on i.MailKey equals m.Key into mails
                          from m in mails.DefaultIfEmpty()
                          where i.WorkshopId == workshopId
                          select new
                          {
                              i,
                              b.Number,
                              b.SendingSince,
                              Bounced = m != null && (m.BouncedAt != null || (m.SentAt == null && m.Attempts >= OutboxMessage.MostAttempts)),
                              Reason = m == null ? null : m.BounceReason ?? m.LastError,
                              Kind = k == null ? null : k.Name,
                              Province = p == null ? null : p.Name,
                              ProvinceSort = p == null ? null : p.SortKey,
                              Nominated = db.Registrations.Where(Nominations.Stand).Count(r => r.InvitationId == i.Id),
                              Waiting = db.Registrations.Count(r => r.InvitationId == i.Id && r.State == RegistrationState.Waiting),
                          }).ToListAsync(ct);
        return rows.ConvertAll(r => new InvitationLine(r.i, r.Number, InvitationStandings.Of(r.SendingSince, r.i, r.Nominated, r.Bounced, localNow), r.Nominated, r.Waiting, r.Bounced ? r.Reason : null, r.Kind, r.Province, r.ProvinceSort));
    }

    public static IReadOnlyList<InvitationLine> Which(this IReadOnlyList<InvitationLine> all, InvitationQuestion q)
    {
        var words = SearchKey.Of(q.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => " " + w).ToList();
        var found = all.Where(l => (q.Standing.Length == 0 || l.Standing.ToString() == q.Standing || (q.Standing == Unanswered && l.Standing.IsUnanswered()))
            && (q.KindId.Length == 0 || l.Invitation.AgencyKindId == q.KindId) && (q.ProvinceId.Length == 0 || l.Invitation.ProvinceId == q.ProvinceId)
            && (q.BatchId is null || l.Invitation.BatchId == q.BatchId));
        if (words.Count > 0) found = found.Where(l => " " + SearchKey.Of($"{l.Invitation.AgencyName.Vi} {l.Invitation.AgencyName.En} {l.Invitation.AgencyKindId} {l.Invitation.ContactName} {l.Invitation.Email}") is var key && words.TrueForAll(w => key.Contains(w, StringComparison.Ordinal)));
        var byName = found.OrderBy(l => SortKey.Of(l.Invitation.AgencyName.Vi), StringComparer.Ordinal).ThenBy(l => l.Id);
        return [.. q.Order switch
        {
            InvitationOrder.Province => byName.OrderBy(l => l.ProvinceSort is null).ThenBy(l => l.ProvinceSort, StringComparer.Ordinal),
            // What needs the organiser first.
            InvitationOrder.Standing => byName.OrderBy(l => l.Standing switch { InvitationStanding.Bounced => 0, InvitationStanding.Silent => 1, InvitationStanding.Sent => 2, InvitationStanding.Opened => 3, InvitationStanding.Partly => 4, _ => 5 + (int)l.Standing }),
            InvitationOrder.Deadline => byName.OrderBy(l => l.Invitation.Deadline ?? DateTime.MaxValue),
            InvitationOrder.Sent => byName.OrderByDescending(l => l.Invitation.SentAt ?? DateTime.MinValue),
            _ => byName,
        }];
    }
}
