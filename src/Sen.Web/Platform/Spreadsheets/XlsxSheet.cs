using System.Buffers.Text;
using System.Globalization;
using Sen.Web.Platform.Text;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>Reads one worksheet forward only; 600,000 cells pass through here in one list, so it allocates little.</summary>
internal sealed class XlsxSheet(List<SharedString> strings, XlsxStyles styles, ReadLimits limits, bool calendar1904)
{
    private readonly Dictionary<string, string> _sharedFormulas = new(StringComparer.Ordinal);
    private readonly List<Cell> _cells = new(16);
    private int _row;

    public Sheet Read(Stream stream, string name, bool hidden, ref int cellsLeft)
    {
        var rows = new List<SheetRow>();
        var merges = new List<MergedRange>();
        var xml = new Utf8Tags(stream);
        if (!xml.Read() || !xml.Name.SequenceEqual("worksheet"u8)) throw new RefusedException(RefusalReason.Broken);
        while (xml.Read())
        {
            if (xml.IsEnd) continue;
            if (xml.Name.SequenceEqual("row"u8))
            {
                var row = ReadRow(xml);
                if (row.Cells.Length == 0) continue;
                if ((cellsLeft -= row.Cells.Length) < 0 || rows.Count == limits.Rows)
                    throw new RefusedException(RefusalReason.TooLarge);
                rows.Add(row);
            }
            else if (xml.Name.SequenceEqual("mergeCell"u8) && ColumnLetter.TryReadRange(Chars(xml.Attribute("ref"u8)), out var range))
            {
                if (merges.Count == limits.Merges) throw new RefusedException(RefusalReason.TooLarge);
                merges.Add(range);
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

    private SheetRow ReadRow(Utf8Tags xml)
    {
        _row = Number(xml.Attribute("r"u8)) is > 0 and var r ? r : _row + 1;
        var hidden = IsTrue(xml.Attribute("hidden"u8));
        _cells.Clear();
        if (!xml.IsEmpty)
        {
            var column = 0;
            while (xml.Read())
            {
                if (xml.IsEnd && xml.Name.SequenceEqual("row"u8)) break;
                if (xml.IsEnd || !xml.Name.SequenceEqual("c"u8)) continue;
                var cell = ReadCell(xml, ref column);
                if (cell.IsEmpty) continue;
                // Formats to the last column cost nothing; values there are no list.
                if (column > limits.Columns) throw new RefusedException(RefusalReason.TooLarge);
                _cells.Add(cell);
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

    private Cell ReadCell(Utf8Tags xml, ref int column)
    {
        column = ColumnLetter.Of(xml.Attribute("r"u8)) is > 0 and var at ? at : column + 1;
        if (xml.IsEmpty) return default;
        // Without a style a cell has the first (18.3.1.4), which holds the font of the whole workbook.
        var style = Math.Max(0, Number(xml.Attribute("s"u8)));
        var type = TypeOf(xml.Attribute("t"u8));
        string? formula = null;
        SharedString? inline = null;
        Cell? value = null;
        while (xml.Read())
        {
            if (xml.IsEnd)
            {
                if (xml.Name.SequenceEqual("c"u8)) break;
                if (xml.Name.SequenceEqual("v"u8)) value = Value(column, style, type, xml);
            }
            else if (xml.Name.SequenceEqual("f"u8)) formula = ReadFormula(xml);
            else if (xml.Name.SequenceEqual("is"u8)) inline = ReadInline(xml);
        }
        var font = styles.FontOf(style);
        if (inline is { } text) value = Text(column, text, font);
        var cell = value ?? new Cell(column, CellKind.Empty, 0, null, null, font);
        return formula is null ? cell : cell with { Formula = formula };
    }

    private Cell Value(int column, int style, char type, Utf8Tags xml)
    {
        var font = styles.FontOf(style);
        switch (type)
        {
            case 's':
                var index = Number(xml.RawText);
                if ((uint)index >= (uint)strings.Count) throw new RefusedException(RefusalReason.Broken);
                return Text(column, strings[index], font);
            case 't' or 'i': return Text(column, new SharedString(xml.Text, null), font);
            case 'e': return new Cell(column, CellKind.Error, 0, xml.Text, null, font);
            case 'b': return new Cell(column, CellKind.Bool, IsTrue(xml.RawText) ? 1 : 0, null, null, font);
            case 'd' when DateTime.TryParse(xml.Text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                return new Cell(column, CellKind.Date, day.ToOADate(), null, null, font);
        }
        if (!double.TryParse(xml.RawText, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            return new Cell(column, CellKind.Empty, 0, null, null, font);
        var isDate = styles.IsDate(style);
        return new Cell(column, isDate ? CellKind.Date : CellKind.Number,
            isDate && calendar1904 ? number + SerialDay.Calendar1904Offset : number, null, null, font);
    }

    private static Cell Text(int column, SharedString text, string? font) =>
        new(column, text.Text.Length == 0 ? CellKind.Empty : CellKind.Text, 0, text.Text, null, text.Font ?? font);

    private static SharedString ReadInline(Utf8Tags xml)
    {
        if (xml.IsEmpty) return new("", null);
        var text = "";
        string? font = null;
        var phonetic = false;
        while (xml.Read())
        {
            if (xml.Name.SequenceEqual("rPh"u8)) phonetic = !xml.IsEnd && !xml.IsEmpty;
            else if (xml.IsEnd && xml.Name.SequenceEqual("is"u8)) break;
            else if (xml.IsEnd && !phonetic && xml.Name.SequenceEqual("t"u8)) text += xml.Text;
            else if (!xml.IsEnd && xml.Name.SequenceEqual("rFont"u8)) font = Telling(font, new string(Chars(xml.Attribute("val"u8))));
        }
        return new(text, font);
    }

    // Of the fonts in one text an old one tells most: «1. » may stand before it in another.
    internal static string? Telling(string? font, string? next) =>
        font is null || LegacyVietnamese.OfFont(font) == LegacyEncoding.None && LegacyVietnamese.OfFont(next) != LegacyEncoding.None ? next : font;

    // The other cells of a shared formula hold only its number; they get the first cell's text, which is what a person needs to find it.
    private string ReadFormula(Utf8Tags xml)
    {
        var shared = xml.Attribute("t"u8).SequenceEqual("shared"u8) ? new string(Chars(xml.Attribute("si"u8))) : null;
        var text = xml.IsEmpty || !xml.Read() ? "" : xml.Text;
        if (shared is not null && text.Length > 0) _sharedFormulas[shared] = text;
        else if (shared is not null) text = _sharedFormulas.GetValueOrDefault(shared, "");
        return "=" + text;
    }

    private static char TypeOf(ReadOnlySpan<byte> t)
    {
        if (t.Length == 1) return (char)t[0];
        if (t.SequenceEqual("str"u8)) return 't';
        return t.SequenceEqual("inlineStr"u8) ? 'i' : 'n';
    }

    private static bool IsTrue(ReadOnlySpan<byte> text) => text.SequenceEqual("1"u8) || text.SequenceEqual("true"u8);

    private static int Number(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out int n, out var used) && used == text.Length && n >= 0 ? n : -1;

    private static ReadOnlySpan<char> Chars(ReadOnlySpan<byte> text) => System.Text.Encoding.UTF8.GetString(text);
}
