using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox.Bounces;

namespace Sen.Web.Platform.Outbox;

/// <summary>
/// Carries the outbox to the mail server. Several nodes may run one each: a message belongs to the node whose conditional update
/// took it, until its lease ends; a node that dies while sending is followed by another after that.
/// </summary>
public sealed partial class OutboxPump(IServiceScopeFactory scopes, MailSettings settings, BounceSettings bounces, TimeProvider clock, ILogger<OutboxPump> log) : BackgroundService
{
    private const int AtOnce = 20;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    /// <summary>Longer than the slowest conversation (<see cref="Patience"/>), or two nodes would send the same message.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.IsSet) return;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await SendDueAsync(stoppingToken) == AtOnce)
                {
                }
            }
            // One bad row or a database that restarts must not end the server; the row's lease and count go on.
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Stumbled(log, e);
            }
            await Task.Delay(Pause, clock, stoppingToken);
        }
    }

    /// <summary>One round. Returns how many messages were due, so that a full round is followed by another at once.</summary>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DbContext>();
        var messages = db.Set<OutboxMessage>();
        var now = clock.UtcNow();
        var due = await messages.AsNoTracking()
            .Where(m => m.SentAt == null && m.BouncedAt == null && m.Attempts < OutboxMessage.MostAttempts && m.NextAttemptAt <= now)
            .OrderBy(m => m.NextAttemptAt).Take(AtOnce).ToListAsync(ct);
        using var server = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
        foreach (var message in due)
            if (await TakeAsync(messages, message, ct)) await SendAsync(db, message, server, ct);
        if (server.IsConnected) await server.DisconnectAsync(quit: true, ct);
        return due.Count;
    }

    /// <summary>Each message is taken just before it is sent; waiting its turn must not use up its lease.</summary>
    private async Task<bool> TakeAsync(DbSet<OutboxMessage> messages, OutboxMessage message, CancellationToken ct)
    {
        var until = clock.UtcNow() + Lease;
        return await messages.Where(m => m.Id == message.Id && m.SentAt == null && m.Attempts == message.Attempts && m.NextAttemptAt == message.NextAttemptAt)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAttemptAt, until).SetProperty(m => m.Attempts, m => m.Attempts + 1), ct) == 1;
    }

    private async Task SendAsync(DbContext db, OutboxMessage message, SmtpClient server, CancellationToken ct)
    {
        var row = db.Set<OutboxMessage>().Where(m => m.Id == message.Id);
        try
        {
            await ConnectAsync(server, ct);
            var files = await db.Set<MailAttachment>().AsNoTracking().Where(f => f.MessageId == message.Id).ToListAsync(ct);
            var letter = Letter.Of(message, files, settings);
            // Reports of what could not be delivered come back to the envelope's sender.
            if (bounces.Address.Length > 0) await server.SendAsync(letter, new MailboxAddress("", bounces.Address), letter.To.Mailboxes, ct);
            else await server.SendAsync(letter, ct);
        }
        catch (Exception e) when (e is CommandException or ProtocolException or MailKit.Security.AuthenticationException or SslHandshakeException
            or SocketException or IOException or TimeoutException or FormatException or NotSupportedException)
        {
            var attempts = message.Attempts + 1;
            if (SmtpRefusal.Of(e) is { } no)
            {
                await RefusedAsync(db, message, no, ct);
                NotSent(log, message.Id, attempts, no.Reason);
                return;
            }
            var next = clock.UtcNow() + Backoff(attempts);
            var error = e.Message.Length > 1000 ? e.Message[..1000] : e.Message;
            await row.ExecuteUpdateAsync(s => s.SetProperty(m => m.NextAttemptAt, next).SetProperty(m => m.LastError, error), ct);
            NotSent(log, message.Id, attempts, error);
            if (server.IsConnected && e is not SmtpCommandException) await server.DisconnectAsync(quit: false, ct);
            return;
        }
        var sent = clock.UtcNow();
        var kept = message.HoldsSecret ? Letter.WithoutSecret(message.Body) : message.Body;
        // The letter is out: saying so must not be cut short by a shutdown.
        var way = Letter.WithoutSecret(message.UnsubscribeUrl);
        await row.ExecuteUpdateAsync(s => s.SetProperty(m => m.SentAt, sent).SetProperty(m => m.Body, kept).SetProperty(m => m.UnsubscribeUrl, way).SetProperty(m => m.LastError, (string?)null), CancellationToken.None);
        // A letter as a file holds the same link as the body, and can be drawn again.
        if (message.HoldsSecret) await db.Set<MailAttachment>().Where(f => f.MessageId == message.Id).ExecuteDeleteAsync(CancellationToken.None);
    }

    /// <summary>Refused for good: the message ends here, and an address that does not exist is known as such.</summary>
    private async Task RefusedAsync(DbContext db, OutboxMessage message, SmtpRefusal no, CancellationToken ct)
    {
        var now = clock.UtcNow();
        await db.Set<OutboxMessage>().Where(m => m.Id == message.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.BouncedAt, now).SetProperty(m => m.BounceReason, no.Reason).SetProperty(m => m.LastError, no.Reason), ct);
        if (no.AddressIsWrong) await FailedAddresses.MarkAsync(db, message.To, permanent: true, no.Reason, now, ct);
    }

    private async Task ConnectAsync(SmtpClient server, CancellationToken ct)
    {
        if (server.IsConnected) return;
        await server.ConnectAsync(settings.Host, settings.Port, settings.Security, ct);
        if (settings.User.Length > 0) await server.AuthenticateAsync(settings.User, settings.Password, ct);
    }

    /// <summary>1, 2, 4 … minutes, at most 6 hours.</summary>
    public static TimeSpan Backoff(int attempts) => TimeSpan.FromMinutes(Math.Min(Math.Pow(2, attempts - 1), 360));

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} not sent at try {Attempt}: {Error}")]
    private static partial void NotSent(ILogger log, Guid id, int attempt, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox stumbled; next try in two seconds")]
    private static partial void Stumbled(ILogger log, Exception failure);
}
