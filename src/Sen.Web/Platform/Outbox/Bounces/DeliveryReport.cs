using System.Text.RegularExpressions;
using MimeKit;

namespace Sen.Web.Platform.Outbox.Bounces;

/// <summary>What a report says of one mail of ours: that it will not arrive, or is late.</summary>
/// <param name="MessageId">The row of the outbox.</param>
/// <param name="Status">As in RFC 3463, such as «5.1.1»; empty where the report has none.</param>
/// <param name="Failed">True: given up. False: still being tried.</param>
public sealed partial record DeliveryReport(Guid MessageId, string Status, string Words, bool Failed)
{
    public string Reason => FailedAddresses.Short($"{Status} {Words}");

    public bool AddressIsWrong => FailedAddresses.IsWrong(Status);

    /// <summary>
    /// Reads a delivery report (multipart/report, RFC 3464). Null for everything else: out-of-office answers, read receipts, people's mail,
    /// reports about mails of others.
    /// </summary>
    public static DeliveryReport? Of(MimeMessage mail)
    {
        if (mail.Body is not MultipartReport { ReportType: { } type } report || !type.Equals("delivery-status", StringComparison.OrdinalIgnoreCase)) return null;
        if (report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status || OriginalOf(mail, report) is not { } id) return null;
        // The first group is about the whole letter, each further one about one recipient; a letter of ours has one.
        foreach (var group in status.StatusGroups.Skip(1).DefaultIfEmpty(status.StatusGroups.LastOrDefault()))
        {
            if (group is null) continue;
            var action = group["Action"]?.Trim().ToLowerInvariant() ?? "";
            if (action is not ("failed" or "delayed")) continue;
            var words = AfterType(group["Diagnostic-Code"]);
            var code = FailedAddresses.StatusIn(group["Status"] ?? "") ?? "";
            // Some servers write 5.0.0 for everything, and say more in their words.
            if ((code.Length == 0 || code == "5.0.0") && FailedAddresses.StatusIn(words) is { } better) code = better;
            return new DeliveryReport(id, code, words.Length > 0 ? words : action, action == "failed");
        }
        return null;
    }

    /// <summary>The row's id stands in the Message-ID and in a header of its own; servers return one of them, whole or in their references.</summary>
    private static Guid? OriginalOf(MimeMessage mail, MultipartReport report)
    {
        foreach (var part in report)
        {
            var headers = part switch
            {
                MessagePart { Message: { } original } => original.Headers,
                TextPart text when text.ContentType.IsMimeType("text", "rfc822-headers") => Read(text.Text),
                _ => null,
            };
            if (headers is not null && (IdIn(headers[HeaderId.MessageId]) ?? IdIn(headers[Letter.OwnHeader])) is { } id) return id;
        }
        return IdIn(mail.InReplyTo) ?? mail.References.Select(IdIn).FirstOrDefault(id => id is not null);
    }

    private static HeaderList Read(string text)
    {
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text.TrimEnd() + "\r\n\r\n"));
        return HeaderList.Load(stream);
    }

    private static Guid? IdIn(string? header) => header is not null && Row().Match(header) is { Success: true } m ? Guid.ParseExact(m.Value, "N") : null;

    /// <summary>«smtp; 550 5.1.1 …» without its first word.</summary>
    private static string AfterType(string? code) => code is null ? "" : code.IndexOf(';', StringComparison.Ordinal) is var at and >= 0 ? code[(at + 1)..].Trim() : code.Trim();

    [GeneratedRegex("(?<![0-9a-fA-F])[0-9a-f]{32}(?![0-9a-fA-F])")]
    private static partial Regex Row();
}
