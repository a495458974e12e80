using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Pop3;
using MailKit.Search;
using MimeKit;

namespace Sen.Web.Platform.Outbox.Bounces;

/// <summary>
/// Reads the mailbox of delivery reports once a minute. With IMAP what was read is marked as seen and stays; with POP3, which knows no such
/// mark, reports are deleted and other mail is left. Several nodes may read: a report taken twice changes nothing.
/// </summary>
public sealed partial class BounceReader(IServiceScopeFactory scopes, BounceSettings settings, ILogger<BounceReader> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly HashSet<string> leftAlone = new(StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsSet) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await RoundAsync(stoppingToken) == AtOnce)
                {
                }
            }
            // A mailbox that cannot be reached, or a database that restarts, must not end the server.
            catch (Exception e) when (e is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Stumbled(log, e.GetType().Name, e.Message);
            }
            await Task.Delay(Pause, stoppingToken);
        }
    }

    /// <summary>One look; returns how many mails were read.</summary>
    public Task<int> RoundAsync(CancellationToken ct) => settings.UsesPop3 ? Pop3Async(ct) : ImapAsync(ct);

    private async Task<int> ImapAsync(CancellationToken ct)
    {
        using var client = new ImapClient { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(settings.Host, settings.Port, settings.Security, ct);
        if (settings.User.Length > 0) await client.AuthenticateAsync(settings.User, settings.Password, ct);
        var folder = settings.Folder.Equals("INBOX", StringComparison.OrdinalIgnoreCase) ? client.Inbox! : await client.GetFolderAsync(settings.Folder, ct);
        await folder.OpenAsync(FolderAccess.ReadWrite, ct);
        var unread = (await folder.SearchAsync(SearchQuery.NotSeen, ct)).Take(AtOnce).ToList();
        foreach (var uid in unread)
        {
            await TakeAsync(await folder.GetMessageAsync(uid, ct), ct);
            await folder.AddFlagsAsync(uid, MessageFlags.Seen, silent: true, ct);
        }
        await client.DisconnectAsync(quit: true, ct);
        return unread.Count;
    }

    private async Task<int> Pop3Async(CancellationToken ct)
    {
        using var client = new Pop3Client { Timeout = (int)Patience.TotalMilliseconds };
        await client.ConnectAsync(settings.Host, settings.Port, settings.Security, ct);
        if (settings.User.Length > 0) await client.AuthenticateAsync(settings.User, settings.Password, ct);
        var names = client.Capabilities.HasFlag(Pop3Capabilities.UIDL) ? await client.GetMessageUidsAsync(ct) : [];
        var read = 0;
        for (var i = 0; i < client.Count && read < AtOnce; i++)
        {
            var name = i < names.Count ? names[i] : "";
            if (leftAlone.Contains(name)) continue;
            read++;
            if (await TakeAsync(await client.GetMessageAsync(i, ct), ct)) await client.DeleteMessageAsync(i, ct);
            else if (name.Length > 0) leftAlone.Add(name);
        }
        // What was deleted goes with the farewell.
        await client.DisconnectAsync(quit: true, ct);
        return read;
    }

    private async Task<bool> TakeAsync(MimeMessage mail, CancellationToken ct)
    {
        using var _ = mail;
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<BounceDesk>().TakeAsync(mail, ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The mailbox of delivery reports could not be read ({Kind}: {Error}); next try in a minute")]
    private static partial void Stumbled(ILogger log, string kind, string error);
}
