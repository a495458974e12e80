using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Text;

namespace Sen.Web.Platform.Outbox;

/// <summary>A message of the outbox as it goes over the wire.</summary>
public static partial class Letter
{
    /// <summary>Date and Message-ID come from the row: a second try after a crash is recognisable as the same letter.</summary>
    public static MimeMessage Of(OutboxMessage message, MailSettings settings)
    {
        var letter = new MimeMessage
        {
            MessageId = $"{message.Id:N}@{settings.From[(settings.From.IndexOf('@', StringComparison.Ordinal) + 1)..]}",
            Date = new DateTimeOffset(DateTime.SpecifyKind(message.CreatedAt, DateTimeKind.Utc)),
            Subject = message.Subject,
            Body = new TextPart(TextFormat.Plain) { Text = message.Body },
        };
        letter.From.Add(new MailboxAddress(settings.FromName, settings.From));
        letter.To.Add(new MailboxAddress(message.ToName, message.To));
        letter.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        letter.Headers.Add(HeaderId.ContentLanguage, message.Lang);
        return letter;
    }

    /// <summary>The text without the one-time part of its links.</summary>
    public static string WithoutSecret(string body) => Token().Replace(body, "token=…");

    [GeneratedRegex("token=[^\\s&]+")]
    private static partial Regex Token();
}
