using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Sen.Web.Tests.Platform.Outbox.Bounces;

/// <summary>A mailbox that speaks IMAP or POP3 over a real connection: what it was given, and what was marked as seen or deleted.</summary>
public sealed class MailboxSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly bool pop3;
    private readonly Task accepting;

    public MailboxSink(bool pop3 = false)
    {
        this.pop3 = pop3;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;
    public List<byte[]> Mails { get; } = [];
    public HashSet<int> Seen { get; } = [];
    public HashSet<int> Deleted { get; } = [];
    public string? Selected { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = pop3 ? Pop3Async(await listener.AcceptTcpClientAsync(stop.Token)) : ImapAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (OperationCanceledException)
        {
        }
    }

    private async Task ImapAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("* OK [CAPABILITY IMAP4rev1] ready");
        while (await reader.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            var (tag, verb) = (words[0], words[1].ToUpperInvariant());
            var done = "completed";
            switch (verb == "UID" ? "UID " + words[2].ToUpperInvariant() : verb)
            {
                case "CAPABILITY":
                    await writer.WriteLineAsync("* CAPABILITY IMAP4rev1");
                    break;
                case "LOGIN" when !line.Contains("mat-khau", StringComparison.Ordinal):
                    await writer.WriteLineAsync(tag + " NO wrong password");
                    continue;
                case "LIST":
                    await writer.WriteLineAsync($"* LIST (\\HasNoChildren) \"/\" {(line.Contains("Tra-lai", StringComparison.Ordinal) ? "\"Tra-lai\"" : "\"INBOX\"")}");
                    break;
                case "SELECT":
                    Selected = words[2].Trim('"');
                    await writer.WriteLineAsync($"* {Mails.Count} EXISTS\r\n* 0 RECENT\r\n* FLAGS (\\Seen \\Deleted)\r\n* OK [PERMANENTFLAGS (\\Seen \\Deleted)] ok\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT {Mails.Count + 1}] ok");
                    done = "[READ-WRITE] completed";
                    break;
                case "UID SEARCH":
                    await writer.WriteLineAsync("* SEARCH" + string.Concat(Enumerable.Range(1, Mails.Count).Where(n => !Seen.Contains(n)).Select(n => " " + n)));
                    break;
                case "UID FETCH":
                    var at = int.Parse(words[3], System.Globalization.CultureInfo.InvariantCulture);
                    await writer.WriteAsync($"* {at} FETCH (UID {at} BODY[] {{{Mails[at - 1].Length}}}\r\n");
                    await client.GetStream().WriteAsync(Mails[at - 1]);
                    await writer.WriteLineAsync(")");
                    break;
                case "UID STORE":
                    Seen.Add(int.Parse(words[3], System.Globalization.CultureInfo.InvariantCulture));
                    break;
                case "LOGOUT":
                    await writer.WriteLineAsync("* BYE\r\n" + tag + " OK bye");
                    return;
                default:
                    break;
            }
            await writer.WriteLineAsync($"{tag} OK {done}");
        }
    }

    private async Task Pop3Async(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("+OK ready");
        var (here, gone) = (Enumerable.Range(1, Mails.Count).Where(n => !Deleted.Contains(n)).ToList(), new List<int>());
        while (await reader.ReadLineAsync() is { } line)
        {
            var words = line.Split(' ');
            var mail = words.Length > 1 && int.TryParse(words[1], System.Globalization.CultureInfo.InvariantCulture, out var n) && n <= here.Count ? here[n - 1] : 0;
            switch (words[0].ToUpperInvariant())
            {
                case "CAPA":
                    await writer.WriteLineAsync("+OK\r\nUSER\r\nUIDL\r\n.");
                    break;
                case "STAT":
                    await writer.WriteLineAsync($"+OK {here.Count} 1000");
                    break;
                case "UIDL":
                    await writer.WriteLineAsync("+OK\r\n" + string.Concat(here.Select((h, i) => $"{i + 1} uid{h}\r\n")) + ".");
                    break;
                case "RETR":
                    await writer.WriteLineAsync("+OK");
                    await writer.WriteAsync(Encoding.Latin1.GetString(Mails[mail - 1]).Replace("\r\n.", "\r\n..", StringComparison.Ordinal) + "\r\n.\r\n");
                    break;
                case "DELE":
                    gone.Add(mail);
                    await writer.WriteLineAsync("+OK");
                    break;
                case "QUIT":
                    Deleted.UnionWith(gone);
                    await writer.WriteLineAsync("+OK bye");
                    return;
                default:
                    await writer.WriteLineAsync("+OK");
                    break;
            }
        }
    }
}
