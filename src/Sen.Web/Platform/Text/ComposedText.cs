using System.Text;

namespace Sen.Web.Platform.Text;

/// <summary>
/// The one way text is normalised. Half a letter, a non-character and a zero come in with pasted text and broken files: the first two make
/// the framework's own normalisation throw, the third is refused by PostgreSQL. They are no text and are left out.
/// </summary>
public static class ComposedText
{
    public static string Nfc(this string text)
    {
        var sound = Sound(text);
        return sound.IsNormalized() ? sound : sound.Normalize(NormalizationForm.FormC);
    }

    /// <summary>Letters and their marks apart.</summary>
    public static string Nfd(this string text) => Sound(text).Normalize(NormalizationForm.FormD);

    private static string Sound(string text)
    {
        if (IsSound(text)) return text;
        var sound = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1])) sound.Append(text[i]).Append(text[++i]);
            else if (IsLetterOfText(text[i])) sound.Append(text[i]);
        }
        return sound.ToString();
    }

    private static bool IsSound(string text)
    {
        foreach (var c in text)
            if (!IsLetterOfText(c)) return false;
        return true;
    }

    private static bool IsLetterOfText(char c) => c is not ('\0' or '\uFFFE' or '\uFFFF') && !char.IsSurrogate(c);
}
