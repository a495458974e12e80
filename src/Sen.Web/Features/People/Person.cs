using Sen.Web.Data;
using Sen.Web.Features.People.Duplicates;
using Sen.Web.Platform.Audit;

namespace Sen.Web.Features.People;

public enum Sex { Female, Male }

/// <summary>A person as known to the programme. No identity number, bank data or ethnic group is ever asked for.</summary>
public sealed class Person : IAudited, IVersioned, IMergeRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string FullName { get; set; }
    public string FamilyName { get; set; } = "";
    public string MiddleName { get; set; } = "";
    public required string GivenName { get; set; }
    /// <summary>How to address them, «Ông», «Bà», chosen by a person, never inferred.</summary>
    public string Honorific { get; set; } = "";
    /// <summary>Academic title before the name: «TS.», «ThS.».</summary>
    public string AcademicTitle { get; set; } = "";
    public Sex? Sex { get; set; }
    public int? BirthYear { get; set; }
    public string Position { get; set; } = "";
    public Guid? AgencyId { get; set; }
    /// <summary>The unit as written, where no agency is matched yet.</summary>
    public string AgencyText { get; set; } = "";
    public string? ProvinceId { get; set; }
    /// <summary>E.164.</summary>
    public string? Phone { get; set; }
    public string? Email { get; set; }
    [NotInTrail]
    public required string SearchKey { get; set; }
    [NotInTrail]
    public required string SortKey { get; set; }
    /// <summary>The row of the same person that stands; this one is kept as it was, and is shown and counted nowhere.</summary>
    public Guid? MergedIntoId { get; private set; }
    /// <summary>Names, telephones and mailboxes of merged rows and of values a merge replaced, one a line: still found, still matched.</summary>
    [NotInTrail]
    public string AlsoKnownAs { get; private set; } = "";
    public bool IsSample { get; init; }
    public DateTime CreatedAt { get; init; }
    [NotInTrail]
    public int Version { get; set; }

    /// <summary>Takes a name apart and makes the keys anew; to be called after any change of what a person is found or sorted by.</summary>
    public void Describe(PersonName name, string agencyName)
    {
        (FullName, FamilyName, MiddleName, GivenName) = (name.Full, name.Family, name.Middle, name.Given);
        FindBy(agencyName);
    }

    /// <summary>Where they work now, as they last said it.</summary>
    public void WorksAt(string position, Guid? agencyId, string agencyName, string? provinceId)
    {
        if (position.Length > 0) Position = position;
        (AgencyId, AgencyText, ProvinceId) = (agencyId, agencyName, provinceId);
        FindBy(agencyName);
    }

    /// <summary>Makes the keys anew by which searches find and lists sort. A merged row is found by none: the standing one has its words.</summary>
    public void FindBy(string agencyName)
    {
        SortKey = Platform.Text.SortKey.Of(GivenName, FamilyName, MiddleName);
        SearchKey = MergedIntoId is not null ? "" : $"{PersonSearch.KeyOf(FullName, agencyName, Phone, Email)} {KnownAs.Words(AlsoKnownAs)}".Trim();
    }

    /// <summary>Becomes a hidden row of the one that stands.</summary>
    public void GoesInto(Guid standingId) => (MergedIntoId, SearchKey) = (standingId, "");

    /// <summary>Stands by itself again; to be found, its key is made anew.</summary>
    public void ComesBack() => MergedIntoId = null;

    public void StandsFor(string knownAs) => AlsoKnownAs = knownAs;

    /// <summary>Who it was is gone; that there was a person of this province stays, so that no count changes.</summary>
    public void Forget()
    {
        (FullName, FamilyName, MiddleName, GivenName) = (Forgotten, "", "", Forgotten);
        (Honorific, AcademicTitle, Position, AgencyText, SearchKey, SortKey, AlsoKnownAs) = ("", "", "", "", "", "", "");
        (Sex, BirthYear, AgencyId, Phone, Email) = (null, null, null, null, null);
    }

    public const string Forgotten = "(đã xóa)";
}
