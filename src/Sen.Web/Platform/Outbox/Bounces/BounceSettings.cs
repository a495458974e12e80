using MailKit.Security;

namespace Sen.Web.Platform.Outbox.Bounces;

/// <summary>
/// The mailbox delivery reports come back to: Bounce:Host, Bounce:Port, Bounce:User, Bounce:Password, Bounce:Security (auto, none, starttls,
/// tls), Bounce:Protocol (imap, pop3), Bounce:Folder, Bounce:Address (the envelope sender of every mail).
/// </summary>
public sealed class BounceSettings
{
    public BounceSettings(IConfiguration settings)
    {
        var bounce = settings.GetSection("Bounce");
        Address = bounce["Address"]?.Trim() ?? "";
        Host = bounce["Host"]?.Trim() ?? "";
        if (Host.Length == 0) return;
        UsesPop3 = (bounce["Protocol"] ?? "imap").ToLowerInvariant() switch
        {
            "imap" => false,
            "pop3" => true,
            var other => throw new InvalidOperationException($"Bounce:Protocol is «{other}»; it may be imap or pop3."),
        };
        Security = (bounce["Security"] ?? "auto").ToLowerInvariant() switch
        {
            "auto" => SecureSocketOptions.Auto,
            "none" => SecureSocketOptions.None,
            "starttls" => SecureSocketOptions.StartTls,
            "tls" => SecureSocketOptions.SslOnConnect,
            var other => throw new InvalidOperationException($"Bounce:Security is «{other}»; it may be auto, none, starttls or tls."),
        };
        Port = bounce.GetValue("Port", UsesPop3 ? 995 : 993);
        User = bounce["User"] ?? "";
        Password = bounce["Password"] ?? "";
        Folder = bounce["Folder"] is { Length: > 0 } folder ? folder : "INBOX";
    }

    /// <summary>Without a mailbox only refusals during sending are known.</summary>
    public bool IsSet => Host.Length > 0;
    public string Host { get; } = "";
    public int Port { get; }
    public string User { get; } = "";
    public string Password { get; } = "";
    public string Folder { get; } = "INBOX";
    public bool UsesPop3 { get; }
    /// <summary>Empty: reports go to Mail:From.</summary>
    public string Address { get; }
    public SecureSocketOptions Security { get; }
}
