using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;

namespace Sen.Web.Platform.Outbox;

/// <summary>A message of the outbox as it goes over the wire.</summary>
public static partial class Letter
{
    /// <summary>Date and Message-ID come from the row: a second try after a crash is recognisable as the same letter.</summary>
    public static MimeMessage Of(OutboxMessage message, IEnumerable<MailAttachment> files, MailSettings settings)
    {
        var letter = new MimeMessage
        {
            MessageId = $"{message.Id:N}@{settings.From[(settings.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
            Date = new DateTimeOffset(DateTime.SpecifyKind(message.CreatedAt, DateTimeKind.Utc)),
            Subject = message.Subject,
            Body = BodyOf(message.Body, files),
        };
        letter.From.Add(new MailboxAddress(settings.FromName, settings.From));
        letter.To.Add(new MailboxAddress(message.ToName, message.To));
        letter.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        letter.Headers.Add(HeaderId.ContentLanguage, message.Lang);
        if (message.UnsubscribeUrl.Length > 0)
        {
            // RFC 8058: the mail program's own button posts there, without opening a page.
            letter.Headers.Add(HeaderId.ListUnsubscribe, $"<{message.UnsubscribeUrl}>");
            letter.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        }
        return letter;
    }

    private static MimeEntity BodyOf(string text, IEnumerable<MailAttachment> files)
    {
        var body = new TextPart(TextFormat.Plain) { Text = text };
        var attached = files.OrderBy(f => f.Position).Select(f => new MimePart(ContentType.Parse(f.ContentType))
        {
            Content = new MimeContent(new MemoryStream(f.Content, writable: false)),
            ContentDisposition = new ContentDisposition(ContentDisposition.Attachment) { FileName = f.Name },
            ContentTransferEncoding = ContentEncoding.Base64,
            FileName = f.Name,
        }).ToList();
        if (attached.Count == 0) return body;
        var whole = new Multipart("mixed") { body };
        foreach (var file in attached) whole.Add(file);
        return whole;
    }

    /// <summary>The text without the one-time part of its links.</summary>
    public static string WithoutSecret(string body) => Token().Replace(body, "token=…");

    [GeneratedRegex("token=[^\\s&]+")]
    private static partial Regex Token();
}
