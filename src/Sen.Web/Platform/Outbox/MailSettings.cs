using MailKit.Security;

namespace Sen.Web.Platform.Outbox;

/// <summary>Mail:Host, Mail:Port, Mail:User, Mail:Password, Mail:From, Mail:FromName, Mail:Security (auto, none, starttls, tls).</summary>
public sealed class MailSettings
{
    public MailSettings(IConfiguration settings)
    {
        var mail = settings.GetSection("Mail");
        Host = mail["Host"]?.Trim() ?? "";
        if (Host.Length == 0) return;
        Port = mail.GetValue("Port", 587);
        User = mail["User"] ?? "";
        Password = mail["Password"] ?? "";
        From = mail["From"] is { Length: > 0 } from ? from : throw new InvalidOperationException("Mail:Host is set, so Mail:From must say which address the mails come from.");
        FromName = mail["FromName"] ?? "Sen";
        Security = (mail["Security"] ?? "auto").ToLowerInvariant() switch
        {
            "auto" => SecureSocketOptions.Auto,
            "none" => SecureSocketOptions.None,
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            var other => throw new InvalidOperationException($"Mail:Security is «{other}»; it may be auto, none, starttls or tls."),
        };
    }

    /// <summary>Without a server mails stay in the tray, where an administrator reads them.</summary>
    public bool IsSet => Host.Length > 0;
    public string Host { get; }
    public int Port { get; }
    public string User { get; } = "";
    public string Password { get; } = "";
    public string From { get; } = "";
    public string FromName { get; } = "";
    public SecureSocketOptions Security { get; }
}
