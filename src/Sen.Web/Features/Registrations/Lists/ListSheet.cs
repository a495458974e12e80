using System.Text;
using Sen.Web.Platform.Spreadsheets;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>A sheet whose text is Unicode NFC and whose merged cells know what stands in them.</summary>
internal sealed class ListSheet
{
    // A merge over whole columns is decoration; so many single expansions are no list.
    private const int MostExpandedCells = 500_000;

    private readonly Dictionary<(int Row, int Column), Cell> _merged = [];
    private readonly HashSet<(int Row, int Column)> _converted = [];

    private ListSheet(string name, List<SheetRow> rows, IReadOnlyList<MergedRange> merges)
    {
        (Name, Rows, Merges) = (name, rows, merges);
        LastColumn = rows.Count == 0 ? 0 : rows.Max(r => r.Cells.Length == 0 ? 0 : r.Cells[^1].Column);
        Expand();
    }

    public string Name { get; }
    public List<SheetRow> Rows { get; }
    public IReadOnlyList<MergedRange> Merges { get; }
    public int LastColumn { get; }

    public bool WasConverted(int row, int column) => _converted.Contains((row, column));

    /// <summary>The cell itself, or the one merged down into it.</summary>
    public Cell Effective(SheetRow row, int column)
    {
        var own = row[column];
        return own.IsEmpty && _merged.Count > 0 && _merged.TryGetValue((row.Number, column), out var above) ? above with { Column = column } : own;
    }

    public int IndexOf(SheetRow row) => Rows.BinarySearch(row, Comparer<SheetRow>.Create((a, b) => a.Number.CompareTo(b.Number)));

    public bool IsMergedDown(int row, int column) => _merged.ContainsKey((row, column));

    /// <summary>
    /// A heading's label over a column, also where it is merged to the right or down. Where merges are lost, a label of a
    /// two-row heading goes on to the right over columns that have a label only below.
    /// </summary>
    public string? HeadingAt(int i, int down, int column, bool twoRows)
    {
        var row = Rows[i + down];
        if (row[column] is { Kind: CellKind.Text } cell) return cell.Text;
        foreach (var merge in Merges)
        {
            if (!merge.Contains(row.Number, column)) continue;
            var anchor = Rows.Skip(Math.Max(0, i - 3)).Take(down + 4).FirstOrDefault(r => r.Number == merge.FirstRow);
            return anchor?[merge.FirstColumn].Text;
        }
        if (down != 0 || !twoRows || Merges.Count > 0 || Rows[i + 1][column].IsEmpty) return null;
        for (var left = column - 1; left > 0; left--)
            if (row[left] is { Kind: CellKind.Text } spread) return spread.Text;
        return null;
    }

    public static ListSheet Of(Sheet sheet)
    {
        var guess = Guess(sheet, out var hasUnicode);
        var fontsLie = FontsLie(sheet);
        var rows = new List<SheetRow>(sheet.Rows.Count);
        var converted = new List<(int, int)>();
        foreach (var row in sheet.Rows)
        {
            Cell[]? cells = null;
            var blanks = false;
            for (var i = 0; i < row.Cells.Length; i++)
            {
                var cell = row.Cells[i];
                if (cell.Kind != CellKind.Text) continue;
                // Spaces hide a cell as well as a row from the eye.
                if (string.IsNullOrWhiteSpace(cell.Text) && !cell.IsFormula)
                {
                    cells ??= [.. row.Cells];
                    cells[i] = default;
                    blanks = true;
                    continue;
                }
                var (text, isConverted) = Decoded(cell, guess, hasUnicode, fontsLie);
                if (isConverted) converted.Add((row.Number, cell.Column));
                if (ReferenceEquals(text, cell.Text)) continue;
                cells ??= [.. row.Cells];
                cells[i] = cell with { Text = text };
            }
            if (blanks) cells = [.. cells!.Where(c => !c.IsEmpty)];
            if (cells is null or { Length: > 0 }) rows.Add(cells is null ? row : row with { Cells = cells });
        }
        var list = new ListSheet(sheet.Name, rows, sheet.Merges);
        list._converted.UnionWith(converted);
        return list;
    }

    private static (string Text, bool Converted) Decoded(Cell cell, LegacyEncoding guess, bool hasUnicode, bool fontsLie)
    {
        var text = cell.Text!;
        var ofFont = LegacyVietnamese.OfFont(cell.Font);
        var capitals = LegacyVietnamese.IsCapitalsFont(cell.Font);
        if (ofFont == LegacyEncoding.None && guess == LegacyEncoding.None || Ascii.IsValid(text) && !capitals)
            return (text.Nfc(), false);

        var decoded = LegacyVietnamese.Decode(text, ofFont != LegacyEncoding.None ? ofFont : guess, capitals);
        if (decoded == text.Nfc()) return (decoded, false);
        // The letters confirm what the font says; without a font they have to say more than the text as it stands.
        var (before, after) = (Syllables.Score(text), Syllables.Score(decoded));
        var believed = (ofFont != LegacyEncoding.None ? !fontsLie : !hasUnicode) ? after >= before : after > before;
        return believed ? (decoded, true) : (text.Nfc(), false);
    }

    // A list typed anew over an old one keeps its fonts: «Lê» in .VnTime is «Lê» where the other cells in that font are Unicode.
    private static bool FontsLie(Sheet sheet)
    {
        int unicode = 0, old = 0;
        foreach (var row in sheet.Rows)
        {
            foreach (var cell in row.Cells)
            {
                if (cell.Kind != CellKind.Text || LegacyVietnamese.OfFont(cell.Font) == LegacyEncoding.None || Ascii.IsValid(cell.Text)) continue;
                if (LegacyVietnamese.HasUnicodeVietnamese(cell.Text!)) unicode++;
                else old++;
            }
        }
        return unicode > old;
    }

    private static LegacyEncoding Guess(Sheet sheet, out bool hasUnicode)
    {
        var texts = new List<string>();
        hasUnicode = false;
        foreach (var row in sheet.Rows)
        {
            foreach (var cell in row.Cells)
            {
                if (cell.Kind != CellKind.Text || Ascii.IsValid(cell.Text)) continue;
                if (LegacyVietnamese.HasUnicodeVietnamese(cell.Text!)) hasUnicode = true;
                else if (LegacyVietnamese.OfFont(cell.Font) == LegacyEncoding.None) texts.Add(cell.Text!);
            }
            if (texts.Count > 400) break;
        }
        return LegacyVietnamese.Detect(texts);
    }

    private void Expand()
    {
        if (Merges.Count == 0 || Rows.Count == 0) return;
        var byNumber = new Dictionary<int, SheetRow>(Rows.Count);
        foreach (var row in Rows) byNumber[row.Number] = row;
        var last = Rows[^1].Number;
        foreach (var merge in Merges)
        {
            if (merge.LastRow == merge.FirstRow || !byNumber.TryGetValue(merge.FirstRow, out var top)) continue;
            var anchor = top[merge.FirstColumn];
            if (anchor.IsEmpty) continue;
            for (var row = merge.FirstRow + 1; row <= Math.Min(merge.LastRow, last) && _merged.Count < MostExpandedCells; row++)
                _merged[(row, merge.FirstColumn)] = anchor;
        }
    }
}
