using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations;

/// <summary>The letter that says dates or place have changed: one for each person and change, with the new entry for the calendars of those who have a seat.</summary>
public sealed class ChangeNotices(AppDb db, PrivateLinks links, OwnCalendar calendar)
{
    /// <summary>Everybody whose registration is still open: whoever waits wants to know as well.</summary>
    public static IQueryable<Registration> Concerned(AppDb db, Guid workshopId) => db.Registrations
        .Where(r => r.WorkshopId == workshopId && (r.State == RegistrationState.AwaitingApproval || r.State == RegistrationState.Held || r.State == RegistrationState.Seated || r.State == RegistrationState.Waiting || r.State == RegistrationState.Offered)
            && (r.Email != null || db.Persons.Any(p => p.Id == r.PersonId && p.Email != null)));

    public async Task<int> TellAsync(Workshop workshop, WorkshopBefore before, CancellationToken ct)
    {
        if (workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Closed) || !before.Differs(workshop)) return 0;
        calendar.Forget(workshop.Id);
        var people = await Concerned(db, workshop.Id).AsNoTracking().Join(db.Persons.AsNoTracking(), r => r.PersonId, p => p.Id, (r, p) => new { r, p }).ToListAsync(ct);
        foreach (var x in people)
        {
            var l = new Language(x.r.Lang);
            var file = x.r.State == RegistrationState.Seated ? await calendar.AttachAsync(l, ct, x.r) : null;
            var seat = x.r.State == RegistrationState.Seated ? l["Chỗ của Ông/Bà vẫn giữ nguyên. Nếu không dự được nữa, xin rút tại trang riêng để nhường người sau.", "Your seat stands. If you can no longer come, please withdraw on your private page so that the next in line can."]
                : l[$"Đăng ký của Ông/Bà vẫn giữ nguyên ({x.r.State.Words(l).ToLower(l.Format)}).", $"Your registration stands ({x.r.State.Words(l).ToLower(l.Format)})."];
            Outbox.Add(db, new OutboxMessage
            {
                Key = string.Create(CultureInfo.InvariantCulture, $"changed:{workshop.Id}:{workshop.CalendarNumber}:{x.r.Id}"),
                To = (x.r.Email ?? x.p.Email)!,
                ToName = x.p.FullName,
                Lang = l.Code,
                Subject = l["Thay đổi: ", "Changed: "] + l.Plain(workshop.Title),
                Body = RegistrationLetter.Body(l, x.p, workshop, l["Hội thảo dưới đây có thay đổi:", "There is a change to the workshop below:"] + "\n" + string.Join('\n', before.Changes(workshop, l).Select(c => "– " + c)) + "\n\n" + seat, links.Add(x.r)),
                HoldsSecret = true,
                About = $"workshop:{workshop.Id}",
                Attachments = file is null ? [] : [file],
            });
        }
        await db.SaveChangesAsync(ct);
        return people.Count;
    }
}
