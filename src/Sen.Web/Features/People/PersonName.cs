using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.People;

/// <summary>A name as it is written: family, middle, given. People are addressed and sorted by the given name, the last word.</summary>
public sealed partial record PersonName
{
    private static readonly TextInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN").TextInfo;

    // Folded, without dots. «Ông», «Bà» and titles stand before a name and are no part of it.
    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "gs", "pgs", "bscki", "bsckii", "ts", "tskh", "ths", "ks", "cn", "bs", "ds", "ncs", "kts", "dr", "mr", "mrs", "ms", "prof", "tien si", "thac si", "ky su", "cu nhan",
    };

    private static readonly string[] Honorifics = ["Ông/Bà", "Ông", "Ô.", "Bà", "Đ/c", "Đồng chí", "Anh", "Chị", "Cô", "Chú"];

    public required string Full { get; init; }
    public required string Family { get; init; }
    public required string Middle { get; init; }
    public required string Given { get; init; }
    public string? Title { get; init; }

    /// <summary>Sorts by given name, then family, then middle, in Vietnamese order.</summary>
    public string SortKey => Platform.Text.SortKey.Of(Given, Family, Middle);

    /// <summary>Stray spaces out, titles off, all-capital and all-small names in title case. Null for what is no name.</summary>
    public static PersonName? Read(string? text)
    {
        var words = Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var title = TakeTitles(words);
        var full = string.Join(' ', words);
        if (full.Count(char.IsLetter) < 2 || SpacedDash().IsMatch(full) || full.Any(c => char.IsDigit(c) || c is '@' or '=' or '#' or ':' or ';' or '/' or '(' or ')' or ',')) return null;
        full = Cased(full);
        words = [.. full.Split(' ')];
        return new PersonName
        {
            Full = full,
            Family = words.Count > 1 ? words[0] : "",
            Middle = words.Count > 2 ? string.Join(' ', words[1..^1]) : "",
            Given = words[^1],
            Title = title.Length == 0 ? null : title,
        };
    }

    /// <summary>
    /// The same name called by other words of it: «Minh Họa» of «Trần Minh Họa», or the first word of a name written given name
    /// first. Null where the words do not begin or end the name.
    /// </summary>
    public PersonName? CalledBy(string? given)
    {
        given = Clean(given);
        if (given.Length == 0 || given == Given) return this;
        if (given == Full) return this with { Given = given, Family = "", Middle = "" };
        var last = Full.EndsWith(" " + given, StringComparison.Ordinal);
        if (!last && !Full.StartsWith(given + " ", StringComparison.Ordinal)) return null;
        var rest = (last ? Full[..^given.Length] : Full[given.Length..]).Trim().Split(' ');
        return last
            ? this with { Given = given, Family = rest[0], Middle = string.Join(' ', rest[1..]) }
            : this with { Given = given, Family = rest[^1], Middle = string.Join(' ', rest[..^1]) };
    }

    /// <summary>Single spaces, no invisible letters, NFC.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        if (IsClean(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var c in text.Nfc())
        {
            if (char.IsWhiteSpace(c) || c == '\u00A0')
            {
                if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            }
            else if (!char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format) clean.Append(c);
        }
        if (clean.Length > 0 && clean[^1] == ' ') clean.Length--;
        return clean.ToString();
    }

    // Most cells are clean already, and a list has a hundred thousand of them.
    private static bool IsClean(string text)
    {
        var before = ' ';
        foreach (var c in text)
        {
            if (c == ' ' ? before == ' ' : !char.IsLetterOrDigit(c) && !char.IsPunctuation(c) && !char.IsSymbol(c)) return false;
            before = c;
        }
        return before != ' ' && text.IsNormalized();
    }

    private static string TakeTitles(List<string> words)
    {
        var titles = new List<string>();
        while (words.Count > 1)
        {
            var n = Leading(words);
            // «PGS.TS.Nguyễn» is written without a space now and then.
            if (n == 0 && SplitGluedTitle(words)) continue;
            if (n == 0 || n >= words.Count) break;
            titles.AddRange(words[..n]);
            words.RemoveRange(0, n);
        }
        return string.Join(' ', titles);
    }

    private static int Leading(List<string> words)
    {
        var first = words[0];
        if (words.Count > 2 && words[1][0] is ('s' or 'S' or 'n' or 'N') && Titles.Contains(SearchKey.Of(first + " " + words[1]))) return 2;
        if (words.Count > 2 && $"{first} {words[1]}".Equals("đồng chí", StringComparison.OrdinalIgnoreCase)) return 2;
        string[] parts = first.Length > 4 && !first.Contains('.', StringComparison.Ordinal) ? [] : SearchKey.Of(first.TrimEnd(':', ',')).Split(['.', ' '], StringSplitOptions.RemoveEmptyEntries);
        // A title is told from a syllable by its dot or by having no vowel: «TS» and «TS.», but «Ms.» only with its dot.
        if (parts.Length > 0 && AreTitles(parts) && (first.Contains('.', StringComparison.Ordinal) || !parts.Any(p => p.Any(c => "aeiouy".Contains(c, StringComparison.Ordinal)))))
            return 1;
        foreach (var honorific in Honorifics)
        {
            // «Anh» is a common family-side syllable too, so these go only before two more words or with a colon or dot.
            if ((first.Equals(honorific, StringComparison.OrdinalIgnoreCase) || first.TrimEnd('.', ':').Equals(honorific, StringComparison.OrdinalIgnoreCase)) && words.Count > 2) return 1;
        }
        return 0;
    }

    // «Th.S.» is one title with two dots, «PGS.TS.» two.
    private static bool AreTitles(string[] parts) => parts.All(Titles.Contains) || Titles.Contains(string.Concat(parts));

    private static bool SplitGluedTitle(List<string> words)
    {
        var dot = words[0].LastIndexOf('.');
        if (dot <= 0 || dot == words[0].Length - 1) return false;
        var head = words[0][..(dot + 1)];
        if (!AreTitles(SearchKey.Of(head).Split('.', StringSplitOptions.RemoveEmptyEntries))) return false;
        words[0] = words[0][(dot + 1)..];
        words.Insert(0, head);
        return true;
    }

    // TCVN3 capitals have no tones, so «NGUYễN» counts as capitals: what decides are the letters that could have been typed so.
    private static string Cased(string full)
    {
        var allSmall = !full.Any(char.IsUpper);
        var plain = full.Where(char.IsAsciiLetter).ToList();
        var allCapital = plain.Count > 1 && plain.TrueForAll(char.IsUpper) || (full.Any(char.IsUpper) && !full.Any(char.IsLower) && full.Length > 1);
        return allSmall || allCapital ? AfterApostrophe().Replace(Vietnamese.ToTitleCase(full.ToLower(CultureInfo.GetCultureInfo("vi-VN"))), m => m.Value.ToUpperInvariant()) : full;
    }

    // «K'Brêu», «H'Hen»: the letter behind begins a word.
    [GeneratedRegex(@"(?<=\b\p{Lu}['’])\p{Ll}", RegexOptions.CultureInvariant)]
    private static partial Regex AfterApostrophe();

    // «Nguyễn Văn An - Phó Giám đốc»
    [GeneratedRegex(@"\s[-–—]\s", RegexOptions.CultureInvariant)]
    private static partial Regex SpacedDash();
}
