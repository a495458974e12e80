using System.Text;
using ExcelDataReader;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>
/// .xls (BIFF) through ExcelDataReader, which gives values and merged ranges; fonts, formulas and hidden rows it does not
/// give, so <see cref="XlsMarks"/> walks the same stream for them.
/// </summary>
internal static class XlsWorkbook
{
    static XlsWorkbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<Sheet> Read(MemoryStream file, ReadLimits limits)
    {
        var marks = XlsMarks.Read(file.GetBuffer().AsMemory(0, (int)file.Length));
        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateBinaryReader(file, new ExcelReaderConfiguration
        {
            FallbackEncoding = Encoding.GetEncoding(1252),
            LeaveOpen = true,
        });
        var sheets = new List<Sheet>();
        var left = limits.Cells;
        do
        {
            if (sheets.Count == limits.Sheets) throw new RefusedException(RefusalReason.TooLarge);
            sheets.Add(ReadSheet(reader, marks.OfSheet(reader.Name), limits, ref left));
        }
        while (reader.NextResult());
        return sheets;
    }

    private static Sheet ReadSheet(IExcelDataReader reader, XlsSheetMarks marks, ReadLimits limits, ref int left)
    {
        var rows = new List<SheetRow>();
        var cells = new List<Cell>();
        if (reader.FieldCount > limits.Columns) throw new RefusedException(RefusalReason.TooLarge);
        for (var number = 1; reader.Read(); number++)
        {
            cells.Clear();
            for (var i = 0; i < reader.FieldCount; i++)
            {
                var cell = CellOf(reader, number, i, marks);
                if (!cell.IsEmpty) cells.Add(cell);
            }
            if (cells.Count == 0) continue;
            if ((left -= cells.Count) < 0 || rows.Count == limits.Rows) throw new RefusedException(RefusalReason.TooLarge);
            rows.Add(new SheetRow(number, marks.HiddenRows.Contains(number), [.. cells]));
        }
        var merges = (reader.MergeCells ?? []).Select(m => new MergedRange(m.FromRow + 1, m.FromColumn + 1, m.ToRow + 1, m.ToColumn + 1));
        return new Sheet(reader.Name, reader.VisibleState != "visible", rows, [.. merges]);
    }

    private static Cell CellOf(IExcelDataReader reader, int row, int i, XlsSheetMarks marks)
    {
        var mark = marks[row, i + 1];
        var cell = mark.Error is not null
            ? new Cell(i + 1, CellKind.Error, 0, mark.Error, null, null)
            : reader.GetValue(i) switch
            {
                string { Length: > 0 } text => Cell.OfText(i + 1, text),
                double number => new Cell(i + 1, CellKind.Number, number, null, null, null),
                int number => new Cell(i + 1, CellKind.Number, number, null, null, null),
                DateTime day => new Cell(i + 1, CellKind.Date, day.ToOADate(), null, null, null),
                bool yes => new Cell(i + 1, CellKind.Bool, yes ? 1 : 0, null, null, null),
                _ => new Cell(i + 1, CellKind.Empty, 0, null, null, null),
            };
        return cell with { Font = mark.Font, Formula = mark.IsFormula ? "=" + cell.Value : null };
    }
}
