using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations;

/// <summary>
/// The mails of a registration's life, one per person and reason. They are left in the outbox in the transaction of the change itself.
/// A workshop that is a draft or was held writes to nobody.
/// </summary>
public sealed class RegistrationMails(AppDb db, PrivateLinks links, OwnCalendar calendar, PersonRegister people)
{
    private static readonly TimeSpan SecondPress = TimeSpan.FromMinutes(1);

    private sealed record Addressee(Person Person, string Email, Language L);

    /// <summary>After registering on the public form: what became of it, and the link that confirms a held seat.</summary>
    public async Task RegisteredAsync(Workshop workshop, Registration r, string? why, CancellationToken ct)
    {
        if (await ToAsync(workshop, r, ct) is not { } to) return;
        var l = to.L;
        var (subject, text, words) = r.State switch
        {
            RegistrationState.Held => (l["Xin xác nhận chỗ: ", "Please confirm your seat: "],
                l[$"Chỗ của Ông/Bà được giữ đến {l.Moment(r.SeatKeptUntil!.Value)}. Xin mở đường dẫn dưới đây trước giờ đó để xác nhận; sau giờ đó chỗ sẽ nhường cho người khác.",
                    $"Your seat is held until {l.Moment(r.SeatKeptUntil!.Value)}. Please open the link below before then to confirm it; after that the seat goes to somebody else."],
                l["Xác nhận chỗ:", "Confirm your seat:"]),
            RegistrationState.Waiting => (l["Danh sách chờ: ", "Waiting list: "],
                l[$"Ông/Bà đã vào danh sách chờ. {why} Khi có chỗ, chúng tôi sẽ gửi thư mời; thứ tự của Ông/Bà xem tại trang riêng dưới đây.",
                    $"You are on the waiting list. {why} When a seat becomes free we will write to you; your place in line stands on the private page below."], (string?)null),
            RegistrationState.AwaitingApproval => (l["Đã nhận đăng ký: ", "Registration received: "],
                l["Chúng tôi đã nhận đăng ký của Ông/Bà. Ban tổ chức sẽ xem và trả lời qua thư.", "We have received your registration. The organisers will look at it and answer by mail."], null),
            _ => (l["Đã có chỗ: ", "You have a seat: "],
                l["Ông/Bà đã có chỗ tại hội thảo dưới đây. Vé và chương trình ở trang riêng.", "You have a seat at the workshop below. Your ticket and the agenda are on your private page."], null),
        };
        Send(to, workshop, r, "registered", r.QueueNumber is { } n ? n.ToString(CultureInfo.InvariantCulture) : Stamp(r), subject, text, words, r.State == RegistrationState.Seated ? await calendar.AttachAsync(l, ct, r) : null);
    }

    /// <summary>The seat is theirs, by their own hand: the ticket's link and the entry for their calendar.</summary>
    public async Task ConfirmedAsync(Workshop workshop, Registration r, CancellationToken ct)
    {
        if (await ToAsync(workshop, r, ct) is not { } to) return;
        Send(to, workshop, r, "confirmed", Stamp(r), to.L["Đã có chỗ: ", "You have a seat: "],
            to.L["Ông/Bà đã có chỗ tại hội thảo dưới đây. Vé ở trang riêng; tệp lịch đính kèm mở được bằng điện thoại hoặc máy tính.", "You have a seat at the workshop below. Your ticket is on your private page; the calendar file attached opens on a phone or computer."],
            file: await calendar.AttachAsync(to.L, ct, r));
    }

