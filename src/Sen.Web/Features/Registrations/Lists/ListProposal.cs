using System.Collections.Concurrent;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Registrations.Lists;

public enum ListSex { Male, Female }

/// <summary>What a file of participants proposes; nothing is taken before a person accepts it.</summary>
public sealed record ListProposal(IReadOnlyList<ProposedRow> Rows, IReadOnlyList<ListProblem> Problems, IReadOnlyList<SkippedSheet> SkippedSheets)
{
    /// <summary>At least one row was converted from TCVN3 or VNI; the preview shows both and a person accepts.</summary>
    public bool HasConvertedText => Rows.Any(r => r.ConvertedText);
}

/// <summary>A sheet that was not read, and why.</summary>
public sealed record SkippedSheet(string Name, string Vi, string En);

public sealed record ProposedProvince(string Vintage, string Code, string Name);

/// <summary>One person of a list in the form that would be stored, with what the cells said.</summary>
public sealed record ProposedRow
{
    public required string Sheet { get; init; }
    public required int Row { get; init; }
    public string? FullName { get; init; }

    /// <summary>«TS.», «Ông»: what stood before the name.</summary>
    public string? Title { get; init; }

    public ListSex? Sex { get; init; }
    public int? BirthYear { get; init; }
    public string? Position { get; init; }
    public string? AgencyKind { get; init; }
    public string? Agency { get; init; }
    public ProposedProvince? Province { get; init; }
    public string? Phone { get; init; }
    public string? Email { get; init; }
    public string? Note { get; init; }

    /// <summary>The line above that names a group, as it stands, without its number.</summary>
    public string? Group { get; init; }

    /// <summary>What a person is likely to choose where the row itself leaves kind or province open.</summary>
    public UnitSuggestion? Suggestion { get; init; }

    public bool Hidden { get; init; }
    public bool ConvertedText { get; init; }

    /// <summary>The same for the same line in a longer list, or in another order, and however often it was corrected on screen.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The cells of the known columns as a person sees them in the file.</summary>
    public required IReadOnlyDictionary<ListField, string> Raw { get; init; }

    /// <summary>The letters of those columns.</summary>
    public required IReadOnlyDictionary<ListField, string> Columns { get; init; }
}

public sealed record UnitSuggestion(string? AgencyKind, ProposedProvince? Province, string? Agency);

/// <summary>Where the rows come from and on which day their units have to be in force.</summary>
public sealed class ListContext(DateOnly inForceOn, Gazetteer gazetteer, AgencyKinds kinds)
{
    public DateOnly InForceOn { get; } = inForceOn;
    public Gazetteer Gazetteer { get; } = gazetteer;
    public AgencyKinds Kinds { get; } = kinds;

    // A list names the same few units again and again.
    private readonly ConcurrentDictionary<string, UnitReading> _units = new(StringComparer.Ordinal);

    public string Vintage => Gazetteer.VintageOn(InForceOn);

    internal UnitReading Unit(string text) =>
        _units.GetOrAdd(text, static (t, c) => UnitReading.Read(t, c.InForceOn, c.Gazetteer, c.Kinds), this);
}

/// <summary>The file as sheets, or why it is refused, or what it proposes.</summary>
public sealed record ListFileReading(ListProposal Proposal, SpreadsheetRefusal? Refusal);
