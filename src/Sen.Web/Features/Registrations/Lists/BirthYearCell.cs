using System.Globalization;
using System.Text.RegularExpressions;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Registrations.Lists;

/// <summary>A year of birth out of a year, a date, a serial day or a text; of a day that never was, nothing.</summary>
internal static partial class BirthYearCell
{
    private const int Youngest = 14;
    private const int Oldest = 105;

    /// <summary>The year, or the year that was probably meant.</summary>
    public static (int? Year, int? Proposal) Read(Cell cell, DateOnly on)
    {
        if (cell.Kind == CellKind.Date) return Of(cell.Day?.Year, on);
        if (cell.Kind == CellKind.Number)
        {
            if (cell.Number != Math.Floor(cell.Number)) return (null, null);
            if (cell.Number is >= 1880 and <= 2100) return Of((int)cell.Number, on);
            return cell.Number > 3_000 ? Of(cell.Day?.Year, on) : (null, null);
        }
        return cell.Kind == CellKind.Text ? Read(cell.Text!, on) : (null, null);
    }

    private static (int? Year, int? Proposal) Read(string text, DateOnly on)
    {
        var match = Written().Match(text.Trim());
        if (!match.Success)
        {
            var spelt = Iso().Match(text.Trim());
            if (!spelt.Success) spelt = Spelt().Match(text.Trim());
            if (spelt.Success) return Checked(Int(spelt, "year"), Int(spelt, "month"), Int(spelt, "day"), on);
            // «sinh năm 1980», «1980 (?)»: one year among words is probably meant.
            return FourDigits().Matches(text) is [var only] ? (null, Of(Int(only, "year"), on).Year) : (null, null);
        }
        var year = Int(match, "year");
        // A serial day in a text file.
        if (match.Groups["year"].Length == 5) return SerialDay.TryRead(year, out var serial) ? Of(serial.Year, on) : (null, null);
        if (match.Groups["year"].Length == 2)
        {
            if (!match.Groups["month"].Success) return (null, null);
            year += year + 2000 > on.Year - Youngest ? 1900 : 2000;
        }
        return Checked(year, match.Groups["month"].Success ? Int(match, "month") : 1, match.Groups["day"].Success ? Int(match, "day") : 1, on);
    }

    private static (int?, int?) Checked(int year, int month, int day, DateOnly on)
    {
        var exists = year is > 0 and < 10000 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        var (sound, _) = Of(year, on);
        return exists ? (sound, null) : (null, sound);
    }

    private static (int? Year, int? Proposal) Of(int? year, DateOnly on) =>
        year is { } y && y <= on.Year - Youngest && y >= on.Year - Oldest ? (y, null) : (null, null);

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?:(?:(?<day>\d{1,2})\s*[/.\-]\s*)?(?<month>\d{1,2})\s*[/.\-]\s*)?(?<year>\d{2}|\d{4,5})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?:ngày\s+)?(?<day>\d{1,2})\s+tháng\s+(?<month>\d{1,2})\s+năm\s+(?<year>\d{4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spelt();

    [GeneratedRegex(@"(?<!\d)(?<year>\d{4})(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ].*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();
}
