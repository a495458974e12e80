using System.Text;

namespace Sen.Web.Platform.Text;

/// <summary>
/// Text fit for files that other programs read. Control characters and halves of letters come in with pasted text; XML 1.0 and iCalendar
/// forbid them, and one of them would make a whole feed unreadable.
/// </summary>
public static class Printable
{
    /// <summary>Lines end with \n alone.</summary>
    public static string Of(string text)
    {
        if (!NeedsWork(text)) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').EnumerateRunes())
            if (rune.Value is '\n' or '\t' || IsFine(rune)) clean.Append(rune);
        return clean.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string text) => string.Join(' ', Of(text).Split(['\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // EnumerateRunes puts U+FFFD where half a letter stood.
    private static bool IsFine(Rune rune) => !Rune.IsControl(rune) && rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF or 0x2028 or 0x2029);

    private static bool NeedsWork(string text)
    {
        foreach (var letter in text)
            if (char.IsControl(letter) || char.IsSurrogate(letter) || letter >= 0xFFFD || letter is (char)0x2028 or (char)0x2029) return true;
        return false;
    }
}
