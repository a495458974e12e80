using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Exchange;

/// <summary>Workshops as the API gives them: the set that calendars and feed show, of each as much as its public page says.</summary>
public sealed class ApiWorkshops(AppDb db, SiteAddress site, TimeProvider clock)
{
    public async Task<ApiPage<ApiWorkshop>> ListAsync(ApiQuestion question, CancellationToken ct)
    {
        var asked = question.Undated ? db.Workshops.AsNoTracking().Where(w => w.Status != WorkshopStatus.Draft) : db.Workshops.AsNoTracking().Followed();
        if (question.Status is { } status && Enum.Parse<WorkshopStatus>(status.ToString()) is var wanted) asked = asked.Where(w => w.Status == wanted);
        if (question.Programme is { } programme) asked = asked.Where(w => w.Programme!.Code == programme);
        if (question.Year is { } year && new DateOnly(year, 1, 1) is var first && new DateOnly(year, 12, 31) is var last) asked = asked.Where(w => w.StartsOn <= last && (w.EndsOn ?? w.StartsOn) >= first);
        if (question.Province is { } province) asked = asked.Where(w => w.HostProvinceId == province || w.RegionProvinces.Any(p => p.ProvinceId == province));
        // As the list of workshops does it: a country has hundreds, and marks are to be ignored on both engines.
        var found = await asked.Select(w => new { w.Id, w.Code, w.StartsOn, w.Title, w.City, w.Region, w.Venue, Series = w.Programme!.Title }).ToListAsync(ct);
        var words = SearchKey.Of(question.Text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (question.Text.Length > 0)
            found = words.Length == 0 ? [] : found.FindAll(w => (" " + SearchKey.Of($"{w.Title.Vi} {w.Title.En} {w.City.Vi} {w.City.En} {w.Region.Vi} {w.Region.En} {w.Venue.Vi} {w.Venue.En} {w.Series.Vi} {w.Series.En} {w.Code}")) is var key && words.All(t => key.Contains(" " + t, StringComparison.Ordinal)));
        var ids = (question.Order switch
        {
            ApiOrder.StartsOn => found.OrderBy(w => w.StartsOn ?? DateOnly.MaxValue).ThenBy(w => w.Code, StringComparer.Ordinal),
            ApiOrder.Title => found.OrderBy(w => SortKey.Of(w.Title.Vi), StringComparer.Ordinal).ThenBy(w => w.Code, StringComparer.Ordinal),
            ApiOrder.Code => found.OrderBy(w => w.Code, StringComparer.Ordinal),
            _ => found.OrderByDescending(w => w.StartsOn ?? DateOnly.MinValue).ThenBy(w => w.Code, StringComparer.Ordinal),
        }).Select(w => w.Id).ToList();
        var page = ApiLists.Page(ids, question).ToList();
        var rows = await db.Workshops.AsNoTracking().Include(w => w.Programme).Where(w => page.Contains(w.Id)).ToDictionaryAsync(w => w.Id, ct);
        var seats = await AvailabilityOfMany.OfAsync(db, rows.Values, clock, ct);
        var hosts = rows.Values.Select(w => w.HostProvinceId).ToList();
        var names = await db.Provinces.AsNoTracking().Where(p => hosts.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new ApiProvince(p.Id, p.Name), ct);
        return ApiLists.Of(question, ids.Count, page.Where(rows.ContainsKey).Select(id => Of(rows[id], seats[id], names)));
    }

    /// <summary>Any workshop that has a public page, also one without a recorded date; null for a draft and for an unknown code alike.</summary>
    public async Task<ApiWorkshopWhole?> FindAsync(string code, CancellationToken ct)
    {
        var w = await db.Workshops.AsNoTracking().AsSplitQuery().Where(w => w.Status != WorkshopStatus.Draft)
            .Include(w => w.Programme!.Organisers).Include(w => w.Programme!.Topics).Include(w => w.RegionProvinces).Include(w => w.StatedFigures).Include(w => w.Facts).FirstOrDefaultAsync(w => w.Code == code, ct);
        if (w is null) return null;
        await ReleasedAgenda.PutInAsync(db, [w], ct);
        var seats = await AvailabilityOfMany.OfAsync(db, [w], clock, ct);
        var ids = w.RegionProvinces.Select(p => p.ProvinceId).Append(w.HostProvinceId ?? "").ToList();
        var provinces = await db.Provinces.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.SortKey).ToListAsync(ct);
        var names = provinces.ToDictionary(p => p.Id, p => new ApiProvince(p.Id, p.Name), StringComparer.Ordinal);
        var counted = await CountedFigures.OfAsync(db, w.Id, ct);
        var topics = w.Programme!.Topics.ToDictionary(t => t.Id, t => t.Title);
        var s = Of(w, seats[w.Id], names);
        return new ApiWorkshopWhole(s.Id, s.Code, s.Programme, s.Title, s.Summary, s.Region, s.City, s.Venue, s.HostProvince, s.StartsOn, s.EndsOn, s.DatesNote, s.Languages, s.Status, s.State,
            s.RegistrationOpens, s.RegistrationCloses, s.Availability, s.IsSample, s.ChangedAt, s.Links,
            [.. provinces.Where(p => w.RegionProvinces.Any(r => r.ProvinceId == p.Id)).Select(p => names[p.Id])],
            [.. w.Programme.Organisers.OrderBy(o => o.Position).Select(o => new ApiOrganiser(o.Role, ApiText.Of(o.Name)))],
            [.. AgendaDay.Of(w).Select(d => new ApiDay(d.Number, d.Date, [.. d.Sessions.Select(x => Session(x, topics))]))],
            new([.. w.StatedFigures.OrderBy(f => f.Measure).Select(f => new ApiStated(f.Measure, f.IsMinimum, f.Value, ApiLists.Text(f.Source)))], new(counted.Trainees, counted.Provinces, counted.AgencyKinds)),
            [.. w.Facts.OrderBy(f => f.Position).Select(f => new ApiFact(ApiText.Of(f.Label), ApiText.Of(f.Text), ApiLists.Text(f.Source)))], ApiLists.Text(w.MapUrl), ApiLists.Text(w.Source));
    }

