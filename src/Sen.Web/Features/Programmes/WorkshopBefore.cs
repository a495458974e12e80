using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes;

/// <summary>When and where a workshop was to take place before a change.</summary>
public sealed record WorkshopBefore(DateOnly? StartsOn, DateOnly? EndsOn, Bilingual City, Bilingual Venue)
{
    internal static WorkshopBefore Of(AppDb db, Workshop workshop)
    {
        var row = db.Entry(workshop);
        return new(row.Property(w => w.StartsOn).OriginalValue, row.Property(w => w.EndsOn).OriginalValue,
            new(row.ComplexProperty(w => w.City).Property(t => t.Vi).OriginalValue, row.ComplexProperty(w => w.City).Property(t => t.En).OriginalValue),
            new(row.ComplexProperty(w => w.Venue).Property(t => t.Vi).OriginalValue, row.ComplexProperty(w => w.Venue).Property(t => t.En).OriginalValue));
    }

    public bool Differs(Workshop now) => (StartsOn, EndsOn) != (now.StartsOn, now.EndsOn) || City != now.City || Venue != now.Venue;

    /// <summary>What changed, in words: what it was and what it is now.</summary>
    public IEnumerable<string> Changes(Workshop now, Language l)
    {
        if ((StartsOn, EndsOn) != (now.StartsOn, now.EndsOn))
            yield return l[$"Thời gian: trước đây {l.Dates(StartsOn, EndsOn)}, nay {l.Dates(now.StartsOn, now.EndsOn)}.", $"Dates: {l.Dates(StartsOn, EndsOn)} before, now {l.Dates(now.StartsOn, now.EndsOn)}."];
        if (City != now.City || Venue != now.Venue)
            yield return l[$"Nơi tổ chức: trước đây {Place(Venue, City, l)}, nay {Place(now.Venue, now.City, l)}.", $"Place: {Place(Venue, City, l)} before, now {Place(now.Venue, now.City, l)}."];
    }

    private static string Place(Bilingual venue, Bilingual city, Language l) =>
        string.Join(", ", new[] { venue, city }.Where(t => !t.IsEmpty).Select(l.Plain)) is { Length: > 0 } place ? place : l.NotRecorded;
}
