namespace Sen.Web.Features.People.Duplicates;

/// <summary>Puts pairs together that hang together.</summary>
internal static class PairSets
{
    /// <param name="joins">Whether the pair is sure enough to join two sets.</param>
    public static IEnumerable<List<T>> Of<T>(IEnumerable<T> pairs, Func<T, (Guid A, Guid B)> ends, Func<T, bool> joins)
    {
        var all = pairs.ToList();
        var parent = new Dictionary<Guid, Guid>();
        Guid Root(Guid id)
        {
            while (parent.TryGetValue(id, out var up) && up != id) id = up;
            return id;
        }

        foreach (var (a, b) in all.Where(joins).Select(ends)) parent[Root(a)] = parent[Root(b)] = Root(b);
        // A weak pair inside a set belongs to it; any other is a set of its own.
        return all.GroupBy(p => ends(p) is var (a, b) && Root(a) == Root(b) ? (Root(a), Guid.Empty) : ends(p)).Select(g => g.ToList());
    }
}
