using System.Globalization;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>The mails to an invited agency, one per agency and reason.</summary>
public static class InvitationMails
{
    public static string About(Guid workshopId) => $"workshop:{workshopId}";

    /// <summary>The letter itself, as text and as the PDF that is filed.</summary>
    public static void Letter(AppDb db, LetterText letter, string link, byte[] pdf, string key) => Send(db, letter.To, key,
        $"Giấy mời: {new Language().Plain(letter.Batch.WorkshopTitle)}", Body(letter, link,
        $"Trân trọng mời Quý cơ quan cử người tham dự. Giấy mời {letter.Number} đính kèm thư này.", $"You are invited to nominate participants; the letter is attached."),
        [new MailAttachment { Name = LetterPdf.FileName(letter), ContentType = "application/pdf", Content = pdf }]);

    public static void Reminder(AppDb db, LetterText letter, string link, int nominated, string key)
    {
        var left = letter.To.Seats - nominated;
        var vi = nominated == 0 ? "Chúng tôi chưa nhận được trả lời của Quý cơ quan về giấy mời này." : $"Quý cơ quan đã đề cử {nominated} người, còn {left} chỗ chưa có người.";
        var en = nominated == 0 ? "We have not heard from you about this invitation yet." : $"You have nominated {nominated}; {left} {(left == 1 ? "seat is" : "seats are")} still open.";
        Send(db, letter.To, key, $"Nhắc trả lời giấy mời: {new Language().Plain(letter.Batch.WorkshopTitle)}",
            Body(letter, link, vi + " Nếu không cử được, xin báo một lời tại đường dẫn dưới đây để chúng tôi thôi nhắc và nhường chỗ.", en + " If you cannot send anybody, please say so there and we will remind you no more."), []);
    }

    public static void Extended(AppDb db, LetterText letter, string link) => Send(db, letter.To, $"invitation-extended:{letter.To.Id}:{letter.To.Deadline?.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)}",
        $"Gia hạn trả lời: {new Language().Plain(letter.Batch.WorkshopTitle)}",
        Body(letter, link, $"Hạn trả lời giấy mời {letter.Number} nay là {new Language().WallTime(letter.To.Deadline!.Value)}.", $"You may now answer until {new Language("en").WallTime(letter.To.Deadline!.Value)}."), []);

    public static void Cancelled(AppDb db, LetterText letter) => Send(db, letter.To, $"invitation-cancelled:{letter.To.Id}",
        $"Thôi mời: {new Language().Plain(letter.Batch.WorkshopTitle)}",
        $"Kính gửi {letter.To.AgencyName.Vi},\n\nBan tổ chức xin thôi lời mời theo giấy mời {letter.Number}. Người đã được xếp chỗ vẫn giữ chỗ. Mong Quý cơ quan thông cảm.\n\nThe invitation is withdrawn. Whoever has a seat keeps it.\n\nTrân trọng,\nBan tổ chức", []);

    private static string Body(LetterText letter, string link, string vi, string en)
    {
        var l = new Language();
        var contact = letter.To.ContactName.Length > 0 ? $" ({letter.To.ContactName})" : "";
        List<string> parts =
        [
            $"Kính gửi {letter.To.AgencyName.Vi}{contact},", vi, string.Join('\n', letter.Facts(l).Select(f => $"{f.Name}: {f.Words}")),
            "Đề cử, thay người hoặc báo không cử được, không cần tài khoản (có thể chuyển đường dẫn này cho đồng nghiệp phụ trách):\n" + link,
        ];
        if (letter.Batch.Body.En.Length > 0) parts.Add($"{en}\n{new Language("en").Plain(letter.Batch.WorkshopTitle)}, {letter.Batch.When.En}\n{link.Replace("/vi/invited", "/en/invited", StringComparison.Ordinal)}");
        parts.Add("Trân trọng,\nBan tổ chức");
        return string.Join("\n\n", parts);
    }

    private static void Send(AppDb db, Invitation to, string key, string subject, string body, IReadOnlyList<MailAttachment> files) => Outbox.Add(db, new OutboxMessage
    {
        Key = key,
        To = to.Email,
        ToName = to.ContactName.Length > 0 ? to.ContactName : to.AgencyName.Vi,
        Subject = subject,
        Body = body,
        HoldsSecret = body.Contains("token=", StringComparison.Ordinal),
        About = About(to.WorkshopId),
        Attachments = files,
    });
}
