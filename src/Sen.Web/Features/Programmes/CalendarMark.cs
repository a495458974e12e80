using Ical.Net;

namespace Sen.Web.Features.Programmes;

/// <summary>By what calendars know an entry, how new it is, and how it stands.</summary>
/// <param name="Stem">Of the UID; the day's number follows.</param>
/// <param name="ChangedAt">UTC.</param>
/// <param name="Prefix">Stands before the title where a seat is not certain.</param>
/// <param name="CallsOffLostDays">In a file that is taken in once, a day that fell away must be called off; from a feed it just goes.</param>
public sealed record CalendarMark(string Stem, int Sequence, DateTime ChangedAt, string Status, string Prefix = "", bool CallsOffLostDays = true)
{
    /// <summary>The entry everybody sees.</summary>
    public static CalendarMark Of(Workshop w, bool inFeed) => new(w.Id.ToString("N"), w.CalendarNumber, ChangeOf(w),
        w.Status == WorkshopStatus.Cancelled ? EventStatus.Cancelled : EventStatus.Confirmed, CallsOffLostDays: !inFeed);

    /// <summary>UTC. A row older than the column was last changed no earlier than its id was made.</summary>
    public static DateTime ChangeOf(Workshop w) => w.CalendarChangedAt ?? MadeAt(w.Id);

    /// <summary>A version 7 id begins with the milliseconds of its making.</summary>
    private static DateTime MadeAt(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTime.UnixEpoch.AddMilliseconds(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
    }
}
