using System.Text.RegularExpressions;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Spreadsheets;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

internal enum RowKind { Nothing, Person, Group, Total, Signature, NumberRow }

/// <summary>Tells a person's line from group lines, totals, signatures and the row of column numbers.</summary>
internal sealed partial class RowSorter(ListSheet sheet, ListHeader header, ListContext context)
{
    // Where a list is names and signatures only, «Hà Giang» is a person.
    private readonly bool hasDetails = header.Columns.Any(c => c.Value is not (ListField.Number or ListField.Name or ListField.Note or ListField.Signature));

    public RowKind Sort(SheetRow row, bool afterEnd)
    {
        var first = row.Cells.FirstOrDefault(c => !c.IsEmpty);
        if (first.IsEmpty) return RowKind.Nothing;
        var name = header.Of(ListField.Name).Any(c => !row[c].IsEmpty);
        var number = NumberOf(row);
        var hasNumber = IsPersonNumber(number);
        var (others, contact) = Details(row);
        var text = row[header.NameColumn].Value;
        if (name && others < 2 && !contact && IsGroupName(text, others == 0 && hasDetails)) return RowKind.Group;
        if (name && hasNumber && others > 0 && text.Count(char.IsLetter) > 1) return RowKind.Person;
        if (IsNumberRow(row)) return RowKind.NumberRow;

        var label = LabelOf(row);
        var (words, _) = WithoutNumber(label);
        if (FooterWords.IsTotal(SearchKey.Of(words))) return RowKind.Total;
        var texts = row.Cells.Count(c => c.Kind == CellKind.Text && c.Text!.Any(char.IsLetter));

        if (!hasNumber && !contact && texts <= 6 && FooterWords.IsSignature(words, row)) return RowKind.Signature;
        if (afterEnd && !hasNumber && !contact) return RowKind.Nothing;
        if (name)
        {
            // «Người liên hệ: | Nguyễn Văn An»: words where a number belongs are no person's line.
            if (number is { Kind: CellKind.Text } && number.Text!.Count(char.IsLetter) > 4 && !number.Text!.Any(char.IsDigit)) return RowKind.Group;
            if (others > 0 && !IsGroupNumber(number)) return RowKind.Person;
            if (others == 0 && hasNumber) return RowKind.Person;
            if (others > 1 || contact) return RowKind.Person;
            if (others == 0 && !hasNumber) return !IsGroupNumber(number) && LooksLikeName(text) && !IsUnderTheList(row) ? RowKind.Person : RowKind.Group;
            return RowKind.Group;
        }
        if (hasNumber && others > 0) return RowKind.Person;
        // A name merged down is one person on two lines.
        if (header.Of(ListField.Name).Any(c => sheet.IsMergedDown(row.Number, c))) return RowKind.Nothing;
        if (contact && others >= 2 || others >= 3) return RowKind.Person;
        return texts == 1 || others <= 1 ? (label.Any(char.IsLetter) ? RowKind.Group : RowKind.Nothing) : RowKind.Nothing;
    }

    /// <summary>The text of a group line, its number in front: the two may stand in two cells.</summary>
    public string LabelOf(SheetRow row)
    {
        var number = NumberOf(row);
        var ownNumber = IsPersonNumber(number) || IsGroupNumber(number);
        var words = string.Join(' ', row.Cells.Where(c => c.Kind == CellKind.Text && !c.IsFormula && !(ownNumber && c.Column == number.Column))
            .Select(c => c.Text!.Trim()).Where(t => t.Length > 0).Take(3));
        return ownNumber ? $"{number.Value.Trim().TrimEnd('.', ')')}. {words}" : words;
    }

    /// <summary>«II. Tỉnh Vĩnh Long» without its number, and what kind of number that was.</summary>
    public static (string Label, char Numbering) WithoutNumber(string label)
    {
        var match = GroupNumber().Match(label);
        if (!match.Success || match.Length == label.Length) return (label.Trim(), ' ');
        var number = match.Value.TrimStart()[0];
        var numbering = char.IsDigit(number) ? '1' : "IVX".Contains(number, StringComparison.Ordinal) ? 'I' : char.IsLower(number) ? 'a' : 'A';
        return (label[match.Length..].Trim(), numbering);
    }

