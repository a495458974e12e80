namespace Sen.Web.Features.People.Duplicates;

/// <summary>
/// Weighs two rows after Fellegi and Sunter (1969, «A Theory for Record Linkage», JASA 64): for each thing compared, log₂ of how much
/// oftener it agrees so in one person's two rows (m) than in two strangers' (u). The sum and the prior odds give the odds that they are one.
/// docs/methods/duplicates.md has the table of m and where u comes from.
/// </summary>
internal sealed class PairScore(Shares shares)
{
    private const double MostOfName = 20;
    /// <summary>Where nearly all are of one agency it proves next to nothing, but nothing against them either.</summary>
    private const double LeastOfAgency = .1;

    /// <summary>About one row in twenty doubles another: so many of all pairs are one person's.</summary>
    private readonly double prior = Math.Log2(0.05 / Math.Max(20, shares.People));

    /// <summary>Null where the names are two names: nothing else outweighs that.</summary>
    public DuplicatePair? Of(PersonFacts a, PersonFacts b)
    {
        var likeness = a.Name.With(b.Name);
        if (likeness == NameLikeness.Other) return null;
        var reasons = new List<Reason>(8) { OfName(likeness, a.Name, b.Name) };
        var score = prior + reasons[0].Weight;
        score += OfContacts(a, b, reasons);
        if (OfUnit(a.Unit, b.Unit) is { } unit) Add(unit);
        if (a.BirthYear is { } x && b.BirthYear is { } y)
            Add(x == y ? new Reason(ReasonKind.SameBirthYear, 5.2) : new Reason(ReasonKind.OtherBirthYear, Math.Abs(x - y) == 1 ? -1.3 : -5));
        if (a.Sex is { } s && b.Sex is { } t) Add(s == t ? new Reason(ReasonKind.SameSex, .9) : new Reason(ReasonKind.OtherSex, -4.6));
        return score < DuplicatePair.WeakFrom ? null : new DuplicatePair(a, b, score, reasons);

        void Add(Reason reason)
        {
            reasons.Add(reason);
            score += reason.Weight;
        }
    }

    private Reason OfName(NameLikeness likeness, NameFacts a, NameFacts b) => likeness switch
    {
        NameLikeness.Same => new(ReasonKind.SameName, Weight(.93, shares.OfName(a, 2)), shares.WithName(a)),
        NameLikeness.MarksLost => new(ReasonKind.MarksLost, Weight(.65, shares.OfName(a, 2)), shares.WithName(a)),
        NameLikeness.MarksDiffer => new(ReasonKind.MarksDiffer, Weight(.13, shares.OfName(a, 2)), shares.WithName(a)),
        NameLikeness.Order => new(ReasonKind.OtherOrder, Weight(.05, shares.OfSorted(a)), shares.WithSorted(a)),
        // One slip of about fifty that could have been made: a name that exists nowhere else is a slip, a common one is another name.
        NameLikeness.Slip => new(ReasonKind.Slip, Weight(.08 / 50, Math.Min(shares.OfName(a, 1), shares.OfName(b, 1))), Math.Min(shares.WithName(a), shares.WithName(b))),
        _ => new(ReasonKind.MiddleLeftOut, Weight(.05, shares.OfEnds(a.Words.Length > b.Words.Length ? a : b)), shares.WithEnds(a.Words.Length > b.Words.Length ? a : b)),
    };

    /// <summary>A telephone and a mailbox of one office come together, so the second of two that agree counts a third.</summary>
    private double OfContacts(PersonFacts a, PersonFacts b, List<Reason> reasons)
    {
        Reason? phone = null, mail = null;
        if (a.Phone is { } number && b.Phone is { } other)
        {
            phone = number == other
                ? new(ReasonKind.SamePhone, Math.Log2(.6 / shares.OfContact(shares.WithPhone(number), a.PhoneIsLandline ? 4 : .5)), shares.WithPhone(number))
                : new(ReasonKind.OtherPhone, a.PhoneIsLandline || b.PhoneIsLandline ? -.3 : -1.3);
        }
        if (a.Email is { } x && b.Email is { } y)
        {
            mail = x == y ? new(ReasonKind.SameMail, Math.Log2(.5 / shares.OfContact(shares.WithMail(x), OfficeMail.Is(x) ? 4 : .3)), shares.WithMail(x))
                : a.MailName is { } name && name == b.MailName ? new(ReasonKind.SameMailName, Math.Min(9, Math.Log2(.15 / shares.OfContact(shares.WithMailName(name), 2))), shares.WithMailName(name))
                : new(ReasonKind.OtherMail, -.7);
        }
        if (phone is not null) reasons.Add(phone);
        if (mail is not null) reasons.Add(mail);
        var (p, m) = (phone?.Weight ?? 0, mail?.Weight ?? 0);
        return p > 0 && m > 0 ? Math.Max(p, m) + (Math.Min(p, m) / 3) : p + m;
    }

    private Reason? OfUnit(UnitFacts a, UnitFacts b)
    {
        if (a.IsKnown && b.IsKnown)
        {
            if (a.Key == b.Key) return new(ReasonKind.SameAgency, Math.Max(LeastOfAgency, Weight(.5, shares.OfUnit(a))));
            if (a.TodayKey == b.TodayKey) return new(a.Name == b.Name ? ReasonKind.SameAgency : ReasonKind.Succession, Math.Max(LeastOfAgency, Weight(.3, shares.OfToday(a))));
        }
        if (a.Place is null || b.Place is null) return null;
        if (a.Place != b.Place) return new(ReasonKind.OtherPlace, -3.3);
        var weight = Weight(a.IsKnown && b.IsKnown ? .15 : .85, shares.OfPlace(a.Place));
        return weight > 0 ? new(ReasonKind.SamePlace, weight) : new(ReasonKind.OtherAgency, weight);
    }

    private static double Weight(double m, double u) => Math.Min(MostOfName, Math.Log2(m / u));
}
