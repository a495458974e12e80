namespace Sen.Web.Platform.Text;

/// <summary>TCVN 5712:1993 VN3 («ABC»): one byte a letter; capitals with a tone do not exist.</summary>
public static class Tcvn3
{
    private const string Codes =
        "\u00B5\u00B6\u00B7\u00B8\u00B9\u00BB\u00BC\u00BD\u00BE\u00C6\u00C7\u00C8\u00C9\u00CA\u00CB\u00CC\u00CE\u00CF\u00D0\u00D1"
        + "\u00D2\u00D3\u00D4\u00D5\u00D6\u00D7\u00D8\u00DC\u00DD\u00DE\u00DF\u00E1\u00E2\u00E3\u00E4\u00E5\u00E6\u00E7\u00E8\u00E9"
        + "\u00EA\u00EB\u00EC\u00ED\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F7\u00F8\u00F9\u00FA\u00FB\u00FC\u00FD\u00FE"
        + "\u00A8\u00A9\u00AA\u00AB\u00AC\u00AD\u00AE\u00A1\u00A2\u00A3\u00A4\u00A5\u00A6\u00A7";

    private const string Letters =
        "àảãáạằẳẵắặầẩẫấậèẻẽéẹ"
        + "ềểễếệìỉĩíịòỏõóọồổỗốộ"
        + "ờởỡớợùủũúụừửữứựỳỷỹýỵ"
        + "ăâêôơưđĂÂÊÔƠƯĐ";

    private static readonly char[] ToUnicode = Table();

    public static string Decode(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = source[i] < 256 ? ToUnicode[source[i]] : source[i];
    });

    /// <summary>For lists that go back to an old program, and for the proof that decoding loses nothing. Small letters only.</summary>
    public static string Encode(string text) => string.Create(text.Length, text, static (span, source) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            var at = Letters.IndexOf(source[i], StringComparison.Ordinal);
            span[i] = at < 0 ? source[i] : Codes[at];
        }
    });

    private static char[] Table()
    {
        var table = new char[256];
        for (var i = 0; i < 256; i++) table[i] = (char)i;
        for (var i = 0; i < Codes.Length; i++) table[Codes[i]] = Letters[i];
        return table;
    }
}
