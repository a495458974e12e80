namespace Sen.Web.Features.People.Duplicates.Agencies;

public enum AgencyReasonKind
{
    SameBody, SameName, MarksLost, OtherOrder, Abbreviated, Slip, LegalForm, SameEnglish, SameMail, SamePlace, PlaceBecame,
    MarksDiffer, UnitWithin, TwoUnits, EitherTime, PlaceNotSaid, Elsewhere, CommonName, OtherKind,
}

/// <summary>One thing that speaks for or against two rows being one agency.</summary>
public sealed record AgencyReason(AgencyReasonKind Kind, double Weight)
{
    public bool Speaks => Weight > 0;
}

/// <param name="Score">Read like that of two persons: from which on it is almost certain, likely, possible.</param>
public sealed record AgencyPair(AgencyFacts A, AgencyFacts B, double Score, IReadOnlyList<AgencyReason> Reasons)
{
    /// <summary>Somebody said once that they are two, and what is known of them has changed since.</summary>
    public DateTime? KeptApartAt { get; init; }

    public Strength Strength => Score >= DuplicatePair.StrongFrom ? Strength.Strong : Score >= DuplicatePair.LikelyFrom ? Strength.Likely : Strength.Weak;

    public bool Has(AgencyReasonKind kind) => Reasons.Any(r => r.Kind == kind);

    public AgencyFacts Other(Guid id) => A.Id == id ? B : A;
}

/// <summary>Rows that may all be one agency.</summary>
public sealed record AgencySet(IReadOnlyList<AgencyFacts> Agencies, IReadOnlyList<AgencyPair> Pairs);
