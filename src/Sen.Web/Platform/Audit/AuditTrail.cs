using System.Globalization;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Sen.Web.Platform.Audit;

/// <summary>Turns the pending changes of a unit of work into audit rows.</summary>
public static class AuditTrail
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static List<AuditEntry> Of(ChangeTracker tracker, Actor actor, DateTime now)
    {
        var entries = new List<AuditEntry>();
        foreach (var entry in tracker.Entries<IAudited>())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified or EntityState.Deleted)) continue;
            var changes = Changes(entry);
            if (entry.State == EntityState.Modified && changes.Count == 0) continue;
            entries.Add(new AuditEntry
            {
                At = now,
                UserId = actor.UserId,
                Who = actor.Who,
                Why = actor.Why,
                Action = entry.State switch { EntityState.Added => "added", EntityState.Deleted => "removed", _ => "changed" },
                Subject = entry.Metadata.ClrType.Name,
                SubjectId = entry.Entity.Id.ToString(),
                Changes = JsonSerializer.Serialize(changes, Json),
            });
        }
        return entries;
    }

    private static Dictionary<string, string?[]> Changes(EntityEntry entry)
    {
        var changes = new Dictionary<string, string?[]>(StringComparer.Ordinal);
        foreach (var property in entry.Properties)
            Add(changes, property.Metadata.Name, property, property.Metadata.PropertyInfo, entry.State);
        foreach (var complex in entry.ComplexProperties)
            foreach (var property in complex.Properties)
                Add(changes, complex.Metadata.Name + "." + property.Metadata.Name, property, complex.Metadata.PropertyInfo, entry.State);
        return changes;
    }

    private static void Add(Dictionary<string, string?[]> changes, string name, PropertyEntry property, PropertyInfo? info, EntityState state)
    {
        if (property.Metadata.IsPrimaryKey() || info?.IsDefined(typeof(NotInTrailAttribute)) == true) return;
        // The same moment written with another kind of clock is no change.
        if (state == EntityState.Modified && Equals(property.OriginalValue, property.CurrentValue)) return;
        var before = state == EntityState.Added ? null : Text(property.OriginalValue);
        var after = state == EntityState.Deleted ? null : Text(property.CurrentValue);
        if (!string.Equals(before, after, StringComparison.Ordinal)) changes[name] = [before, after];
    }

    /// <summary>Days and times as ISO 8601 writes them, so that a reader can tell an instant (with Z) from a time on the wall.</summary>
    private static string? Text(object? value) => value switch
    {
        null or "" => null,
        DateTimeOffset at => at.UtcDateTime.ToString(Instant, CultureInfo.InvariantCulture),
        DateTime { Kind: DateTimeKind.Utc } at => at.ToString(Instant, CultureInfo.InvariantCulture),
        DateTime at => at.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private const string Instant = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";
}
