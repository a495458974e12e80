using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Sen.Web.Platform.Pdf;

/// <summary>
/// Adds to a finished file the language it is read aloud in, which Skia does not write. An incremental update (ISO 32000-1, 7.5.6): the
/// file as it was, then its catalogue once more.
/// </summary>
internal static partial class PdfCatalog
{
    public static byte[] Told(byte[] file, string lang)
    {
        // Every byte is one letter, so places in the text are places in the file.
        var text = Encoding.Latin1.GetString(file);
        var trailer = text[text.LastIndexOf("trailer", StringComparison.Ordinal)..];
        var root = Root().Match(trailer).Groups[1].Value;
        var table = long.Parse(StartXref().Match(trailer).Groups[1].Value, CultureInfo.InvariantCulture);
        var at = text.LastIndexOf($"\n{root} 0 obj", StringComparison.Ordinal) + 1;
        var catalogue = text[at..text.IndexOf("endobj", at, StringComparison.Ordinal)];
        var open = catalogue.IndexOf("<<", StringComparison.Ordinal) + 2;
        var told = catalogue.Insert(open, $"/Lang ({lang})\n");
        var dictionary = trailer[trailer.IndexOf("<<", StringComparison.Ordinal)..(trailer.LastIndexOf(">>", StringComparison.Ordinal) + 2)];
        var more = new StringBuilder();
        if (!text.EndsWith('\n')) more.Append('\n');
        var place = file.Length + more.Length;
        more.Append(told).Append("endobj\n");
        var xref = file.Length + more.Length;
        more.Append(CultureInfo.InvariantCulture, $"xref\n{root} 1\n{place:0000000000} 00000 n \ntrailer\n{dictionary.Insert(2, $"/Prev {table}\n")}\nstartxref\n{xref}\n%%EOF\n");
        return [.. file, .. Encoding.Latin1.GetBytes(more.ToString())];
    }

    [GeneratedRegex(@"/Root (\d+) 0 R")]
    private static partial Regex Root();

    [GeneratedRegex(@"startxref\s+(\d+)")]
    private static partial Regex StartXref();
}
