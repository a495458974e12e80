using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Sen.Web.Tests.Platform.Pdf;

/// <summary>What poppler, a reader that is not ours, finds in a PDF.</summary>
internal static partial class PdfReading
{
    public static string TextOf(byte[] file, int? page = null)
    {
        var pages = page is { } p ? new[] { "-f", $"{p}", "-l", $"{p}" } : [];
        return Blanks().Replace(Run("pdftotext", file, ["-raw", .. pages, "FILE", "-"]), " ").Trim();
    }

    public static int PagesOf(byte[] file) => int.Parse(Line(file, "Pages"), CultureInfo.InvariantCulture);

    public static string Line(byte[] file, string name) => Run("pdfinfo", file, ["FILE"]).Split('\n').Single(l => l.StartsWith(name + ":", StringComparison.Ordinal))[(name.Length + 1)..].Trim();

    /// <summary>Each face with whether it is embedded, a subset, and tells its letters.</summary>
    public static string[] FontsOf(byte[] file) => [.. Run("pdffonts", file, ["FILE"]).Split('\n').Skip(2).Where(l => l.Length > 0).Select(l => Blanks().Replace(l, " ")).Order(StringComparer.Ordinal)];

    public static IEnumerable<double> RightEdges(byte[] file) => Edge().Matches(Run("pdftotext", file, ["-bbox", "FILE", "-"])).Select(m => double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture));

    private static string Run(string program, byte[] file, string[] arguments)
    {
        var path = Path.Combine(Path.GetTempPath(), $"sen-{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(path, file);
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments.Select(a => a == "FILE" ? path : a)) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
            var errors = process.StandardError.ReadToEndAsync();
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.Equal("", errors.GetAwaiter().GetResult());
            return text;
        }
        finally
        {
            File.Delete(path);
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("<word [^>]*xMax=\"([0-9.]+)\"")]
    private static partial Regex Edge();
}