    /// <summary>Somebody registered again who is already here: only the owner of the mailbox learns it.</summary>
    public async Task AlreadyHereAsync(Workshop workshop, Registration r, DateTime now, CancellationToken ct)
    {
        // A second press of the button: the first mail is on its way.
        if (now - r.CreatedAt < SecondPress || await ToAsync(workshop, r, ct) is not { } to) return;
        Send(to, workshop, r, "already-here", now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture), to.L["Ông/Bà đã đăng ký: ", "You are already registered: "],
            to.L[$"Vừa có một lần đăng ký nữa bằng tên và liên lạc của Ông/Bà. Đăng ký trước vẫn giữ nguyên: {r.State.Words(to.L).ToLower(to.L.Format)}.",
                $"Somebody just registered again with your name and contact. Your first registration stands: {r.State.Words(to.L).ToLower(to.L.Format)}."]);
    }

    public async Task OfferedAsync(Workshop workshop, Registration r, CancellationToken ct)
    {
        if (await ToAsync(workshop, r, ct) is not { } to) return;
        var l = to.L;
        if (r.State == RegistrationState.Seated)
            Send(to, workshop, r, "seated", Stamp(r), l["Đã có chỗ: ", "You have a seat: "],
                l["Có một chỗ vừa trống và chỗ đó nay là của Ông/Bà. Nếu không dự được, xin rút tại trang riêng để nhường người sau.", "A seat became free and is now yours. If you cannot come, please withdraw on your private page so that the next in line can."], file: await calendar.AttachAsync(l, ct, r));
        else
            Send(to, workshop, r, "offered", Stamp(r), l["Mời nhận chỗ: ", "A seat is offered to you: "],
                l[$"Có một chỗ vừa trống. Chỗ này giữ cho Ông/Bà đến {l.Moment(r.SeatKeptUntil!.Value)}. Xin mở đường dẫn dưới đây để nhận hoặc từ chối; sau giờ đó chỗ sẽ mời người kế tiếp.",
                    $"A seat became free. It is kept for you until {l.Moment(r.SeatKeptUntil!.Value)}. Please open the link below to accept or decline; after that it is offered to the next in line."],
                l["Nhận hoặc từ chối chỗ:", "Accept or decline:"]);
    }

    public async Task ExpiredAsync(Workshop workshop, Registration r, bool offered, CancellationToken ct)
    {
        if (await ToAsync(workshop, r, ct) is not { } to) return;
        Send(to, workshop, r, "expired", Stamp(r), to.L["Chỗ đã hết hạn giữ: ", "Your seat was not kept: "], offered
            ? to.L["Đã quá hạn nhận chỗ nên chỗ được mời người kế tiếp. Nếu vẫn muốn dự, Ông/Bà vào lại danh sách chờ tại trang riêng.", "The time to accept has passed, so the seat was offered to the next in line. If you still wish to come, you can join the waiting list again on your private page."]
            : to.L["Đã quá hạn xác nhận nên chỗ không còn được giữ. Nếu vẫn muốn dự, Ông/Bà đăng ký lại tại trang riêng.", "The time to confirm has passed, so the seat is no longer held. If you still wish to come, you can register again on your private page."]);
    }

    /// <summary>Their agency named them: what became of it, and their own page.</summary>
    public async Task NominatedAsync(Workshop workshop, Registration r, Bilingual agency, string? why, CancellationToken ct)
    {
        if (await ToAsync(workshop, r, ct) is not { } to) return;
        var l = to.L;
        if (r.State == RegistrationState.Waiting)
            Send(to, workshop, r, "nominated", Stamp(r), l["Được đề cử, trong danh sách chờ: ", "Nominated, on the waiting list: "],
                l[$"{l.Plain(agency)} đã đề cử Ông/Bà dự hội thảo dưới đây. Hiện Ông/Bà ở trong danh sách chờ. {why} Khi có chỗ, chúng tôi sẽ gửi thư.", $"{l.Plain(agency)} has nominated you for the workshop below. At present you are on the waiting list. {why} We will write when there is a seat."]);
        else
            Send(to, workshop, r, "nominated", Stamp(r), l["Được cử dự hội thảo: ", "You are nominated: "],
                l[$"{l.Plain(agency)} đã cử Ông/Bà dự hội thảo dưới đây; Ông/Bà đã có chỗ. Vé và chương trình ở trang riêng; nếu không dự được, xin rút tại đó.", $"{l.Plain(agency)} has nominated you for the workshop below, and you have a seat. Ticket and agenda are on your private page; if you cannot come, please withdraw there."]);
    }

    /// <summary>Their agency named somebody else in their place.</summary>
    public async Task ReplacedAsync(Workshop workshop, Registration r, Bilingual agency, CancellationToken ct)
    {
        if (await ToAsync(workshop, r, ct) is not { } to) return;
        Send(to, workshop, r, "replaced", Stamp(r), to.L["Đã cử người khác: ", "Somebody else is nominated: "],
            to.L[$"{to.L.Plain(agency)} đã cử người khác dự thay, nên đăng ký của Ông/Bà đã được rút.", $"{to.L.Plain(agency)} has nominated somebody else in your place, so your registration is withdrawn."]);
    }

    /// <summary>What the organiser decided: approved (seated or in line), rejected, moved, withdrawn.</summary>
    /// <param name="left">The registration they were moved from: its days leave their calendar with the same mail.</param>
    public async Task DecidedAsync(Workshop workshop, Registration r, string reason, CancellationToken ct, Registration? left = null)
    {
        if (await ToAsync(workshop, r, ct) is not { } to) return;
        var l = to.L;
        var why = reason.Length > 0 ? l[$" Lý do: {reason}", $" Reason: {reason}"] : "";
        var (subject, text) = r.State switch
        {
            RegistrationState.Seated => (l["Đã có chỗ: ", "You have a seat: "], l["Ban tổ chức đã duyệt: Ông/Bà có chỗ tại hội thảo dưới đây.", "The organisers have confirmed your seat at the workshop below."]),
            RegistrationState.Waiting => (l["Danh sách chờ: ", "Waiting list: "], l["Đăng ký của Ông/Bà đã được duyệt, nhưng hiện chưa có chỗ. Ông/Bà đứng trong danh sách chờ và sẽ được báo khi có chỗ.", "Your registration is approved, but there is no seat at present. You are on the waiting list and will be told when there is one."]),
            RegistrationState.Rejected => (l["Về đăng ký của Ông/Bà: ", "About your registration: "], l["Rất tiếc, ban tổ chức không nhận được đăng ký của Ông/Bà lần này.", "We regret that the organisers could not accept your registration this time."]),
            _ => (l["Đã rút đăng ký: ", "Registration withdrawn: "], l["Đăng ký của Ông/Bà đã được rút.", "Your registration has been withdrawn."]),
        };
        // What was never in a calendar need not be called off there.
        var file = r.State == RegistrationState.Seated || (r.StateBefore == RegistrationState.Seated && !Registration.IsOpen(r.State)) ? await calendar.AttachAsync(l, ct, left is null ? [r] : [r, left]) : null;
        Send(to, workshop, r, "decided-" + r.State, Stamp(r), subject, text + why, file: file);
    }

    /// <summary>
    /// A decision was taken back: its letter goes away where it has not left; otherwise another says what holds now. True where nobody was told.
    /// </summary>
    public async Task<bool> TakenBackAsync(Workshop workshop, Registration r, RegistrationState decided, DateTime now, CancellationToken ct)
    {
        var key = $"decided-{decided}:{r.Id}:";
        // A letter that a node is sending has its next attempt ahead.
        if (await db.OutboxMessages.Where(m => m.Key.StartsWith(key) && m.SentAt == null && m.Attempts == 0 && m.NextAttemptAt <= now).ExecuteDeleteAsync(ct) > 0) return true;
        if (await ToAsync(workshop, r, ct) is not { } to) return true;
        Send(to, workshop, r, "taken-back", Stamp(r), to.L["Đính chính: ", "Correction: "],
            to.L[$"Xin bỏ qua thư trước. Đăng ký của Ông/Bà nay ở trạng thái: {r.State.Words(to.L).ToLower(to.L.Format)}.", $"Please disregard our last letter. Your registration is now: {r.State.Words(to.L).ToLower(to.L.Format)}."], file: await calendar.AttachAsync(to.L, ct, r));
        return false;
    }

    /// <summary>One letter with a fresh link for each registration behind an address.</summary>
    public async Task LinksAgainAsync(string email, string lang, DateTime now, CancellationToken ct)
    {
        var l = new Language(lang);
        var behind = db.Registrations.Where(r => r.Email == email).Select(r => r.Id)
            .Union(db.Registrations.Where(r => r.Email == null && db.Persons.Any(p => p.Id == r.PersonId && p.Email == email)).Select(r => r.Id));
        var once = await people.OnceAtAsync(email, ct);
        if (once.Count > 0) behind = behind.Union(db.Registrations.Where(r => r.Email == null && once.Contains(r.PersonId)).Select(r => r.Id));
        var found = await db.Registrations.Where(r => behind.Contains(r.Id) && r.DuplicateOfId == null).Join(db.Persons, r => r.PersonId, p => p.Id, (r, p) => new { r, p })
            .Join(db.Workshops.Where(w => w.Status != WorkshopStatus.Draft), x => x.r.WorkshopId, w => w.Id, (x, w) => new { x.r, x.p, w })
            .OrderByDescending(x => x.r.CreatedAt).Take(20).ToListAsync(ct);
        if (found.Count == 0) return;
        var lines = found.Select(x => $"{x.p.FullName}, {l.Plain(x.w.Title)} ({x.r.State.Words(l).ToLower(l.Format)})\n{links.Add(x.r)}");
        Outbox.Add(db, $"links:{email}:{now.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}", email, "", lang, l["Đường dẫn đăng ký của Ông/Bà", "The links to your registrations"],
            l["Ông/Bà vừa xin gửi lại đường dẫn. Mỗi đường dẫn mở một đăng ký; xin giữ kín.", "You asked for your links again. Each opens one registration; please keep them to yourself."] + "\n\n" + string.Join("\n\n", lines), holdsSecret: true);
    }

    private async Task<Addressee?> ToAsync(Workshop workshop, Registration r, CancellationToken ct)
    {
        if (workshop.Status is not (WorkshopStatus.Published or WorkshopStatus.Closed)) return null;
        var person = await db.Persons.FindAsync([r.PersonId], ct);
        return (r.Email ?? person?.Email) is { Length: > 0 } email && person is not null ? new(person, email, new Language(r.Lang)) : null;
    }

    private void Send(Addressee to, Workshop workshop, Registration r, string reason, string stamp, string subject, string text, string? linkWords = null, MailAttachment? file = null) =>
        Outbox.Add(db, new OutboxMessage
        {
            Key = $"{reason}:{r.Id}:{stamp}",
            To = to.Email,
            ToName = to.Person.FullName,
            Lang = to.L.Code,
            Subject = subject + to.L.Plain(workshop.Title),
            Body = RegistrationLetter.Body(to.L, to.Person, workshop, text, links.Add(r), linkWords),
            HoldsSecret = true,
            Attachments = file is null ? [] : [file],
        });

    /// <summary>The same change told twice is one mail; the next change of the same kind is another.</summary>
    private static string Stamp(Registration r) => r.ChangedAt.Ticks.ToString(CultureInfo.InvariantCulture);
}
