using System.IO.Compression;
using System.Text;

namespace Sen.Web.Platform.Files;

/// <summary>Documents that are ZIP archives inside: Office Open XML and OpenDocument. Their parts are unpacked once, to see how much really comes out.</summary>
internal static class OfficePackage
{
    private const int MostParts = 10_000;
    private const long MostUnpacked = 600_000_000;
    /// <summary>Text in a document shrinks 5 to 20 times; a hundred times is a trap.</summary>
    private const int MostTimes = 100;
    private const long TimesCountFrom = 20_000_000;
    private const int MostListBytes = 2_000_000;

    private static readonly (string Mark, FileKind Kind, string ContentType, string Extension)[] Kinds =
    [
        ("wordprocessingml.document.main+xml", FileKind.Word, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"),
        ("spreadsheetml.sheet.main+xml", FileKind.Sheet, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"),
        ("presentationml.presentation.main+xml", FileKind.Slides, "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"),
        ("presentationml.slideshow.main+xml", FileKind.Slides, "application/vnd.openxmlformats-officedocument.presentationml.slideshow", ".ppsx"),
        ("opendocument.text", FileKind.OpenText, "application/vnd.oasis.opendocument.text", ".odt"),
        ("opendocument.spreadsheet", FileKind.OpenSheet, "application/vnd.oasis.opendocument.spreadsheet", ".ods"),
        ("opendocument.presentation", FileKind.OpenSlides, "application/vnd.oasis.opendocument.presentation", ".odp"),
    ];

    public static FileVerdict Judge(Stream content)
    {
        try
        {
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MostParts) return FileJudge.Broken;
            var list = zip.GetEntry("[Content_Types].xml") ?? zip.GetEntry("mimetype");
            if (list is null) return FileJudge.Archive;
            var says = Read(list);
            var kind = Kinds.FirstOrDefault(k => says.Contains(k.Mark, StringComparison.Ordinal));
            if (says.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || zip.Entries.Any(e => IsMacro(e.FullName))) return FileJudge.Macros;
            if (kind.Mark is null) return FileJudge.Archive;
            if (zip.GetEntry("META-INF/manifest.xml") is { } manifest && Read(manifest).Contains("encryption-data", StringComparison.Ordinal)) return FileJudge.Locked;
            return Unpacks(zip, content.Length) ? new FileVerdict.Taken(kind.Kind, kind.ContentType, kind.Extension)
                : FileJudge.Refuse("phình to bất thường khi mở, có thể là bẫy: lưu lại từ chương trình đã soạn nó rồi tải lên", "it grows out of all proportion when opened, which may be a trap: save it again in the program it was made with");
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            return FileJudge.Broken;
        }
    }

    private static bool IsMacro(string part) => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || part.StartsWith("Basic/", StringComparison.Ordinal) || part.StartsWith("Scripts/", StringComparison.Ordinal);

    /// <summary>The sizes an archive states are its maker's word, so the bytes themselves are counted.</summary>
    private static bool Unpacks(ZipArchive zip, long packed)
    {
        var buffer = new byte[64 * 1024];
        var most = Math.Min(MostUnpacked, Math.Max(TimesCountFrom, packed * MostTimes));
        var total = 0L;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int n; (n = part.Read(buffer)) > 0;)
                if ((total += n) > most) return false;
        }
        return true;
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var part = entry.Open();
        var bytes = new byte[MostListBytes];
        return Encoding.UTF8.GetString(bytes, 0, part.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }
}
