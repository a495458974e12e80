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
        var before = state == EntityState.Added ? null : Text(property.OriginalValue);
        var after = state == EntityState.Deleted ? null : Text(property.CurrentValue);
        if (!string.Equals(before, after, StringComparison.Ordinal)) changes[name] = [before, after];
    }

    private static string? Text(object? value) => value is null or "" ? null : Convert.ToString(value, CultureInfo.InvariantCulture);
}
