using System.Text;
using Sen.Web.Platform.Text;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>A text file does not say its encoding: its marks, its zeros and at last its syllables do.</summary>
internal static class CsvEncoding
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);

    static CsvEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The text, and the font that would show it where it is in an old encoding: the same sign workbooks give.</summary>
    public static (string Text, string? Font) Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble))
            return Whole(Encoding.UTF8.GetString(bytes[3..]));
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return Whole(Encoding.Unicode.GetString(bytes[2..]));
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)) return Whole(Encoding.BigEndianUnicode.GetString(bytes[2..]));
        if (ZeroBytes(bytes) is { } utf16) return Whole(utf16.GetString(bytes));
        try
        {
            return Whole(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return Old(bytes);
        }
    }

    private static (string, string?) Old(ReadOnlySpan<byte> bytes)
    {
        var western = Encoding.GetEncoding(1252).GetString(bytes);
        var windows1258 = Encoding.GetEncoding(1258).GetString(bytes).Nfc();
        var sample = western.Length > 100_000 ? western[..100_000] : western;
        var old = LegacyVietnamese.Detect([sample]);
        if (old == LegacyEncoding.None) return (windows1258, null);
        var score1258 = Syllables.Score(windows1258.Length > 100_000 ? windows1258[..100_000] : windows1258);
        if (score1258 >= Syllables.Score(LegacyVietnamese.Decode(sample, old))) return (windows1258, null);
        return (western, old == LegacyEncoding.Tcvn3 ? ".VnTime" : "VNI-Times");
    }

    private static (string, string?) Whole(string text) => (text.Nfc(), null);

    // ASCII letters in UTF-16 have a zero byte each, always on the same side.
    private static UnicodeEncoding? ZeroBytes(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length & ~1, 4096)];
        int even = 0, odd = 0;
        for (var i = 0; i < head.Length; i += 2)
        {
            if (head[i] == 0) even++;
            if (head[i + 1] == 0) odd++;
        }
        if (odd > head.Length / 8 && even == 0) return new UnicodeEncoding(false, false);
        return even > head.Length / 8 && odd == 0 ? new UnicodeEncoding(true, false) : null;
    }
}
