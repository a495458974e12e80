using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sen.Web.Platform.Text;

/// <summary>Tells a Vietnamese syllable from letters that only look Latin: «Trần» is one, «TrÇn» and «Traàn» are not.</summary>
internal static partial class Syllables
{
    // Tones: grave, acute, hook, tilde, dot. The marks of ă, â, ê, ô, ơ, ư belong to the vowel and stay.
    private const string Tones = "\u0300\u0301\u0309\u0303\u0323";

    /// <summary>Words with other than ASCII letters: one for each that is a syllable, minus one for each that is not.</summary>
    public static int Score(string text)
    {
        var score = 0;
        foreach (var range in Words().EnumerateMatches(text))
        {
            var word = text.AsSpan(range.Index, range.Length);
            if (!Ascii.IsValid(word)) score += IsSyllable(word) ? 1 : -1;
        }
        return score;
    }

    public static bool IsSyllable(ReadOnlySpan<char> word)
    {
        if (word.Length > 12) return false;
        var bare = new StringBuilder(12);
        var tones = 0;
        foreach (var c in word.ToString().ToLowerInvariant().Nfd())
        {
            if (Tones.Contains(c, StringComparison.Ordinal)) tones++;
            else bare.Append(c);
        }
        return tones <= 1 && Shape().IsMatch(bare.ToString().Nfc());
    }

    /// <summary>«Hoà» and «Hòa», «Tuỳ» and «Tùy» are one spelling with the tone on another vowel; «Hòa» and «Hoa» are two.</summary>
    public static bool IsSameSpelling(string a, string b) => TonesLast(a) == TonesLast(b);

    private static string TonesLast(string text) => string.Join(' ', text.ToLowerInvariant().Nfd().Split(' ')
        .Select(word => string.Concat(word.OrderBy(c => Tones.Contains(c, StringComparison.Ordinal)))));

    [GeneratedRegex("[^\\s\\d.,;:()/&\"'+\\-–@_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    [GeneratedRegex("^(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x)?"
        + "(?:(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|yê|uô|ươ|oa|oă|oe|oo|uê|uy|uơ|uâ|uyê)(?:ch|c|m|ng|nh|n|p|t)?"
        + "|ia|ya|ua|ưa|ai|ao|au|ay|âu|ây|eo|êu|iu|iêu|yêu|oi|ôi|ơi|ui|ưi|ưu|uôi|ươi|ươu|oai|oay|oao|oeo|uây|uya|uyu|uao|uê|uơ)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
