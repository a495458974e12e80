namespace Sen.Web.Features.People.Duplicates;

/// <summary>
/// Which pairs are worth weighing: of 100,000 persons there are five thousand million, of which a million share anything. Persons stand
/// together in a block when they share a number, a mailbox, a name; or most of a name and an agency.
/// </summary>
internal static class Blocks
{
    /// <summary>A block of more says nothing: the switchboard of a ministry. Its pairs are found by what else they share.</summary>
    private const int MostTogether = 200;
    /// <summary>Up to so many of one name are compared wherever they are.</summary>
    private const int FewOfOneName = 12;

    public static IEnumerable<(int A, int B)> Pairs(IReadOnlyList<PersonFacts> persons, Shares shares)
    {
        var keys = new List<ulong>(persons.Count * 8);
        var members = new List<int>(persons.Count * 8);
        for (var i = 0; i < persons.Count; i++)
        {
            foreach (var key in KeysOf(persons[i], shares))
            {
                keys.Add(key);
                members.Add(i);
            }
        }
        var (k, m) = (keys.ToArray(), members.ToArray());
        Array.Sort(k, m);
        var found = new List<ulong>();
        for (int start = 0, end; start < k.Length; start = end)
        {
            for (end = start + 1; end < k.Length && k[end] == k[start]; end++) { }
            if (end - start is < 2 or > MostTogether) continue;
            for (var a = start; a < end; a++)
                for (var b = a + 1; b < end; b++)
                    if (m[a] != m[b]) found.Add(m[a] < m[b] ? ((ulong)m[a] << 32) | (uint)m[b] : ((ulong)m[b] << 32) | (uint)m[a]);
        }
        found.Sort();
        var last = ulong.MaxValue;
        foreach (var pair in found)
        {
            if (pair != last) yield return ((int)(pair >> 32), (int)(uint)pair);
            last = pair;
        }
    }

    private static IEnumerable<ulong> KeysOf(PersonFacts p, Shares shares)
    {
        var name = p.Name;
        if (name.Words.Length == 0) yield break;
        if (p.Phone is { } phone) yield return Key(1, phone, shares.WithPhone(phone) > MostTogether ? name.Given : "");
        if (p.Email is { } mail) yield return Key(2, mail, shares.WithMail(mail) > MostTogether ? name.Given : "");
        if (p.MailName is { } local) yield return Key(3, local, "");
        if (shares.WithSorted(name) <= FewOfOneName) yield return Key(4, name.Sorted, "");
        if (shares.WithEnds(name) <= FewOfOneName) yield return Key(5, name.Family, name.Given);
        if (p.BirthYear is { } year) yield return Key(6, name.Sorted, year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (p.Unit.Place is { } place) yield return Key(7, name.Sorted, place);
        if (!p.Unit.IsKnown) yield break;
        var unit = p.Unit.TodayKey;
        yield return Key(8, unit, name.Sorted);
        // What is left of a name when one word of it was mistyped or left out.
        yield return Key(9, unit, name.Family, name.Given);
        if (name.Words.Length < 3) yield break;
        yield return Key(10, unit, name.Family, name.Words[^2]);
        yield return Key(11, unit, name.Words[1], name.Given);
    }

    private static ulong Key(int block, string a, string b, string c = "") => ((ulong)block << 32) | (uint)HashCode.Combine(a, b, c);
}
