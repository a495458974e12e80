namespace Sen.Web.Features.People.Duplicates;

/// <summary>Finds the rows of a register that may be one person. No clock and no database: facts in, proposals out, the strongest first.</summary>
public static class DuplicateFinder
{
    public static IReadOnlyList<DuplicatePair> Find(IReadOnlyList<PersonFacts> persons)
    {
        var shares = new Shares(persons);
        var score = new PairScore(shares);
        var pairs = new List<DuplicatePair>();
        foreach (var (a, b) in Blocks.Pairs(persons, shares))
            if (score.Of(persons[a], persons[b]) is { } pair) pairs.Add(pair);
        // Ids settle equal scores: the same register is always shown in the same order.
        return [.. pairs.OrderByDescending(p => p.Score).ThenBy(p => p.A.Id).ThenBy(p => p.B.Id)];
    }

    /// <summary>One pair by itself, weighed against the register.</summary>
    public static DuplicatePair? Weigh(IReadOnlyList<PersonFacts> persons, PersonFacts a, PersonFacts b) => new PairScore(new Shares(persons)).Of(a, b);

    /// <summary>Pairs that hang together as one: A like B and B like C. Weak pairs join nobody: they would chain strangers.</summary>
    public static IReadOnlyList<DuplicateSet> Sets(IEnumerable<DuplicatePair> pairs) =>
        [.. PairSets.Of(pairs, p => (p.A.Id, p.B.Id), p => p.Score >= DuplicatePair.LikelyFrom).Select(g => new DuplicateSet([.. g.SelectMany(p => new[] { p.A, p.B }).DistinctBy(p => p.Id)], g))];
}
