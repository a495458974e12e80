namespace Sen.Web.Platform.Spreadsheets;

/// <summary>Days as workbooks count them: 1 is 1/1/1900, and 29/2/1900, which never was, is counted too.</summary>
public static class SerialDay
{
    private const int LastSerial = 2958465; // 31/12/9999

    /// <summary>Days between the calendars of 1900 and 1904.</summary>
    public const double Calendar1904Offset = 1462;

    public static bool TryRead(double serial, out DateOnly day)
    {
        day = default;
        if (double.IsNaN(serial) || serial < 1 || serial >= LastSerial + 1d) return false;
        var whole = (int)Math.Floor(serial);
        if (whole == 60) return false;
        day = new DateOnly(1899, 12, 31).AddDays(whole > 60 ? whole - 1 : whole);
        return true;
    }
}
