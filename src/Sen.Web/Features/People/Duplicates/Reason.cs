namespace Sen.Web.Features.People.Duplicates;

public enum ReasonKind
{
    SamePhone, SameMail, SameMailName,
    SameName, MarksLost, MarksDiffer, OtherOrder, Slip, MiddleLeftOut,
    SameAgency, Succession, SamePlace,
    SameBirthYear, SameSex,
    OtherPhone, OtherMail, OtherPlace, OtherAgency, OtherBirthYear, OtherSex,
}

/// <summary>One thing that speaks for or against two rows being one person, with its weight in bits.</summary>
/// <param name="Count">How many persons have the name, the number, the mailbox.</param>
public sealed record Reason(ReasonKind Kind, double Weight, int Count = 0)
{
    public bool Speaks => Weight > 0;
}

/// <summary>From 99 in 100, from one in two, from one in ten.</summary>
public enum Strength { Strong, Likely, Weak }

/// <param name="Score">Log₂ of the odds that the two are one person.</param>
public sealed record DuplicatePair(PersonFacts A, PersonFacts B, double Score, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Odds of 99 : 1, of 1 : 1, of 1 : 9.</summary>
    public const double StrongFrom = 6.63, LikelyFrom = 0, WeakFrom = -3.17;

    /// <summary>Somebody said once that they are two, and what is known of them has changed since.</summary>
    public DateTime? KeptApartAt { get; init; }

    public Strength Strength => Score >= StrongFrom ? Strength.Strong : Score >= LikelyFrom ? Strength.Likely : Strength.Weak;

    public bool Has(ReasonKind kind) => Reasons.Any(r => r.Kind == kind && r.Speaks);

    public PersonFacts Other(Guid id) => A.Id == id ? B : A;
}

/// <summary>Rows that may all be one person: A like B, B like C.</summary>
public sealed record DuplicateSet(IReadOnlyList<PersonFacts> Persons, IReadOnlyList<DuplicatePair> Pairs)
{
    public DuplicatePair Best => Pairs[0];
}
