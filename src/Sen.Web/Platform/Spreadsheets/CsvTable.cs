using System.Text;
using Sylvan.Data.Csv;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>A text table. All its cells are text: only a person knows whether 0912 is a number.</summary>
internal static class CsvTable
{
    public static Sheet Read(ReadOnlySpan<byte> bytes, ReadLimits limits)
    {
        var (text, font) = CsvEncoding.Decode(bytes);
        if (text.AsSpan().Trim().IsEmpty) throw new RefusedException(RefusalReason.Empty);
        if (IsMarkup(text)) throw new RefusedException(RefusalReason.WebPage);
        if (!IsText(text)) throw new RefusedException(RefusalReason.NotASpreadsheet);

        // Excel writes «sep=;» as a first line of its own; the rows keep the numbers Excel shows.
        var start = text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? text.IndexOf('\n') + 1 : 0;
        var delimiter = start > 0 && text.Length > 4 ? text[4] : GuessDelimiter(text);
        var rows = new List<SheetRow>();
        var cells = new List<Cell>();
        var left = limits.Cells;
        using var csv = CsvDataReader.Create(new StringReader(text[start..]), new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = delimiter,
            Quote = '"',
            ResultSetMode = ResultSetMode.SingleResult,
            CsvStyle = CsvStyle.Lax,
            BufferSize = 1 << 16,
            MaxBufferSize = 1 << 22,
        });
        for (var number = 1; csv.Read(); number++)
        {
            cells.Clear();
            if (csv.RowFieldCount > limits.Columns) throw new RefusedException(RefusalReason.TooLarge);
            for (var i = 0; i < csv.RowFieldCount; i++)
            {
                var value = csv.GetString(i);
                if (value.Length > 0) cells.Add(Cell.OfText(i + 1, value, font));
            }
            if (cells.Count == 0) continue;
            if ((left -= cells.Count) < 0 || rows.Count == limits.Rows) throw new RefusedException(RefusalReason.TooLarge);
            rows.Add(new SheetRow(number, false, [.. cells]));
        }
        return new Sheet("CSV", false, rows, []);
    }

    // The separator that stands outside quotes on most of the first lines: headings and titles have none.
    private static char GuessDelimiter(string text)
    {
        Span<int> counts = stackalloc int[3];
        var quoted = false;
        var lines = 0;
        foreach (var c in text)
        {
            if (c == '"') quoted = !quoted;
            if (quoted) continue;
            if (c == '\n' && ++lines == 60) break;
            if (c == ',') counts[0]++;
            else if (c == ';') counts[1]++;
            else if (c == '\t') counts[2]++;
        }
        // A comma also stands inside unquoted words, a tab never and a semicolon seldom.
        if (counts[2] > 0 && counts[2] * 2 >= counts[0]) return '\t';
        return counts[1] > 0 && counts[1] * 2 >= counts[0] ? ';' : ',';
    }

    private static bool IsMarkup(string text)
    {
        var start = text.AsSpan().TrimStart().TrimStart('\uFEFF').TrimStart();
        // «MIME-Version» begins Excel's single-file web page.
        return start.Length > 1 && start[0] == '<' && (char.IsAsciiLetter(start[1]) || start[1] is '!' or '?')
            || start.StartsWith("MIME-Version:", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsText(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, 65536));
        foreach (var c in head)
            if (c is < ' ' and not ('\t' or '\r' or '\n' or '\f' or '\v')) return false;
        // A PDF begins with letters; it has no lines of a table.
        return !head.StartsWith("%PDF", StringComparison.Ordinal) && !head.StartsWith("{\\rtf", StringComparison.Ordinal);
    }
}
