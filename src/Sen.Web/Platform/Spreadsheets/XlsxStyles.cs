using System.Globalization;
using System.Xml;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>Of a cell's style we need two things: the font's name and whether its number is a day.</summary>
internal sealed class XlsxStyles
{
    public static XlsxStyles None { get; } = new([]);

    private readonly List<(string? Font, bool IsDate)> _styles;

    private XlsxStyles(List<(string?, bool)> styles) => _styles = styles;

    public string? FontOf(int style) => (uint)style < (uint)_styles.Count ? _styles[style].Font : null;

    public bool IsDate(int style) => (uint)style < (uint)_styles.Count && _styles[style].IsDate;

    public static XlsxStyles Read(XmlReader xml)
    {
        var fonts = new List<string?>();
        var formats = new Dictionary<int, bool>();
        var styles = new List<(string?, bool)>();
        using (xml)
        {
            string? section = null;
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == section) section = null;
                if (xml.NodeType != XmlNodeType.Element) continue;
                var name = xml.LocalName;
                if (name is "fonts" or "cellXfs" or "dxfs" or "cellStyleXfs")
                    section = xml.IsEmptyElement ? section : name;
                else if (name == "numFmt" && section is null)
                    formats[Number(xml, "numFmtId")] = NumberFormat.IsDate(xml.GetAttribute("formatCode"));
                else if (name == "font" && section == "fonts")
                    fonts.Add(null);
                else if (name == "name" && section == "fonts" && fonts.Count > 0)
                    fonts[^1] = xml.GetAttribute("val");
                else if (name == "xf" && section == "cellXfs")
                    styles.Add((At(fonts, Number(xml, "fontId")), IsDateFormat(formats, Number(xml, "numFmtId"))));
            }
        }
        return new XlsxStyles(styles);
    }

    private static bool IsDateFormat(Dictionary<int, bool> formats, int id) =>
        formats.TryGetValue(id, out var date) ? date : NumberFormat.IsDate(id);

    private static string? At(List<string?> fonts, int i) => (uint)i < (uint)fonts.Count ? fonts[i] : null;

    private static int Number(XmlReader xml, string attribute) =>
        int.TryParse(xml.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : -1;
}
