using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Sen.Web.Features.People.Places;
using Sen.Web.Platform.Spreadsheets;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Registrations.Lists;

internal enum RowKind { Nothing, Person, Group, Total, Signature, NumberRow }

/// <summary>Tells a person's line from group lines, totals, signatures and the row of column numbers.</summary>
internal static partial class RowSorter
{
    private static readonly FrozenSet<string> FamilyNames = ("nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dao doan vuong trinh truong lam phung mai "
        + "dinh to ta cao luu chu chau thai luong quach ha kieu tang trieu ton la nghiem diep lo ma nong be luc vi cam tong khuc khong lai bach mac au quan du giap ngac thach son kim danh thi h y a k'")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] SignatureStarts =
    [
        "nguoi lap", "tm ", "tl ", "kt ", "tuq ", "t m ", "thu truong", "truong ban", "pho truong ban", "ban to chuc", "xac nhan", "noi nhan", "nguoi tong hop",
        "lanh dao", "giam doc", "pho giam doc", "chu tich", "thu ky", "nguoi ky", "ngay ", "cuc truong", "vu truong", "tong cuc truong", "chanh van phong", "ke toan", "dai dien", "ky ghi ro",
    ];

    public static RowKind Sort(ListSheet sheet, SheetRow row, ListHeader header, bool afterEnd)
    {
        var first = row.Cells.FirstOrDefault(c => !c.IsEmpty);
        if (first.IsEmpty) return RowKind.Nothing;
        var name = header.Of(ListField.Name).Any(c => !row[c].IsEmpty);
        var number = header.Of(ListField.Number) is [var numberColumn, ..] ? row[numberColumn] : default;
        var hasNumber = IsPersonNumber(number);
        var others = 0;
        var contact = false;
        foreach (var (column, field) in header.Columns)
        {
            if (field is ListField.Number or ListField.Name or ListField.Note or ListField.Signature || row[column].IsEmpty) continue;
            others++;
            contact |= field is ListField.Phone or ListField.Email;
        }
        if (name && hasNumber && others > 0 && NameText(row, header).Count(char.IsLetter) > 1) return RowKind.Person;
        if (IsNumberRow(row)) return RowKind.NumberRow;

        var label = LabelOf(row);
        var key = SearchKey.Of(GroupNumber().Replace(label, ""));
        if (IsTotal(key)) return RowKind.Total;
        var texts = row.Cells.Count(c => c.Kind == CellKind.Text && c.Text!.Any(char.IsLetter));

        if (!hasNumber && !contact && texts <= 3 && IsSignature(key, row, header)) return RowKind.Signature;
        if (afterEnd && !hasNumber && !contact) return RowKind.Nothing;
        if (name)
        {
            if (others > 0 && !IsGroupNumber(number)) return RowKind.Person;
            if (others == 0 && hasNumber && !IsGroupText(NameText(row, header))) return RowKind.Person;
            if (others > 1 || contact) return RowKind.Person;
            if (others == 0 && !hasNumber) return !IsGroupNumber(number) && LooksLikeName(NameText(row, header)) ? RowKind.Person : RowKind.Group;
            return RowKind.Group;
        }
        if (hasNumber && others > 0) return RowKind.Person;
        // A name merged down is one person on two lines.
        if (header.Of(ListField.Name).Any(c => sheet.IsMergedDown(row.Number, c))) return RowKind.Nothing;
        if (contact && others >= 2 || others >= 3) return RowKind.Person;
        return texts == 1 || others <= 1 ? (label.Any(char.IsLetter) ? RowKind.Group : RowKind.Nothing) : RowKind.Nothing;
    }

    /// <summary>The text of a group line: its number and its words may stand in two cells.</summary>
    public static string LabelOf(SheetRow row) =>
        string.Join(' ', row.Cells.Where(c => c.Kind == CellKind.Text && !c.IsFormula).Select(c => c.Text!.Trim()).Where(t => t.Length > 0).Take(3));

    /// <summary>«II. Tỉnh Vĩnh Long» without its number, and what kind of number that was.</summary>
    public static (string Label, char Numbering) WithoutNumber(string label)
    {
        var match = GroupNumber().Match(label);
        if (!match.Success || match.Length == label.Length) return (label.Trim(), ' ');
        var number = match.Value.TrimStart();
        var numbering = char.IsDigit(number[0]) ? '1' : "IVX".Contains(number[0], StringComparison.Ordinal) ? 'I' : 'A';
        return (label[match.Length..].Trim(), numbering);
    }

    private static bool IsTotal(string key) =>
        key is "tong" or "cong" or "total" || key.StartsWith("tong so", StringComparison.Ordinal) || key.StartsWith("tong cong", StringComparison.Ordinal) && !key.StartsWith("tong cong ty", StringComparison.Ordinal)
        || TotalWithCount().IsMatch(key);

    private static bool IsSignature(string key, SheetRow row, ListHeader header)
    {
        // A position in its own column beside a name is no signature.
        if (header.Of(ListField.Name).Any(c => !row[c].IsEmpty) && header.Of(ListField.Number) is [var n, ..] && !row[n].IsEmpty) return false;
        if (PlaceAndDate().IsMatch(key)) return true;
        foreach (var start in SignatureStarts)
        {
            if (!key.StartsWith(start, StringComparison.Ordinal)) continue;
            return start != "ngay " || PlaceAndDate().IsMatch(key);
        }
        return false;
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

    private static string NameText(SheetRow row, ListHeader header) => row[header.NameColumn].Value;

    private static bool IsGroupText(string text)
    {
        var words = PlaceWords.Of(text);
        return words.Length > 0 && (words[0] is "nhom" or "tinh" or "tp" or "khoi" or "so" or "doan" or "lop" or "to" && words.Length == 2 && words[1].All(char.IsAsciiDigit))
            && !(words[0] is "doan" or "to" or "so" && FamilyNames.Contains(words[0]) && !words[^1].All(char.IsAsciiDigit) && words[0] != "so");
    }

    private static bool LooksLikeName(string text)
    {
        var words = PlaceWords.Of(text);
        return words.Length is >= 2 and <= 6 && FamilyNames.Contains(words[0]) && !text.Any(char.IsDigit) && !text.Contains(':', StringComparison.Ordinal) && !IsGroupText(text);
    }

    [GeneratedRegex(@"^\s*(?:(?:[IVX]{1,6}|\d{1,3}|[A-Z])\s*[.)\-–/:]\s*|[IVX]{1,6}\s+(?=\p{L}{2}))", RegexOptions.CultureInvariant)]
    private static partial Regex GroupNumber();

    [GeneratedRegex(@"^\s*(?:[IVX]{1,6}|[A-HK-Z])\s*[.)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex RomanOrLetter();

    [GeneratedRegex(@"^\s*\d{1,5}\s*[.)]?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex PersonNumber();

    [GeneratedRegex(@"^(?:(?:tong|cong|total)\b(?! ty| cuc| tac).{0,20}\d|danh sach (?:nay )?(?:gom|co)\b|an dinh danh sach|cong (?:nhom|tinh|tp|so|muc|i+v?|doan)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex TotalWithCount();

    [GeneratedRegex(@"\bngay\b.{0,8}\bthang\b.{0,8}\bnam\b", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAndDate();
}
