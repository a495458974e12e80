using System.Text;
using System.Xml;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>A text of the workbook's table; the font only where its own runs say one (rich text).</summary>
internal readonly record struct SharedString(string Text, string? Font);

internal static class XlsxSharedStrings
{
    public static List<SharedString> Read(XmlReader xml, ReadLimits limits)
    {
        var strings = new List<SharedString>();
        var characters = limits.SharedStringCharacters;
        using (xml)
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si") continue;
                var text = ReadRichText(xml, "si");
                if ((characters -= text.Text.Length) < 0 || strings.Count == limits.SharedStrings)
                    throw new RefusedException(RefusalReason.TooLarge);
                strings.Add(text);
            }
        }
        return strings;
    }

    /// <summary>The text of an si or is element on which the reader stands; phonetic runs are no text.</summary>
    public static SharedString ReadRichText(XmlReader xml, string element)
    {
        if (xml.IsEmptyElement) return new("", null);
        string? first = null, font = null;
        StringBuilder? more = null;
        var phonetic = false;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement)
            {
                if (xml.LocalName == element) break;
                if (xml.LocalName == "rPh") phonetic = false;
            }
            else if (xml.NodeType == XmlNodeType.Element)
            {
                if (xml.LocalName == "rPh") phonetic = !xml.IsEmptyElement;
                else if (xml.LocalName == "rFont") font = XlsxSheet.Telling(font, xml.GetAttribute("val"));
            }
            else if (!phonetic && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                if (first is null) first = xml.Value;
                else (more ??= new StringBuilder(first)).Append(xml.Value);
            }
        }
        return new(more?.ToString() ?? first ?? "", font);
    }
}
