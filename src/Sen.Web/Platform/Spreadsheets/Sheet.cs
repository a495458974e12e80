namespace Sen.Web.Platform.Spreadsheets;

/// <summary>Rows in order; rows without a cell are left out, so look at <see cref="SheetRow.Number"/>.</summary>
public sealed record Sheet(string Name, bool Hidden, IReadOnlyList<SheetRow> Rows, IReadOnlyList<MergedRange> Merges);

/// <summary>Cells in order of column; empty ones are left out. The number is the one Excel shows.</summary>
public sealed record SheetRow(int Number, bool Hidden, Cell[] Cells)
{
    public Cell this[int column]
    {
        get
        {
            foreach (var cell in Cells)
            {
                if (cell.Column == column) return cell;
                if (cell.Column > column) break;
            }
            return new Cell(column, CellKind.Empty, 0, null, null, null);
        }
    }
}

/// <summary>First and last rows and columns, all counted from 1 and all inside.</summary>
public readonly record struct MergedRange(int FirstRow, int FirstColumn, int LastRow, int LastColumn)
{
    public bool Contains(int row, int column) =>
        row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}
