using Microsoft.EntityFrameworkCore;
using MimeKit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Platform.Outbox.Bounces;

/// <summary>Where delivery reports are matched to the mails they are about.</summary>
public sealed class BounceDesk(DbContext db, TimeProvider clock)
{
    /// <summary>True where the mail was a report about one of ours. The same report twice changes nothing.</summary>
    public async Task<bool> TakeAsync(MimeMessage mail, CancellationToken ct)
    {
        if (DeliveryReport.Of(mail) is not { } report) return false;
        var rows = db.Set<OutboxMessage>().Where(m => m.Id == report.MessageId);
        if (await rows.Select(m => m.To).FirstOrDefaultAsync(ct) is not { } to) return false;
        // Late is not lost: the server goes on trying and reports again.
        if (!report.Failed) return true;
        var (now, reason) = (clock.UtcNow(), report.Reason);
        await rows.Where(m => m.BouncedAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.BouncedAt, now).SetProperty(x => x.BounceReason, reason), ct);
        if (to.Contains('@', StringComparison.Ordinal)) await FailedAddresses.MarkAsync(db, to, report.AddressIsWrong, reason, now, ct);
        return true;
    }
}
