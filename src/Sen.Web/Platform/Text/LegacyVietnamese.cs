using System.Text;

namespace Sen.Web.Platform.Text;

public enum LegacyEncoding : byte { None, Tcvn3, Vni }

/// <summary>
/// Vietnamese as it was typed before Unicode: TCVN3 (fonts .VnTime, .VnArial …) and VNI-Windows (fonts VNI-Times …). Such
/// text is Latin-1 letters that look right only in their font. The font tells, the letters confirm; a person accepts.
/// </summary>
public static class LegacyVietnamese
{
    public static LegacyEncoding OfFont(string? font)
    {
        if (font is null) return LegacyEncoding.None;
        if (font.StartsWith(".Vn", StringComparison.OrdinalIgnoreCase)) return LegacyEncoding.Tcvn3;
        return font.StartsWith("VNI-", StringComparison.OrdinalIgnoreCase) || font.StartsWith("VNI ", StringComparison.OrdinalIgnoreCase)
            ? LegacyEncoding.Vni : LegacyEncoding.None;
    }

    /// <summary>.VnTimeH shows capitals for what is stored as small letters.</summary>
    public static bool IsCapitalsFont(string? font) =>
        OfFont(font) == LegacyEncoding.Tcvn3 && font!.Length > 4 && font.TrimEnd().EndsWith('H');

    /// <summary>NFC text; text that has a letter no old encoding has was Unicode all along, whatever its font.</summary>
    public static string Decode(string text, LegacyEncoding encoding, bool capitals = false)
    {
        var isOld = encoding != LegacyEncoding.None && !HasUnicodeVietnamese(text);
        var decoded = !isOld ? text : encoding == LegacyEncoding.Tcvn3 ? Tcvn3.Decode(text) : VniWindows.Decode(text);
        if (isOld && capitals) decoded = decoded.ToUpperInvariant();
        return decoded.Nfc();
    }

    /// <summary>
    /// From letters alone: the encoding under which the words with other than ASCII letters become Vietnamese syllables,
    /// when they are none as they stand. Many texts of one file decide better than one.
    /// </summary>
    public static LegacyEncoding Detect(IEnumerable<string> texts)
    {
        int asItStands = 0, tcvn3 = 0, vni = 0;
        foreach (var text in texts)
        {
            if (Ascii.IsValid(text)) continue;
            asItStands += Syllables.Score(text);
            if (HasUnicodeVietnamese(text)) continue;
            tcvn3 += Syllables.Score(Tcvn3.Decode(text));
            vni += Syllables.Score(VniWindows.Decode(text));
        }
        if (tcvn3 > vni) return tcvn3 > 0 && tcvn3 > asItStands ? LegacyEncoding.Tcvn3 : LegacyEncoding.None;
        return vni > 0 && vni > asItStands ? LegacyEncoding.Vni : LegacyEncoding.None;
    }

    /// <summary>Letters from U+0102 on (ă, đ, ơ, ư, ạ …) and combining marks exist in no TCVN3 or VNI text.</summary>
    public static bool HasUnicodeVietnamese(string text)
    {
        foreach (var c in text)
        {
            if (c is >= '\u0102' and <= '\u01B0' and not ('\u0152' or '\u0153' or '\u0160' or '\u0161' or '\u0178' or '\u017D' or '\u017E' or '\u0192')
                or (>= '\u0300' and <= '\u0323') or (>= '\u1EA0' and <= '\u1EF9')) return true;
        }
        return false;
    }
}
