using System.Globalization;

namespace Sen.Web.Platform.Languages;

public sealed partial class Language
{
    /// <summary>What no source records. Never an invented date, never a dash that could be a mistake.</summary>
    public string NotRecorded => this["chưa ghi nhận", "not recorded"];

    public string Number(long value) => value.ToString("N0", Format);

    public string Number(double value, int decimals) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Format);

    public string Date(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public string Date(DateOnly? day) => day is { } d ? Date(d) : NotRecorded;

    public string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>«18 tháng 8 năm 2016»: as official Vietnamese writes it, day under 10 and months 1 and 2 with a zero.</summary>
    public string LongDate(DateOnly day) => IsEnglish
        ? day.ToString("d MMMM yyyy", En)
        : string.Create(CultureInfo.InvariantCulture, $"{day:dd} tháng {(day.Month < 3 ? day.ToString("MM", CultureInfo.InvariantCulture) : day.Month.ToString(CultureInfo.InvariantCulture))} năm {day:yyyy}");

    public string Weekday(DateOnly day) => Format.DateTimeFormat.GetDayName(day.DayOfWeek) is var name && name.Length > 0
        ? char.ToUpper(name[0], Format) + name[1..]
        : name;

    /// <summary>«24–25/08/2016», «31/08–01/09/2016», «18/08/2016, ngày kết thúc chưa ghi nhận».</summary>
    public string Dates(DateOnly? from, DateOnly? to)
    {
        if (from is not { } a) return this["Ngày chưa ghi nhận", "Date not recorded"];
        if (to is not { } b) return Date(a) + this[", ngày kết thúc chưa ghi nhận", ", closing day not recorded"];
        if (a == b) return Date(a);
        if (a.Year != b.Year) return $"{Date(a)}–{Date(b)}";
        var start = a.ToString(a.Month == b.Month ? "dd" : "dd/MM", CultureInfo.InvariantCulture);
        return $"{start}–{Date(b)}";
    }

    /// <summary>An instant in the local time of the programme.</summary>
    public string Moment(DateTime utc)
    {
        var local = WallClock.Local(utc);
        return local.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture);
    }

    public string WallTime(DateTime local) => local.ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture);

    public string Bytes(long bytes) => bytes < 1_000_000
        ? Number(Math.Max(1, bytes / 1000)) + " KB"
        : Number(bytes / 1_000_000.0, 1) + " MB";
}
