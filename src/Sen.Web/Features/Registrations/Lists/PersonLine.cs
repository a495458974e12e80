using System.Text.RegularExpressions;
using Sen.Web.Features.People;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>Reads one person's line: every filled cell of a known column becomes a value or a problem.</summary>
internal sealed partial class PersonLine(ListSheet sheet, SheetRow row, ListHeader header, GroupLine? group, ListContext context, List<ListProblem> problems)
{
    private readonly Dictionary<ListField, string> _raw = new(header.Columns.Length);
    private bool _converted;

    public ProposedRow Read()
    {
        Collect();
        var name = ReadName();
        var (sex, birthYear) = ReadSexAndBirth();
        var unit = ReadUnit();
        var phone = ReadPhone();
        return new ProposedRow
        {
            Sheet = sheet.Name,
            Row = row.Number,
            FullName = name?.Full,
            Title = name?.Title,
            Sex = sex,
            BirthYear = birthYear,
            Position = TextOf(ListField.Position),
            AgencyKind = unit.AgencyKind,
            Agency = unit.Agency,
            Province = unit.Province,
            Suggestion = unit.Suggestion,
            Phone = phone?.E164,
            Email = ReadEmail(),
            Note = TextOf(ListField.Note),
            Group = group?.Label,
            Hidden = row.Hidden,
            ConvertedText = _converted,
            Fingerprint = Fingerprint.Of(_raw, group?.Label),
            Raw = _raw,
            Columns = header.Letters,
        };
    }

    private void Collect()
    {
        foreach (var (column, field) in header.Columns)
        {
            var cell = Effective(column, field);
            if (cell.IsEmpty) continue;
            var value = cell.Value;
            _converted |= sheet.WasConverted(row.Number, column);
            _raw[field] = _raw.TryGetValue(field, out var before) ? before + " " + value : value;
        }
    }

    // A name or a running number merged down is one person on two lines, not two persons.
    private Cell Effective(int column, ListField field)
    {
        if (field is ListField.Name or ListField.Number) return row[column];
        var cell = sheet.Effective(row, column);
        return cell.Kind == CellKind.Text && !cell.IsFormula && cell.Text.AsSpan().Trim().Trim("-–—_").IsEmpty ? new Cell(column, CellKind.Empty, 0, null, null, null) : cell;
    }

    /// <summary>The field's first filled cell, without formulas and errors, which are reported once.</summary>
    private Cell? CellOf(ListField field)
    {
        foreach (var column in header.Of(field))
        {
            var cell = Effective(column, field);
            if (!cell.IsEmpty) return IsUnusable(cell, field) ? null : cell;
        }
        return null;
    }

    private bool IsUnusable(Cell cell, ListField field)
    {
        // In a text file, and behind an apostrophe, a formula is text that begins as one.
        if (cell.Kind == CellKind.Text && !cell.IsFormula && cell.Text!.TrimStart().StartsWith('='))
        {
            Report(field, cell.Column, cell.Text, ListProblemKind.Formula, null);
            return true;
        }
        if (cell.IsFormula)
        {
            Report(field, cell.Column, cell.Formula, ListProblemKind.Formula, cell.Kind is CellKind.Empty or CellKind.Error ? null : PersonName.Clean(cell.Value));
            return true;
        }
        if (cell.Kind != CellKind.Error) return false;
        Report(field, cell.Column, cell.Value, ListProblemKind.CellError, null);
        return true;
    }

    private string? TextOf(ListField field) => CellOf(field) is { } cell && PersonName.Clean(cell.Value) is { Length: > 0 } text ? text : null;

    private UnitOfRow ReadUnit()
    {
        var (agency, province) = (CellOf(ListField.Agency), CellOf(ListField.Province));
        var provinceUnread = province is null && header.Of(ListField.Province) is [var column, ..] && !Effective(column, ListField.Province).IsEmpty;
        return new UnitOfLine(context, group, Report).Read(agency, province, provinceUnread);
    }

    private PersonName? ReadName()
    {
        var parts = new List<string>();
        foreach (var column in header.Of(ListField.Name))
        {
            var cell = row[column];
            if (cell.IsEmpty) continue;
            if (IsUnusable(cell, ListField.Name)) return null;
            parts.Add(cell.Value);
        }
        var text = string.Join(' ', parts);
        var bare = ListMark().Replace(text, "");
        if (_converted) bare = WithCapitals(bare);
        if (PersonName.Read(bare) is { } name) return name;
        var missing = string.IsNullOrWhiteSpace(text);
        // «Nguyễn Văn An (trưởng đoàn)», «Nguyễn Văn An, Phó Giám đốc»: the name stands in front.
        var front = missing ? null : PersonName.Read(AfterName().Split(bare, 2)[0]);
        Report(ListField.Name, header.NameColumn, missing ? null : text, missing ? ListProblemKind.NameMissing : ListProblemKind.NotAName, front?.Full);
        return front;
    }

