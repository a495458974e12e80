using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>Which column is what, and the last row of the heading.</summary>
internal sealed class ListHeader
{
    private readonly int[][] _columnsOf;

    private ListHeader(int firstRow, int lastRow, SortedDictionary<int, ListField> columns)
    {
        (FirstRow, LastRow) = (firstRow, lastRow);
        Columns = [.. columns];
        Letters = Columns.DistinctBy(c => c.Value).ToDictionary(c => c.Value, c => ColumnLetter.Of(c.Key));
        _columnsOf = [.. Enum.GetValues<ListField>().Select(field => columns.Where(c => c.Value == field).Select(c => c.Key).ToArray())];
    }

    public int FirstRow { get; }
    public int LastRow { get; }

    /// <summary>Known columns from left to right.</summary>
    public KeyValuePair<int, ListField>[] Columns { get; }

    /// <summary>The letter of each field's first column.</summary>
    public IReadOnlyDictionary<ListField, string> Letters { get; }

    /// <summary>Columns of a field from left to right; a name may take two («Họ đệm», «Tên»).</summary>
    public int[] Of(ListField field) => _columnsOf[(int)field];

    public int NameColumn => Of(ListField.Name)[0];

    /// <summary>The header that begins in row i of the sheet, if one does: a name column and at least one more we know.</summary>
    public static ListHeader? At(ListSheet sheet, int i)
    {
        var top = sheet.Rows[i];
        if (top.Cells.Length < 2) return null;
        // A person's line begins with its number, a heading never. This spares most lines the look at each label.
        var first = top.Cells[0];
        if (first.Kind is CellKind.Number or CellKind.Date || first.Text is { Length: > 0 } text && !text.AsSpan().ContainsAnyExceptInRange(' ', '9')) return null;
        var known = 0;
        var name = false;
        foreach (var cell in top.Cells)
        {
            if (cell.Kind != CellKind.Text || ColumnLabels.Find(cell.Text) is not { } field) continue;
            known++;
            name |= field == ListField.Name;
        }
        if (!name || known < 2) return null;

        var height = HeightOf(sheet, i);
        var columns = new SortedDictionary<int, ListField>();
        for (var column = 1; column <= sheet.LastColumn; column++)
        {
            if (FieldOf(sheet, i, height, column) is { } field) columns[column] = field;
        }
        Tidy(columns);
        return new ListHeader(top.Number, sheet.Rows[i + height - 1].Number, columns);
    }

    // Merged cells say how many rows a heading has; where merges are lost (csv), a second row of labels without a number and a name does.
    private static int HeightOf(ListSheet sheet, int i)
    {
        var bottom = sheet.Rows[i].Number;
        foreach (var merge in sheet.Merges)
            if (merge.FirstRow == sheet.Rows[i].Number && merge.LastRow - merge.FirstRow < 4) bottom = Math.Max(bottom, merge.LastRow);
        var height = 1;
        while (i + height < sheet.Rows.Count && sheet.Rows[i + height].Number <= bottom) height++;
        if (height == 1 && i + 1 < sheet.Rows.Count && IsSubHeading(sheet.Rows[i], sheet.Rows[i + 1])) height = 2;
        return height;
    }

    private static bool IsSubHeading(SheetRow top, SheetRow row)
    {
        int labels = 0, others = 0, underSex = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.IsEmpty) continue;
            if (cell.Kind != CellKind.Text || ColumnLabels.Find(cell.Text) is not { } field)
            {
                // A word we do not know may stand among labels, but only under a heading that goes on to the right.
                if (cell.Kind != CellKind.Text || !top[cell.Column].IsEmpty) return false;
                others++;
                continue;
            }
            // Under a heading that is known already a word such as «Nam» is a person's sex.
            if (field is ListField.Male or ListField.Female && ColumnLabels.Find(top[cell.Column].Text) is ListField.Sex) underSex++;
            if (field is ListField.Male or ListField.Female && top[cell.Column].IsEmpty) underSex--;
            labels++;
        }
        return labels > others && (underSex < 1 || row.Cells.Length <= 2);
    }

    private static ListField? FieldOf(ListSheet sheet, int i, int height, int column)
    {
        ListField? upper = null;
        for (var h = 0; h < height; h++)
        {
            var label = sheet.HeadingAt(i, h, column, height > 1);
            if (ColumnLabels.Find(label) is not { } field) continue;
            upper = (upper, field) switch
            {
                (ListField.Phone, ListField.Agency) => ListField.Phone, // «Điện thoại: Cơ quan | Di động»
                (ListField.BirthYear or ListField.Sex, ListField.Male or ListField.Female) => field,
                (_, ListField.Sex) when upper is ListField.Male or ListField.Female => upper,
                _ => field,
            };
        }
        return upper;
    }

    // One column for each field, but for names and phones: a second «Đơn vị» or «Ghi chú» is somebody's own column.
    private static void Tidy(SortedDictionary<int, ListField> columns)
    {
        var taken = new HashSet<ListField>();
        foreach (var (column, field) in columns.ToList())
        {
            if (field is ListField.Name or ListField.Phone) continue;
            if (!taken.Add(field)) columns.Remove(column);
        }
        // A name goes on only in the next column.
        var names = columns.Where(c => c.Value == ListField.Name).Select(c => c.Key).ToList();
        for (var n = 1; n < names.Count; n++)
            if (names[n] != names[0] + n) columns.Remove(names[n]);
        // «Nam» without «Nữ» is a year of birth written without its mark.
        if (columns.ContainsValue(ListField.Male) && !columns.ContainsValue(ListField.Female))
            columns[columns.First(c => c.Value == ListField.Male).Key] = columns.ContainsValue(ListField.BirthYear) ? ListField.Sex : ListField.BirthYear;
    }
}
