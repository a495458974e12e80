using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Accounts;

/// <summary>Takes a person's words out of what Platform keeps of changes and mails. That something was changed or sent, and when, stays.</summary>
public sealed class ErasedWords(AppDb db)
{
    public const string Mark = "[đã xóa]";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task BlotTrailAsync(IReadOnlyCollection<string> contacts, IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        var ids = records.Select(r => r.ToString()).ToList();
        foreach (var entry in await db.AuditEntries.AsNoTracking().Where(e => ids.Contains(e.SubjectId)).ToListAsync(ct))
        {
            // Every value of the person's own records: also what is no name may say who it was.
            var changes = JsonSerializer.Deserialize<Dictionary<string, string?[]>>(entry.Changes) ?? [];
            await WriteAsync(entry, JsonSerializer.Serialize(changes.ToDictionary(c => c.Key, c => SaysNothing(c.Key) ? c.Value : [.. c.Value.Select(v => v is null ? null : Mark)]), Json), entry.Why is null ? null : Mark, ct);
        }
        foreach (var word in contacts)
            foreach (var entry in await db.AuditEntries.AsNoTracking().Where(e => !ids.Contains(e.SubjectId) && (e.Changes.Contains(word) || e.Why!.Contains(word))).ToListAsync(ct))
                await WriteAsync(entry, Without(entry.Changes, contacts), entry.Why is null ? null : Without(entry.Why, contacts), ct);
    }

    /// <param name="records">A mail is about a record whose id stands in its key.</param>
    public async Task BlotMailsAsync(IReadOnlyCollection<string> contacts, IReadOnlyCollection<Guid> records, CancellationToken ct)
    {
        var mails = new Dictionary<Guid, OutboxMessage>();
        foreach (var id in records.Select(r => r.ToString()))
            foreach (var mail in await db.OutboxMessages.AsNoTracking().Where(m => m.Key.Contains(id)).ToListAsync(ct)) mails[mail.Id] = mail;
        foreach (var word in contacts)
            foreach (var mail in await db.OutboxMessages.AsNoTracking().Where(m => m.To == word || m.Key.Contains(word) || m.Body.Contains(word)).ToListAsync(ct)) mails[mail.Id] = mail;
        foreach (var mail in mails.Values)
        {
            // What has not left goes nowhere any more.
            var attempts = mail.SentAt is null ? OutboxMessage.MostAttempts : mail.Attempts;
            var key = $"erased:{mail.Id}";
            // The subject of a letter to a group may be written out for its reader; others speak of the workshop alone.
            var subject = mail.Key.StartsWith("letter:", StringComparison.Ordinal) ? Mark : mail.Subject;
            await db.OutboxMessages.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(s => s.SetProperty(m => m.Key, key).SetProperty(m => m.To, Mark).SetProperty(m => m.ToName, Mark).SetProperty(m => m.Subject, subject)
                .SetProperty(m => m.Body, Mark).SetProperty(m => m.SearchKey, "").SetProperty(m => m.LastError, (string?)null).SetProperty(m => m.BounceReason, (string?)null).SetProperty(m => m.UnsubscribeUrl, "").SetProperty(m => m.Attempts, attempts), ct);
            await db.MailAttachments.Where(f => f.MessageId == mail.Id).ExecuteDeleteAsync(ct);
        }
        var addresses = contacts.Select(FailedAddresses.KeyOf).ToList();
        await db.FailedAddresses.Where(a => addresses.Contains(a.Address)).ExecuteDeleteAsync(ct);
    }

    private Task<int> WriteAsync(AuditEntry entry, string changes, string? why, CancellationToken ct)
    {
        var key = SearchKey.Of($"{entry.Who} {why} {changes}");
        if (key.Length > 2000) key = key[..2000];
        return db.AuditEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Changes, changes).SetProperty(e => e.Why, why).SetProperty(e => e.SearchKey, key), ct);
    }

    private static string Without(string text, IEnumerable<string> words) => words.Aggregate(text, (t, word) => t.Replace(word, Mark, StringComparison.OrdinalIgnoreCase));

    /// <summary>Ids, states and moments.</summary>
    private static bool SaysNothing(string field) => field is "State" or "Kind" or "Lang" or "Purpose" or "Wish" or "IsSample" || field.EndsWith("Id", StringComparison.Ordinal) || field.EndsWith("At", StringComparison.Ordinal);
}