    private Cell NumberOf(SheetRow row) => header.Of(ListField.Number) is [var column, ..] ? row[column] : default;

    private (int Others, bool Contact) Details(SheetRow row)
    {
        var others = 0;
        var contact = false;
        foreach (var (column, field) in header.Columns)
        {
            if (field is ListField.Number or ListField.Name or ListField.Note or ListField.Signature || row[column] is not { IsEmpty: false } cell) continue;
            others++;
            // «THỦ TRƯỞNG ĐƠN VỊ» stands under the telephones as often as not.
            contact |= field == ListField.Phone && (cell.IsFormula || cell.Value.Any(char.IsDigit)) || field == ListField.Email && (cell.IsFormula || cell.Value.Contains('@', StringComparison.Ordinal));
        }
        return (others, contact);
    }

    // A bare name after an empty line, without the number that all others have, is somebody who signs.
    private bool IsUnderTheList(SheetRow row)
    {
        var i = sheet.IndexOf(row);
        return header.Of(ListField.Number) is [var column, ..] && i > 0 && sheet.Rows[i - 1].Number < row.Number - 1
            && sheet.Rows.Take(i).Any(r => r.Number > header.LastRow && IsPersonNumber(r[column])) && !sheet.Rows.Skip(i).Any(r => IsPersonNumber(r[column]));
    }

    private static bool IsNumberRow(SheetRow row)
    {
        int count = 0, last = 0;
        foreach (var cell in row.Cells)
        {
            if (cell.IsEmpty) continue;
            var text = cell.Value.Trim().Trim('(', ')', '[', ']');
            if (!int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var n))
            {
                // «A B 1 2 3» is the ministries' way.
                if (text.Length == 1 && char.IsAsciiLetter(text[0]) && last == 0) { count++; continue; }
                return false;
            }
            if (n <= last || n > 30) return false;
            last = n;
            count++;
        }
        return count >= 3;
    }

    private static bool IsPersonNumber(Cell cell) => cell.IsFormula || cell.Kind == CellKind.Number
        || cell.Kind == CellKind.Text && PersonNumber().IsMatch(cell.Text!);

    private static bool IsGroupNumber(Cell cell) => cell.Kind == CellKind.Text && RomanOrLetter().IsMatch(cell.Text!);

    // A province or an agency where a name belongs. Provinces are names of people too («Hà Giang»), so one without «tỉnh» counts only alone in its row.
    private bool IsGroupName(string text, bool alone)
    {
        var words = PlaceWords.Of(GroupLine.NameOf(text));
        if (words.Length == 0) return false;
        if (words[0] is "nhom" or "tinh" or "tp" or "khoi" or "so" or "lop") return true;
        if (words[0] is "doan" or "to" && words.Length == 2 && words[1].All(char.IsAsciiDigit)) return true;
        var city = words.Length > 2 && (words[0], words[1]) is ("thanh", "pho") or ("t", "p");
        if ((city || alone) && !context.Gazetteer.FindWhole(words, context.InForceOn).IsNone) return true;
        return alone && context.Unit(GroupLine.NameOf(text)).Kind is not null;
    }

    private static bool LooksLikeName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= 6 && FamilyNames.Contains(words[0].Split('\'', '’')[0]) && !text.Any(char.IsDigit) && !text.Contains(':', StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^\s*(?:(?:[IVX]{1,6}|\d{1,3}|[A-Z]|[a-hđ](?=[.)]))\s*[.)\-–/:]\s*|[IVX]{1,6}\s+(?=\p{L}{2}))", RegexOptions.CultureInvariant)]
    private static partial Regex GroupNumber();

    [GeneratedRegex(@"^\s*(?:[IVX]{1,6}|[A-HK-Z])\s*[.)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RomanOrLetter();

    [GeneratedRegex(@"^\s*\d{1,5}\s*[.)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonNumber();
}