    private static ApiSession Session(AgendaSession s, Dictionary<Guid, Bilingual> topics) => new(s.Half, Time(s.Starts), Time(s.Ends), s.Kind, ApiText.Of(s.Title),
        s.TopicId is { } id && topics.TryGetValue(id, out var topic) ? ApiText.Of(topic) : null, ApiText.Of(s.Room), ApiText.Of(s.Summary),
        [.. s.Speakers.OrderBy(p => p.Position).Select(p => new ApiSpeaker(p.Name, ApiLists.Text(p.Honorific), ApiText.Of(p.JobTitle), ApiText.Of(p.Organisation), ApiText.Of(p.OnBehalfOf)))]);

    private ApiWorkshop Of(Workshop w, Availability seats, Dictionary<string, ApiProvince> provinces)
    {
        var state = w.StateAt(clock.LocalNow());
        return new ApiWorkshop(w.Id, w.Code, new(w.Programme!.Code, ApiText.Of(w.Programme.Title)), ApiText.Of(w.Title), ApiText.Of(w.Summary), ApiText.Of(w.Region), ApiText.Of(w.City), ApiText.Of(w.Venue),
            w.HostProvinceId is { } host ? provinces.GetValueOrDefault(host) : null, w.StartsOn, w.EndsOn, ApiText.Of(w.DatesNote), w.Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Enum.Parse<ApiStatus>(w.Status.ToString()), Enum.Parse<ApiState>(state.ToString()), Wall(w.RegistrationOpens), Wall(w.RegistrationCloses),
            w.Status is WorkshopStatus.Held or WorkshopStatus.Cancelled ? null : Seats(seats, state), w.IsSample, new DateTimeOffset(CalendarMark.ChangeOf(w), TimeSpan.Zero),
            new(site.Base + "/api/v1/workshops/" + w.Code, ApiLists.Pages(site, "/workshops/" + w.Code), w.StartsOn is null ? null : site.Base + $"/workshops/{w.Code}.ics"));
    }

    private static ApiAvailability Seats(Availability s, WorkshopState state) => new(s.Capacity, s.Taken, s.Free, s.Kept.Sum(k => k.Seats), s.Waiting,
        s.IsOpen ? s.HasRoom ? ApiSeats.Open : ApiSeats.WaitingList : state == WorkshopState.NotYetOpen ? ApiSeats.NotYetOpen : ApiSeats.Closed, s.NeedsApproval);

    private static string? Time(TimeOnly? time) => time?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset? Wall(DateTime? local) => local is { } time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), WallClock.Zone.GetUtcOffset(time)) : null;
}
