using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>The parts of an .xlsx (ECMA-376) that carry a list: sheets, shared strings, fonts, dates.</summary>
internal sealed class XlsxWorkbook
{
    private readonly ZipArchive _archive;
    private readonly ReadLimits _limits;
    private readonly UncompressedBudget _budget;

    private XlsxWorkbook(ZipArchive archive, ReadLimits limits) =>
        (_archive, _limits, _budget) = (archive, limits, new UncompressedBudget(limits.UncompressedBytes));

    public static IReadOnlyList<Sheet> Read(Stream file, ReadLimits limits)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        if (archive.Entries.Count > limits.Entries) throw new RefusedException(RefusalReason.Suspicious);
        return new XlsxWorkbook(archive, limits).Read();
    }

    private List<Sheet> Read()
    {
        var targets = RelationshipsOf("_rels/.rels", "");
        var workbook = targets.Values.FirstOrDefault(t => t.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Path;
        if (workbook is null || !workbook.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || Find(workbook) is null)
            throw new RefusedException(RefusalReason.NotASpreadsheet);

        var folder = workbook[..(workbook.LastIndexOf('/') + 1)];
        var parts = RelationshipsOf($"{folder}_rels/{workbook[folder.Length..]}.rels", folder);
        var (listed, calendar1904) = SheetsListed(workbook);
        if (listed.Count > _limits.Sheets) throw new RefusedException(RefusalReason.TooLarge);

        var styles = Part(parts, "/styles") is { } s ? XlsxStyles.Read(Open(s)) : XlsxStyles.None;
        var strings = Part(parts, "/sharedStrings") is { } t ? XlsxSharedStrings.Read(Open(t), _limits) : [];

        var sheets = new List<Sheet>(listed.Count);
        var cells = _limits.Cells;
        foreach (var (name, id, hidden) in listed)
        {
            // A chart sheet is listed too; it has no cells.
            if (!parts.TryGetValue(id, out var part) || !part.Type.EndsWith("/worksheet", StringComparison.Ordinal)) continue;
            using var bytes = InUtf8(Bytes(part.Path));
            var sheet = new XlsxSheet(strings, styles, _limits, calendar1904).Read(bytes, name, hidden, ref cells);
            sheets.Add(sheet);
        }
        return sheets;
    }

    private (List<(string Name, string Id, bool Hidden)> Sheets, bool Calendar1904) SheetsListed(string path)
    {
        var sheets = new List<(string, string, bool)>();
        var calendar1904 = false;
        using var xml = Open(path);
        if (!xml.IsStartElementAfterContent("workbook")) throw new RefusedException(RefusalReason.NotASpreadsheet);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr")
                calendar1904 = xml.GetAttribute("date1904") is "1" or "true";
            else if (xml.LocalName == "sheet")
                sheets.Add((xml.GetAttribute("name") ?? "", xml.RelationshipId() ?? "", xml.GetAttribute("state") is "hidden" or "veryHidden"));
        }
        return (sheets, calendar1904);
    }

    private Dictionary<string, (string Type, string Path)> RelationshipsOf(string path, string folder)
    {
        var targets = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        if (Find(path) is null) return targets;
        using var xml = Open(path);
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "Relationship") continue;
            if (xml.GetAttribute("TargetMode") == "External") continue;
            if (xml.GetAttribute("Id") is { } id && xml.GetAttribute("Type") is { } type && xml.GetAttribute("Target") is { } target)
                targets[id] = (type, target.StartsWith('/') ? target[1..] : folder + target);
        }
        return targets;
    }

    private static string? Part(Dictionary<string, (string Type, string Path)> parts, string type) =>
        parts.Values.FirstOrDefault(p => p.Type.EndsWith(type, StringComparison.Ordinal)).Path;

    // Some programs write the parts' names with other capitals than the relationships say.
    private ZipArchiveEntry? Find(string path) => _archive.GetEntry(path)
        ?? _archive.Entries.FirstOrDefault(e => e.FullName.Replace('\\', '/').Equals(path, StringComparison.OrdinalIgnoreCase));

    private BoundedStream Bytes(string path)
    {
        var entry = Find(path) ?? throw new RefusedException(RefusalReason.Broken);
        return new BoundedStream(entry.Open(), _budget, entry.CompressedLength, _limits);
    }

    // The standard allows UTF-16 too; a byte order mark tells.
    private static Stream InUtf8(BoundedStream bytes)
    {
        Span<byte> mark = stackalloc byte[2];
        var n = bytes.ReadAtLeast(mark, 2, throwOnEndOfStream: false);
        var whole = new PrefixedStream(mark[..n].ToArray(), bytes);
        return mark switch
        {
            [0xFF, 0xFE] => Encoding.CreateTranscodingStream(whole, Encoding.Unicode, Encoding.UTF8),
            [0xFE, 0xFF] => Encoding.CreateTranscodingStream(whole, Encoding.BigEndianUnicode, Encoding.UTF8),
            _ => whole,
        };
    }

    private XmlReader Open(string path)
    {
        var bytes = Bytes(path);
        return XmlReader.Create(bytes, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            CheckCharacters = false,
            CloseInput = true,
        });
    }
}

internal static class XlsxNodes
{
    public static bool IsStartElementAfterContent(this XmlReader xml, string localName)
    {
        xml.MoveToContent();
        return xml.NodeType == XmlNodeType.Element && xml.LocalName == localName;
    }

    /// <summary>The r:id attribute, in the transitional or the strict namespace.</summary>
    public static string? RelationshipId(this XmlReader xml) =>
        xml.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
        ?? xml.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships");
}
