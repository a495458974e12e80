using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.People;

/// <summary>A kind of agency with its period and successor, such as STNMT (until 28/02/2025, then SNNMT).</summary>
public sealed class AgencyKind
{
    public required string Id { get; init; }
    public required string Level { get; init; }
    public required string Group { get; init; }
    public Bilingual Name { get; init; } = Bilingual.Empty;
    public Bilingual Abbreviation { get; init; } = Bilingual.Empty;
    /// <summary>Null: before our records.</summary>
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidTo { get; init; }
    /// <summary>Ids with «;» between them: VEA was split in three.</summary>
    public string Successors { get; init; } = "";
    public string? ParentId { get; init; }
    public string Note { get; init; } = "";

    public bool InForceOn(DateOnly day) => (ValidFrom is not { } from || from <= day) && (ValidTo is not { } to || day <= to);
}

/// <summary>One agency: a kind in a province of one vintage, or a body of its own.</summary>
public sealed class Agency : IAudited, IVersioned, IMergeRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public string? KindId { get; set; }
    public string? ProvinceId { get; set; }
    public Bilingual Name { get; set; } = Bilingual.Empty;
    [NotInTrail]
    public required string SearchKey { get; set; }
    [NotInTrail]
    public required string SortKey { get; set; }
    /// <summary>The row of the same body that stands; this one is kept as it was, and no query finds it that does not ask for hidden rows.</summary>
    public Guid? MergedIntoId { get; private set; }
    /// <summary>Names of merged rows and names a merge replaced, folded, one a line: still found, still matched.</summary>
    [NotInTrail]
    public string AlsoKnownAs { get; private set; } = "";
    public bool IsSample { get; init; }
    [NotInTrail]
    public int Version { get; set; }

    /// <summary>Found by both names and by the kind's name and abbreviations; sorted by the Vietnamese name.</summary>
    public static string KeyOf(Bilingual name, AgencyKind? kind) =>
        Platform.Text.SearchKey.Of($"{name.Vi} {name.En} {kind?.Abbreviation.Vi} {kind?.Abbreviation.En} {kind?.Id}");

    /// <summary>Makes the keys anew by which it is found and sorted. A merged row is found by none: the standing one has its words.</summary>
    public void FindBy(AgencyKind? kind)
    {
        SortKey = Platform.Text.SortKey.Of(Name.In("vi").Text);
        SearchKey = MergedIntoId is not null ? "" : string.Join(' ', KnownAs.Lines(AlsoKnownAs).Prepend(KeyOf(Name, kind)));
    }

    /// <summary>Whether it is or was written so.</summary>
    public bool IsCalled(string key) => Platform.Text.SearchKey.Of(Name.Vi) == key || Platform.Text.SearchKey.Of(Name.En) == key || KnownAs.Lines(AlsoKnownAs).Contains(key, StringComparer.Ordinal);

    public void GoesInto(Guid standingId) => (MergedIntoId, SearchKey) = (standingId, "");

    public void ComesBack() => MergedIntoId = null;

    public void StandsFor(string knownAs) => AlsoKnownAs = knownAs;
}
