using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Sen.Web.Platform.Text;

namespace Sen.Web.Platform.Outbox;

/// <summary>Where desks leave their mails. They are written with the next SaveChanges, in its transaction.</summary>
public static class Outbox
{
    public static void Add(DbContext db, string key, string to, string name, string lang, string subject, string body, bool holdsSecret = false) =>
        Add(db, new OutboxMessage
        {
            Key = key,
            To = to,
            ToName = name,
            Lang = lang,
            Subject = subject,
            Body = body,
            HoldsSecret = holdsSecret,
            SearchKey = SearchKeyOf(to, name, subject),
        });

    /// <summary>The same with attachments, a moment before which it does not leave, or a way to unsubscribe.</summary>
    public static void Add(DbContext db, OutboxMessage message) => db.Add(message);

    public static string SearchKeyOf(string to, string name, string subject) => SearchKey.Of($"{to} {name} {subject}");

    /// <summary>
    /// Takes the new messages out of the tracker: they are written by <see cref="WriteAsync"/>, because a plain insert of a known key
    /// would undo the whole transaction on PostgreSQL.
    /// </summary>
    internal static List<OutboxMessage> TakeNew(ChangeTracker tracker)
    {
        var added = tracker.Entries<OutboxMessage>().Where(e => e.State == EntityState.Added).ToList();
        foreach (var entry in added) entry.State = EntityState.Detached;
        // One order for everybody: two transactions that write the same two keys must not wait for each other.
        return [.. added.Select(e => e.Entity).OrderBy(m => m.Key, StringComparer.Ordinal)];
    }

    /// <summary>Writes what is not known yet. A key that another transaction is writing is waited for, then left alone.</summary>
    internal static async Task WriteAsync(DbContext db, IEnumerable<OutboxMessage> messages, DateTime now, CancellationToken ct)
    {
        // The column's own mapping: a bare instant would be sent to PostgreSQL as one with a zone.
        var moment = db.Model.FindEntityType(typeof(OutboxMessage))!.FindProperty(nameof(OutboxMessage.CreatedAt))!.GetRelationalTypeMapping();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        foreach (var m in messages)
        {
            var written = await db.Database.ExecuteSqlAsync($"""
                insert into outbox_messages (id, key, recipient, to_name, subject, body, lang, holds_secret, search_key, about, unsubscribe_url, created_at, next_attempt_at, attempts)
                values ({m.Id}, {m.Key}, {m.To}, {m.ToName}, {m.Subject}, {m.Body}, {m.Lang}, {m.HoldsSecret}, {(m.SearchKey.Length > 0 ? m.SearchKey : SearchKeyOf(m.To, m.ToName, m.Subject))}, {m.About}, {m.UnsubscribeUrl},
                  {moment.CreateParameter(command, "", now)}, {moment.CreateParameter(command, "", m.NextAttemptAt == default ? now : m.NextAttemptAt)}, 0)
                on conflict (key) do nothing
                """, ct);
            if (written == 0) continue;
            for (var i = 0; i < m.Attachments.Count; i++)
                await db.Database.ExecuteSqlAsync($"""
                    insert into mail_attachments (id, message_id, position, name, content_type, content)
                    values ({m.Attachments[i].Id}, {m.Id}, {i}, {m.Attachments[i].Name}, {m.Attachments[i].ContentType}, {m.Attachments[i].Content})
                    """, ct);
        }
    }
}
