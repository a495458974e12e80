namespace Sen.Web.Platform.Audit;

/// <summary>Who changed what, when and why. Written in the transaction of the change itself.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required DateTime At { get; init; }
    public Guid? UserId { get; init; }
    public required string Who { get; init; }
    /// <summary>added, changed, removed, or a desk's own verb such as «imported».</summary>
    public required string Action { get; init; }
    /// <summary>The type of the record, such as «Workshop».</summary>
    public required string Subject { get; init; }
    public required string SubjectId { get; init; }
    public string? Why { get; init; }
    /// <summary>JSON: property → [before, after]. Names of the columns; secrets are never here.</summary>
    public string Changes { get; init; } = "{}";
    /// <summary>Who, why and the values without marks, for the search in the trail. Filled when the row is saved.</summary>
    public string SearchKey { get; private set; } = "";

    internal void FillSearchKey()
    {
        var key = Text.SearchKey.Of($"{Who} {Why} {Changes}");
        SearchKey = key.Length > 2000 ? key[..2000] : key;
    }
}

/// <summary>Rows whose changes are written to the audit trail by themselves.</summary>
public interface IAudited
{
    Guid Id { get; }
}

/// <summary>Properties that must not be copied into the trail: secrets, keys, counters.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInTrailAttribute : Attribute;
