using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Programmes;

/// <summary>A calendar file (RFC 5545) in one language, of the public entries of workshops or of a person's own.</summary>
public sealed class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";
    private const string Zone = "Asia/Ho_Chi_Minh";
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Calendar calendar = new() { ProductId = "-//Sen//Sen 1//VI" };
    private readonly SiteAddress site;
    private readonly Language l;
    private readonly Mailing? mailing;

    /// <summary>A file that goes by mail says what is to be done with it, by whom and when it was made (RFC 5546).</summary>
    public sealed record Mailing(string Organiser, string Address, DateTime Now);

    public CalendarFile(SiteAddress site, Language l, string name, Mailing? mailing = null)
    {
        (this.site, this.l, this.mailing) = (site, l, mailing);
        if (mailing is not null) calendar.Method = "PUBLISH";
        // The old names and the new (RFC 7986); programs know one or the other.
        foreach (var property in new[] { "NAME", "X-WR-CALNAME" }) calendar.AddProperty(property, Printable.Line(name));
        calendar.AddProperty("X-WR-TIMEZONE", Zone);
        calendar.AddProperty("X-PUBLISHED-TTL", "PT1H");
        calendar.AddTimeZone(VietNam());
    }

    /// <summary>UTC: of the newest change in it.</summary>
    public DateTime? ChangedAt { get; private set; }

    public CalendarFile Add(Workshop workshop, CalendarMark mark)
    {
        foreach (var day in WorkshopCalendar.Days(workshop, l, mark.CallsOffLostDays))
        {
            // The same entry again replaces the old one in a calendar: its id stays, its number grows.
            var entry = new CalendarEvent
            {
                Uid = $"{mark.Stem}-{day.Number}@sen",
                Sequence = mark.Sequence,
                DtStamp = Utc(mailing?.Now ?? mark.ChangedAt),
                LastModified = Utc(mark.ChangedAt),
                Status = day.IsLost ? EventStatus.Cancelled : mark.Status,
                Summary = Printable.Line((day.IsLost || mark.Status == EventStatus.Cancelled ? l["Đã hủy: ", "Cancelled: "] : mark.Prefix) + l.Plain(workshop.Title)),
                Location = Printable.Line(string.Join(", ", new[] { workshop.Venue, workshop.City }.Where(t => !t.IsEmpty).Select(l.Plain))),
                Description = Printable.Of(string.Join('\n', day.Lines)),
                Url = new Uri(site.Link(l.Code, "/workshops/" + workshop.Code)),
            };
            (entry.Start, entry.End) = day.Starts is { } from
                ? (new CalDateTime(day.Date.ToDateTime(from), Zone), day.Ends is { } to ? new CalDateTime(day.Date.ToDateTime(to), Zone) : null)
                : (new CalDateTime(day.Date), null);
            if (mailing is not null) entry.Organizer = new Organizer("mailto:" + mailing.Address) { CommonName = Printable.Line(mailing.Organiser).Replace("\"", "", StringComparison.Ordinal) };
            calendar.Events.Add(entry);
        }
        if (ChangedAt is null || ChangedAt < mark.ChangedAt) ChangedAt = mark.ChangedAt;
        return this;
    }

    public byte[] ToBytes() => Utf8.GetBytes(Folded(new CalendarSerializer().SerializeToString(calendar)!));

    /// <summary>Lines of at most 75 octets, broken between letters: Vietnamese letters have two or three, an emoji four.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length + text.Length / 40);
        var room = 75;
        foreach (var rune in text.Replace("\r\n ", "", StringComparison.Ordinal).Replace("\r\n\t", "", StringComparison.Ordinal).EnumerateRunes())
        {
            if (rune.Value == '\r') continue;
            if (rune.Value == '\n')
            {
                folded.Append("\r\n");
                room = 75;
                continue;
            }
            if (rune.Utf8SequenceLength > room)
            {
                folded.Append("\r\n ");
                room = 74;
            }
            folded.Append(rune);
            room -= rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }

    private static CalDateTime Utc(DateTime moment) => new(DateTime.SpecifyKind(moment, DateTimeKind.Utc));

    /// <summary>+07:00 the whole year; the machine's own table would give rules of 1975.</summary>
    private static VTimeZone VietNam()
    {
        var zone = new VTimeZone(Zone);
        zone.TimeZoneInfos.Add(new VTimeZoneInfo(Components.Standard)
        {
            TimeZoneName = "+07",
            OffsetFrom = new UtcOffset("+0700"),
            OffsetTo = new UtcOffset("+0700"),
            DtStart = new CalDateTime(1976, 1, 1, 0, 0, 0),
        });
        return zone;
    }
}
