using System.Globalization;
using System.Xml;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>Reads one worksheet forward only; 600,000 cells pass through here in one list, so it allocates little.</summary>
internal sealed class XlsxSheet(List<SharedString> strings, XlsxStyles styles, ReadLimits limits, bool calendar1904)
{
    private readonly char[] _value = new char[64];
    private readonly Dictionary<string, string> _sharedFormulas = new(StringComparer.Ordinal);
    private readonly List<Cell> _cells = new(16);
    private int _row;

    public Sheet Read(XmlReader xml, string name, bool hidden, ref int cellsLeft)
    {
        var rows = new List<SheetRow>();
        var merges = new List<MergedRange>();
        using (xml)
        {
            xml.MoveToContent();
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.LocalName == "row")
                {
                    var row = ReadRow(xml);
                    if (row.Cells.Length == 0) continue;
                    if ((cellsLeft -= row.Cells.Length) < 0 || rows.Count == limits.Rows)
                        throw new RefusedException(RefusalReason.TooLarge);
                    rows.Add(row);
                }
                else if (xml.LocalName == "mergeCell" && ColumnLetter.TryReadRange(xml.GetAttribute("ref"), out var range))
                {
                    if (merges.Count == limits.Merges) throw new RefusedException(RefusalReason.TooLarge);
                    merges.Add(range);
                }
            }
        }
        // Rows and cells must come in order (18.3.1.73); a program that forgets gets them put in order here.
        for (var i = 1; i < rows.Count; i++)
        {
            if (rows[i].Number > rows[i - 1].Number) continue;
            rows.Sort((a, b) => a.Number.CompareTo(b.Number));
            break;
        }
        return new Sheet(name, hidden, rows, merges);
    }

    private SheetRow ReadRow(XmlReader xml)
    {
        _row = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var r) && r > 0 ? r : _row + 1;
        var hidden = xml.GetAttribute("hidden") is "1" or "true";
        _cells.Clear();
        if (!xml.IsEmptyElement)
        {
            var column = 0;
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "row") break;
                if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c") continue;
                var cell = ReadCell(xml, ref column);
                if (column > limits.Columns)
                {
                    // Formats to the last column cost nothing; values there are no list.
                    if (!cell.IsEmpty) throw new RefusedException(RefusalReason.TooLarge);
                    continue;
                }
                if (!cell.IsEmpty) _cells.Add(cell);
            }
        }
        var cells = _cells.ToArray();
        for (var i = 1; i < cells.Length; i++)
        {
            if (cells[i].Column > cells[i - 1].Column) continue;
            Array.Sort(cells, (a, b) => a.Column.CompareTo(b.Column));
            break;
        }
        return new SheetRow(_row, hidden, cells);
    }

    private Cell ReadCell(XmlReader xml, ref int column)
    {
        var style = -1;
        var type = 'n';
        var placed = false;
        var hasAttributes = xml.MoveToFirstAttribute();
        while (hasAttributes)
        {
            switch (xml.LocalName)
            {
                case "r" when ColumnLetter.TryRead(xml.Value, out _, out var at): column = at; placed = true; break;
                case "s": _ = int.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out style); break;
                case "t": type = TypeOf(xml.Value); break;
            }
            hasAttributes = xml.MoveToNextAttribute();
        }
        xml.MoveToElement();
        if (!placed) column++;
        if (xml.IsEmptyElement) return default;

        string? formula = null;
        SharedString? inline = null;
        var length = -1;
        string? text = null;
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.EndElement && xml.LocalName == "c") break;
            if (xml.NodeType != XmlNodeType.Element) continue;
            switch (xml.LocalName)
            {
                case "v" when !xml.IsEmptyElement:
                    if (type is 's' or 'n' or 'b') length = ReadShort(xml);
                    else text = ReadText(xml);
                    break;
                case "f": formula = ReadFormula(xml); break;
                case "is": inline = XlsxSharedStrings.ReadRichText(xml, "is"); break;
            }
        }
        return Cell(column, style, type, formula, length < 0 ? default : _value.AsSpan(0, length), text, inline);
    }

    private Cell Cell(int column, int style, char type, string? formula, ReadOnlySpan<char> value, string? text, SharedString? inline)
    {
        var font = styles.FontOf(style);
        switch (type)
        {
            case 's' when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index):
                if ((uint)index >= (uint)strings.Count) throw new RefusedException(RefusalReason.Broken);
                return Text(column, strings[index], font, formula);
            case 'i':
                return Text(column, inline ?? new SharedString("", null), font, formula);
            case 't':
                return Text(column, new SharedString(text ?? "", null), font, formula);
            case 'e':
                return new Cell(column, CellKind.Error, 0, text, formula, font);
            case 'd' when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                return new Cell(column, CellKind.Date, day.ToOADate(), null, formula, font);
            case 'b':
                return new Cell(column, CellKind.Bool, value is "1" or "true" ? 1 : 0, null, formula, font);
        }
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return new Cell(column, CellKind.Empty, 0, null, formula, font);
        var isDate = styles.IsDate(style);
        return new Cell(column, isDate ? CellKind.Date : CellKind.Number,
            isDate && calendar1904 ? number + SerialDay.Calendar1904Offset : number, null, formula, font);
    }

    private static Cell Text(int column, SharedString text, string? font, string? formula) =>
        new(column, text.Text.Length == 0 ? CellKind.Empty : CellKind.Text, 0, text.Text, formula, text.Font ?? font);

    private static char TypeOf(string t) => t switch
    {
        "s" => 's',
        "str" => 't',
        "inlineStr" => 'i',
        "b" => 'b',
        "e" => 'e',
        "d" => 'd',
        _ => 'n',
    };

    private int ReadShort(XmlReader xml)
    {
        if (!xml.Read() || xml.NodeType != XmlNodeType.Text) return 0;
        var length = 0;
        for (int n; length < _value.Length && (n = xml.ReadValueChunk(_value, length, _value.Length - length)) > 0;) length += n;
        return length;
    }

    private static string ReadText(XmlReader xml)
    {
        var text = "";
        while (xml.Read() && xml.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            text += xml.Value;
        return text;
    }

    // The other cells of a shared formula hold only its number; they get the first cell's text, which is what a person needs to find it.
    private string ReadFormula(XmlReader xml)
    {
        var shared = xml.GetAttribute("t") == "shared" ? xml.GetAttribute("si") : null;
        var text = xml.IsEmptyElement ? "" : ReadText(xml);
        if (shared is not null && text.Length > 0) _sharedFormulas[shared] = text;
        else if (shared is not null) _sharedFormulas.TryGetValue(shared, out text!);
        return "=" + text;
    }
}
