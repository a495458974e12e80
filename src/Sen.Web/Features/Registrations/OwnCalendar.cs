using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Registrations;

/// <summary>
/// A person's own calendar entries: the workshop's days with how their registration stands. They have ids of their own, so that somebody
/// who withdraws does not lose the workshop from a public calendar they follow as well.
/// </summary>
public sealed class OwnCalendar(AppDb db, SiteAddress site, MailSettings mail, TimeProvider clock)
{
    private readonly Dictionary<Guid, Workshop> read = [];

    /// <summary>Behind the private link: to take in, or to subscribe to.</summary>
    public async Task<CalendarFile> OfAsync(Registration own, Language l, CancellationToken ct)
    {
        var workshop = await WorkshopAsync(own.WorkshopId, ct);
        return new CalendarFile(site, l, l.Plain(workshop.Title)).Add(workshop, Mark(own, workshop, l));
    }

    /// <summary>
    /// The same to go with a mail. PUBLISH and not REQUEST: nobody is asked to answer their mail program, and no mailbox of ours would read
    /// the answer (docs/decisions/0011). Null where no day is recorded.
    /// </summary>
    public async Task<MailAttachment?> AttachAsync(Language l, CancellationToken ct, params IReadOnlyList<Registration> own)
    {
        var organiser = new CalendarFile.Mailing(l["Ban tổ chức", "The organisers"], mail.From.Length > 0 ? mail.From : "khong-tra-loi@" + new Uri(site.Base).Host, clock.UtcNow());
        CalendarFile? file = null;
        foreach (var r in own)
        {
            var workshop = await WorkshopAsync(r.WorkshopId, ct);
            if (workshop.StartsOn is null) continue;
            file ??= new CalendarFile(site, l, l.Plain(workshop.Title), organiser);
            file.Add(workshop, Mark(r, workshop, l));
        }
        return file is null ? null : new MailAttachment { Name = l["lich.ics", "calendar.ics"], ContentType = "text/calendar; method=PUBLISH; charset=utf-8", Content = file.ToBytes() };
    }

    /// <summary>After a change of the workshop in this very request.</summary>
    public void Forget(Guid workshopId) => read.Remove(workshopId);

    private async Task<Workshop> WorkshopAsync(Guid id, CancellationToken ct)
    {
        if (read.TryGetValue(id, out var known)) return known;
        var workshop = await db.Workshops.AsNoTracking().SingleAsync(w => w.Id == id, ct);
        await ReleasedAgenda.PutInAsync(db, [workshop], ct);
        return read[id] = workshop;
    }

    private static CalendarMark Mark(Registration r, Workshop w, Language l)
    {
        var certain = r.State is RegistrationState.Seated or RegistrationState.Recorded;
        var status = w.Status == WorkshopStatus.Cancelled || !Registration.IsOpen(r.State) ? EventStatus.Cancelled : certain ? EventStatus.Confirmed : EventStatus.Tentative;
        var changed = CalendarMark.ChangeOf(w);
        // Both numbers only grow, so their sum does.
        return new CalendarMark(r.Id.ToString("N"), w.CalendarNumber + r.Turns, r.ChangedAt > changed ? r.ChangedAt : changed, status, certain ? "" : $"[{r.State.Words(l)}] ");
    }
}
