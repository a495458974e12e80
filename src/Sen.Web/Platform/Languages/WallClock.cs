namespace Sen.Web.Platform.Languages;

/// <summary>Times of an agenda and of a registration window are wall times of Việt Nam, whatever the zone of server or browser.</summary>
public static class WallClock
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateTime Local(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);

    public static DateTime LocalNow(this TimeProvider clock) => Local(clock.GetUtcNow().UtcDateTime);

    public static DateOnly LocalDay(this TimeProvider clock) => DateOnly.FromDateTime(clock.LocalNow());

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;
}
