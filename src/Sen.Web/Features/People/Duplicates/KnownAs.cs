using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People.Duplicates;

/// <summary>
/// What a person was once written as: names, folded, and telephones and mailboxes, one a line. A search for the old number finds the
/// person that stands, and a list with it is matched to them.
/// </summary>
internal static class KnownAs
{
    public static IEnumerable<string> Of(Person person) => Of(person.FullName, person.Phone, person.Email).Concat(Lines(person.AlsoKnownAs));

    public static string Join(IEnumerable<string> lines) => string.Join('\n', lines.Distinct(StringComparer.Ordinal));

    /// <summary>The same for the index of words, numbers in both forms.</summary>
    public static string Words(string knownAs) => SearchKey.Of(string.Join(' ', Lines(knownAs).SelectMany(l => l.StartsWith("+84", StringComparison.Ordinal) ? [l, "0" + l[3..]] : new[] { l })));

    /// <summary>Every name of a person with every contact of theirs: the two together say who it is.</summary>
    public static IEnumerable<(string Name, string Contact)> Pairs(string fullName, string? phone, string? email, string knownAs)
    {
        var lines = Of(fullName, phone, email).Concat(Lines(knownAs)).Distinct(StringComparer.Ordinal).ToLookup(IsContact);
        return lines[false].SelectMany(name => lines[true], (name, contact) => (name, contact));
    }

    public static IEnumerable<string> Lines(string knownAs) => knownAs.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Of(string fullName, string? phone, string? email) =>
        new[] { SearchKey.Of(fullName), phone, email }.OfType<string>().Where(l => l.Length > 0);

    // A name has no digits and no @.
    private static bool IsContact(string line) => line.Contains('@', StringComparison.Ordinal) || line.Any(char.IsAsciiDigit);
}
