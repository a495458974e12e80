using System.Buffers.Binary;
using System.Text;

namespace Sen.Web.Platform.Spreadsheets;

internal readonly record struct XlsMark(string? Font, bool IsFormula, string? Error);

internal sealed class XlsSheetMarks
{
    public static XlsSheetMarks None { get; } = new();

    public Dictionary<(int Row, int Column), XlsMark> Cells { get; } = [];
    public HashSet<int> HiddenRows { get; } = [];

    public XlsMark this[int row, int column] => Cells.GetValueOrDefault((row, column));
}

/// <summary>
/// One walk over the BIFF8 records ([MS-XLS] 2.3) for what marks a cell: its font, that it holds a formula, that its row is
/// hidden. A formula's text would need a decompiler of its own; its place is what a person needs. What cannot be walked
/// gives no marks: the letters then tell an old encoding alone.
/// </summary>
internal sealed class XlsMarks
{
    private readonly Dictionary<string, XlsSheetMarks> _sheets = new(StringComparer.Ordinal);
    private readonly List<string> _fonts = [];
    private readonly List<int> _fontOfStyle = [];

    public XlsSheetMarks OfSheet(string name) => _sheets.GetValueOrDefault(name, XlsSheetMarks.None);

    public static XlsMarks Read(ReadOnlyMemory<byte> file)
    {
        var marks = new XlsMarks();
        try
        {
            if (CompoundFile.Stream(file.Span, "Workbook") is { } workbook) marks.Walk(workbook);
        }
        catch (Exception fault) when (fault is ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            return new XlsMarks();
        }
        return marks;
    }

    private void Walk(ReadOnlySpan<byte> book)
    {
        var starts = new Dictionary<int, string>();
        XlsSheetMarks? sheet = null;
        for (var at = 0; at + 4 <= book.Length;)
        {
            var id = U16(book, at);
            var length = U16(book, at + 2);
            if (at + 4 + length > book.Length) break;
            var data = book.Slice(at + 4, length);
            switch (id)
            {
                case 0x0809 when starts.TryGetValue(at, out var name):
                    sheet = _sheets[name] = new XlsSheetMarks();
                    break;
                case 0x0085 when length > 8: starts[(int)BinaryPrimitives.ReadUInt32LittleEndian(data)] = Name(data[6..]); break;
                case 0x0031 when length > 16: _fonts.Add(Name(data[14..])); break;
                case 0x00E0 when length > 2: _fontOfStyle.Add(U16(data, 0)); break;
                case 0x0208 when length >= 16 && sheet is not null && (data[12] & 0x20) != 0: sheet.HiddenRows.Add(U16(data, 0) + 1); break;
                case 0x0006 or 0x00FD or 0x0204 or 0x0203 or 0x027E or 0x0205 when length >= 6 && sheet is not null:
                    sheet.Cells[(U16(data, 0) + 1, U16(data, 2) + 1)] = new XlsMark(FontOf(U16(data, 4)), id == 0x0006, ErrorOf(id, data));
                    break;
            }
            at += 4 + length;
        }
    }

    // BoolErr says in its last byte that it is an error; a formula's result is one when its first byte is 2 and its last two are FF.
    private static string? ErrorOf(int id, ReadOnlySpan<byte> data) => id switch
    {
        0x0205 when data.Length >= 8 && data[7] == 1 => ErrorText(data[6]),
        0x0006 when data.Length >= 14 && data[6] == 2 && data[12] == 0xFF && data[13] == 0xFF => ErrorText(data[8]),
        _ => null,
    };

    private static string ErrorText(byte code) => code switch
    {
        0x00 => "#NULL!",
        0x07 => "#DIV/0!",
        0x0F => "#VALUE!",
        0x17 => "#REF!",
        0x1D => "#NAME?",
        0x24 => "#NUM!",
        _ => "#N/A",
    };

    // Font number 4 does not exist: the fifth of the list is number 5 ([MS-XLS] 2.5.129).
    private string? FontOf(int style)
    {
        if (style >= _fontOfStyle.Count) return null;
        var font = _fontOfStyle[style];
        var i = font > 4 ? font - 1 : font;
        return i < _fonts.Count ? _fonts[i] : null;
    }

    // ShortXLUnicodeString: a length, a flag for two-byte letters, the letters.
    private static string Name(ReadOnlySpan<byte> data) => (data[1] & 1) == 0
        ? Encoding.Latin1.GetString(data.Slice(2, data[0]))
        : Encoding.Unicode.GetString(data.Slice(2, data[0] * 2));

    private static int U16(ReadOnlySpan<byte> data, int at) => BinaryPrimitives.ReadUInt16LittleEndian(data[at..]);
}