    private (ListSex?, int?) ReadSexAndBirth()
    {
        ListSex? sex = null;
        int? year = null;
        if (CellOf(ListField.Sex) is { } written)
        {
            sex = SexColumns.Read(written.Value);
            if (sex is null) Report(ListField.Sex, written.Column, written.Value, ListProblemKind.NotASex, null);
        }
        if (CellOf(ListField.BirthYear) is { } birth) year = ReadYear(birth, ListField.BirthYear);

        var male = CellOf(ListField.Male) is { } m && !SexColumns.IsBlank(m.Value) ? m : (Cell?)null;
        var female = CellOf(ListField.Female) is { } f && !SexColumns.IsBlank(f.Value) ? f : (Cell?)null;
        if (male is { } first && female is not null)
        {
            Report(ListField.Male, first.Column, first.Value, ListProblemKind.BothSexes, null);
            return (null, year);
        }
        if ((male ?? female) is { } ticked)
        {
            sex = male is not null ? ListSex.Male : ListSex.Female;
            // The columns «Nam» and «Nữ» under «Năm sinh» hold the year itself.
            if (!SexColumns.IsTick(ticked.Value)) year = ReadYear(ticked, male is not null ? ListField.Male : ListField.Female) ?? year;
        }
        return (sex, year);
    }

    private int? ReadYear(Cell cell, ListField field)
    {
        var (year, proposal) = BirthYearCell.Read(cell, context.InForceOn);
        if (year is null)
        {
            var kind = field is ListField.BirthYear || cell.Value.Any(char.IsDigit) ? ListProblemKind.NotABirthYear : ListProblemKind.NotASex;
            Report(field, cell.Column, cell.Value, kind, proposal?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
        return year;
    }

    private PhoneNumber? ReadPhone()
    {
        PhoneNumber? taken = null;
        foreach (var column in header.Of(ListField.Phone))
        {
            var cell = Effective(column, ListField.Phone);
            if (cell.IsEmpty || IsUnusable(cell, ListField.Phone) || cell.Value.AsSpan().Trim().IsEmpty) continue;
            var (number, count) = PhoneNumber.ReadSeveral(cell.Value, context.InForceOn);
            if (number is null) Report(ListField.Phone, column, cell.Value, ListProblemKind.NotAPhone, null);
            else if (count > 1) Report(ListField.Phone, column, cell.Value, ListProblemKind.SeveralPhones, number.Value.Shown);
            // Of an office's and a mobile number the mobile one is the person's.
            if (number is { } read && (taken is null || IsMobile(read) && !IsMobile(taken.Value))) taken = read;
        }
        return taken;
    }

    private static bool IsMobile(PhoneNumber number) => number.E164.Length == 12 && number.E164.StartsWith("+84", StringComparison.Ordinal);

    private string? ReadEmail()
    {
        if (CellOf(ListField.Email) is not { } cell) return header.Of(ListField.Email).Length == 0 ? EmailAmongPhones() : null;
        var address = EmailCell.Read(cell.Value);
        if (address is null) Report(ListField.Email, cell.Column, cell.Value, ListProblemKind.NotAnEmail, EmailCell.Meant(cell.Value));
        return address;
    }

    // «Điện thoại, email» in one column.
    private string? EmailAmongPhones() => header.Of(ListField.Phone).Select(c => Effective(c, ListField.Phone))
        .Where(c => c.Kind == CellKind.Text && !c.IsFormula && c.Text!.Contains('@', StringComparison.Ordinal)).Select(c => EmailCell.First(c.Text!)).FirstOrDefault(a => a is not null);

    /// <summary>TCVN3 has no capitals with a tone, so «Ánh» was typed as «ánh».</summary>
    private static string WithCapitals(string text) => string.Join(' ', text.Split(' ').Select(word =>
        word.Length > 0 && char.IsLower(word[0]) && !char.IsAscii(word[0]) ? char.ToUpperInvariant(word[0]) + word[1..] : word));

    private void Report(ListField field, int? column, string? value, ListProblemKind kind, string? proposal)
    {
        var letter = column is { } c ? ColumnLetter.Of(c) : header.Letters.GetValueOrDefault(field, ColumnLetter.Of(header.NameColumn));
        problems.Add(new ListProblem(sheet.Name, row.Number, letter, field, value, kind, proposal));
    }

    // «1. Nguyễn Văn An», «- Nguyễn Văn An»
    [GeneratedRegex(@"^\s*(?:\d{1,3}\s*[.)]|[-–+*•])\s*(?=\p{L})", RegexOptions.CultureInvariant)]
    private static partial Regex ListMark();

    [GeneratedRegex(@"[(,;/]|\s[-–]\s", RegexOptions.CultureInvariant)]
    private static partial Regex AfterName();
}
