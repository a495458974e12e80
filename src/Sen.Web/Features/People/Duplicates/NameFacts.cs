using System.Globalization;
using System.Text;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>How alike two names are, from the same to another one.</summary>
public enum NameLikeness { Other, Middle, Slip, Order, MarksDiffer, MarksLost, Same }

/// <summary>A name made ready to be compared with many others.</summary>
public sealed class NameFacts
{
    private readonly string[] marked;

    public NameFacts(string fullName)
    {
        Key = SearchKey.Of(fullName);
        Words = Key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Sorted = string.Join(' ', Words.Order(StringComparer.Ordinal));
        var written = fullName.Split((char[])[' ', '-', '\u00a0'], StringSplitOptions.RemoveEmptyEntries);
        marked = written.Length == Words.Length ? Array.ConvertAll(written, Marked) : [];
    }

    /// <summary>Folded: no marks, small letters.</summary>
    public string Key { get; }
    public string[] Words { get; }
    /// <summary>The words in the order of the alphabet, so that a turned name is the same.</summary>
    public string Sorted { get; }
    public string Family => Words.Length > 1 ? Words[0] : "";
    public string Given => Words.Length > 0 ? Words[^1] : "";

    public NameLikeness With(NameFacts other)
    {
        if (Key == other.Key) return Marks(other);
        if (Sorted == other.Sorted) return NameLikeness.Order;
        if (IsPart(this, other) || IsPart(other, this)) return NameLikeness.Middle;
        return Key.Length >= 6 && other.Key.Length >= 6 && OneSlip(Key, other.Key) ? NameLikeness.Slip : NameLikeness.Other;
    }

    private NameLikeness Marks(NameFacts other)
    {
        if (marked.Length == 0 || other.marked.Length == 0) return NameLikeness.MarksLost;
        var likeness = NameLikeness.Same;
        for (var i = 0; i < marked.Length; i++)
        {
            if (marked[i] == other.marked[i]) continue;
            // A name typed without any marks says nothing against one; «Hùng» and «Hưng» do.
            if (!IsPlain(this) && !IsPlain(other)) return NameLikeness.MarksDiffer;
            likeness = NameLikeness.MarksLost;
        }
        return likeness;
    }

    private static bool IsPlain(NameFacts name) => name.marked.All(m => m.All(char.IsAscii));

    /// <summary>A word's letters and marks, sorted: «hoà» and «hòa» have the same ones, in another order.</summary>
    internal static string Marked(string word)
    {
        var letters = word.ToLower(CultureInfo.InvariantCulture).Nfd().ToCharArray();
        Array.Sort(letters);
        return new string(letters);
    }

    /// <summary>Fewer words, among them the first and the last of the longer: a middle name was left out.</summary>
    private static bool IsPart(NameFacts shorter, NameFacts longer) => shorter.Words.Length >= 2 && shorter.Words.Length < longer.Words.Length
        && shorter.Words.Contains(longer.Family) && shorter.Words.Contains(longer.Given) && shorter.Words.All(longer.Words.Contains);

    /// <summary>One letter more, less or other, two neighbours turned, or a space lost.</summary>
    internal static bool OneSlip(string a, string b)
    {
        if (a.Length > b.Length) (a, b) = (b, a);
        if (b.Length - a.Length > 1) return false;
        var start = 0;
        while (start < a.Length && a[start] == b[start]) start++;
        var restA = a.AsSpan(start);
        var restB = b.AsSpan(start);
        if (a.Length != b.Length) return restA.SequenceEqual(restB[1..]);
        return restA.Length == 0 || restA[1..].SequenceEqual(restB[1..])
            || (restA.Length > 1 && restA[0] == restB[1] && restA[1] == restB[0] && restA[2..].SequenceEqual(restB[2..]));
    }
}
