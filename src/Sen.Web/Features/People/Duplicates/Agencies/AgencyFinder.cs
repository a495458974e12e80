namespace Sen.Web.Features.People.Duplicates.Agencies;

/// <summary>
/// Finds the rows of a register that may be one agency. No clock and no database: facts in, proposals out, the strongest first.
/// docs/methods/duplicates.md has the table of weights. Agencies that follow one another are two, and never proposed.
/// </summary>
public static class AgencyFinder
{
    /// <summary>Of a block of more nobody can say anything by what they share.</summary>
    private const int MostTogether = 200;

    public static IReadOnlyList<AgencyPair> Find(IReadOnlyList<AgencyFacts> agencies)
    {
        var blocks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < agencies.Count; i++)
        {
            foreach (var key in KeysOf(agencies[i]))
            {
                if (!blocks.TryGetValue(key, out var block)) blocks[key] = block = [];
                block.Add(i);
            }
        }
        var seen = new HashSet<(int, int)>();
        var pairs = new List<AgencyPair>();
        foreach (var block in blocks.Values.Where(b => b.Count is > 1 and <= MostTogether))
            for (var a = 0; a < block.Count; a++)
                for (var b = a + 1; b < block.Count; b++)
                    if (block[a] != block[b] && seen.Add((block[a], block[b])) && Weigh(agencies[block[a]], agencies[block[b]]) is { } pair) pairs.Add(pair);
        // Ids settle equal scores: the same register is always shown in the same order.
        return [.. pairs.OrderByDescending(p => p.Score).ThenBy(p => p.A.Id).ThenBy(p => p.B.Id)];
    }

    public static IReadOnlyList<AgencySet> Sets(IEnumerable<AgencyPair> pairs) =>
        [.. PairSets.Of(pairs, p => (p.A.Id, p.B.Id), p => p.Score >= DuplicatePair.LikelyFrom).Select(g => new AgencySet([.. g.SelectMany(p => new[] { p.A, p.B }).DistinctBy(a => a.Id)], g))];

    /// <summary>Null where they are two: of other provinces, other kinds, or one after the other.</summary>
    public static AgencyPair? Weigh(AgencyFacts a, AgencyFacts b)
    {
        var reasons = a.Bodies.Intersect(b.Bodies).Any() ? OfBody(a, b)
            : a.Bodies.Count > 0 && b.Bodies.Count > 0 ? []
            : OfName(a, b);
        if (reasons.Count == 0) return null;
        if (a.Mails.Intersect(b.Mails).Any()) reasons.Add(new(AgencyReasonKind.SameMail, 3));
        var score = reasons.Sum(r => r.Weight);
        return score < DuplicatePair.WeakFrom ? null : new AgencyPair(a, b, score, reasons);
    }

    /// <summary>One kind in one province at one time is one body; the name hardly matters.</summary>
    private static List<AgencyReason> OfBody(AgencyFacts a, AgencyFacts b)
    {
        var reasons = new List<AgencyReason> { new(AgencyReasonKind.SameBody, a.BodyIsRead || b.BodyIsRead ? 7 : 8) };
        if (a.Bodies.Count + b.Bodies.Count > 2) reasons.Add(new(AgencyReasonKind.EitherTime, -4));
        if (a.Within != b.Within)
        {
            if (a.Within.Length > 0 && b.Within.Length > 0) reasons.Add(new(AgencyReasonKind.TwoUnits, -10));
            // A list's «Phòng …, Sở …» is the department; a ministry's own departments are bodies of their own.
            else reasons.Add(new(AgencyReasonKind.UnitWithin, a.IsNational ? -10 : -5));
        }
        if (a.IsElsewhere || b.IsElsewhere) reasons.Add(new(AgencyReasonKind.Elsewhere, -3));
        if (Likeness(a, b) is { } name && name.Kind is not (AgencyReasonKind.LegalForm or AgencyReasonKind.MarksDiffer)) reasons.Add(name with { Weight = 1 });
        return reasons;
    }

    private static List<AgencyReason> OfName(AgencyFacts a, AgencyFacts b)
    {
        var same = a.ProvinceId == b.ProvinceId;
        var became = !same && a.Place is not null && a.Place == b.Place;
        if (!same && !became && a.ProvinceId is not null && b.ProvinceId is not null) return [];
        // «Sở …» that the register does not know as one may well be the one before or after.
        if (became && a.Bodies.Count + b.Bodies.Count > 0) return [];
        var reasons = new List<AgencyReason>();
        if (Likeness(a, b) is { } name) reasons.Add(name);
        else if (a.EnglishKey.Length > 0 && a.EnglishKey == b.EnglishKey) reasons.Add(new(AgencyReasonKind.SameEnglish, 3));
        else if (same && a.Mails.Intersect(b.Mails).Any()) reasons.Add(new(AgencyReasonKind.OtherKind, -5));
        else return [];
        if (same && a.ProvinceId is not null) reasons.Add(new(AgencyReasonKind.SamePlace, 1));
        else if (became) reasons.Add(new(AgencyReasonKind.PlaceBecame, .1));
        else if (!same) reasons.Add(new(AgencyReasonKind.PlaceNotSaid, -2));
        if (a.Parts.IsCommon && b.Parts.IsCommon) reasons.Add(new(AgencyReasonKind.CommonName, -4));
        if (a.KindId is not null && b.KindId is not null && a.KindId != b.KindId) reasons.Add(new(AgencyReasonKind.OtherKind, -3));
        return reasons;
    }

    private static AgencyReason? Likeness(AgencyFacts a, AgencyFacts b)
    {
        switch (a.Written.With(b.Written))
        {
            case NameLikeness.Same: return new(AgencyReasonKind.SameName, 7);
            case NameLikeness.MarksLost: return new(AgencyReasonKind.MarksLost, 6);
            case NameLikeness.MarksDiffer: return OtherMarks;
            case NameLikeness.Order: return a.Parts.Marks(b.Parts) == NameLikeness.MarksDiffer ? OtherMarks : new(AgencyReasonKind.OtherOrder, 5);
            default: break;
        }
        var sameWords = a.Parts.Sorted.Length > 0 && a.Parts.Sorted == b.Parts.Sorted;
        if (!sameWords && (a.Parts.Core.Length <= 2 || a.Parts.Core != b.Parts.Core)) return IsSlip(a.Written, b.Written) ? new(AgencyReasonKind.Slip, 2) : null;
        var marks = a.Parts.Marks(b.Parts);
        if (marks == NameLikeness.MarksDiffer) return OtherMarks;
        if (sameWords) return new(AgencyReasonKind.Abbreviated, marks == NameLikeness.Same ? 6 : 4);
        return new(AgencyReasonKind.LegalForm, a.Parts.LegalForm.Length == 0 || b.Parts.LegalForm.Length == 0 ? 3 : -1);
    }

    /// <summary>«Minh Anh» and «Minh Ánh» are two enterprises.</summary>
    private static AgencyReason OtherMarks => new(AgencyReasonKind.MarksDiffer, -2);

    /// <summary>A letter mistyped in a long name; numbers are never mistyped but other numbers, «số 1» and «số 2».</summary>
    private static bool IsSlip(NameFacts a, NameFacts b) => Math.Min(a.Key.Length, b.Key.Length) >= 12 && NameFacts.OneSlip(a.Key, b.Key)
        && a.Words.Zip(b.Words).All(w => w.First == w.Second || (Math.Min(w.First.Length, w.Second.Length) > 2 && !w.First.Concat(w.Second).Any(char.IsDigit)))
        && a.Words.Length == b.Words.Length;

    private static IEnumerable<string> KeysOf(AgencyFacts a)
    {
        foreach (var body in a.Bodies) yield return "b " + body;
        if (a.Parts.Sorted.Length > 0) yield return "w " + a.Parts.Sorted;
        if (a.Written.Sorted.Length > 0) yield return "o " + a.Written.Sorted;
        if (a.Parts.Core.Length > 2) yield return "c " + a.Parts.Core;
        if (a.EnglishKey.Length > 0) yield return "e " + a.EnglishKey;
        foreach (var mail in a.Mails) yield return "m " + mail;
        // One mistyped letter leaves the beginning or the end of a name as it was.
        var name = a.Written.Key;
        if (name.Length < 12) yield break;
        yield return $"p {a.Place} {name[..6]}{name.Length / 4}";
        yield return $"p {a.Place} {name[..6]}{(name.Length + 2) / 4}*";
        yield return $"s {a.Place} {name[^6..]}";
    }
}
