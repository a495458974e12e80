using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Programmes;

/// <summary>A workshop and its programme for search engines (schema.org, JSON-LD). What is not recorded is left out, never guessed.</summary>
public static class EventData
{
    /// <summary>Letters stay readable; «&lt;» and its kind never do, so no text can end the block it stands in.</summary>
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="free">Places anybody could still have; null where none are given.</param>
    public static IHtmlContent Of(Workshop w, int? free, SiteAddress site, Language l) => Graph(Event(w, free, site, l), Course(w.Programme!, site, l, [Id(w, site, l)]));

    public static IHtmlContent Of(Programme p, SiteAddress site, Language l)
    {
        var workshops = p.Workshops.Where(w => w.IsPublic && w.StartsOn is not null).OrderBy(w => w.StartsOn).ToList();
        return Graph([Course(p, site, l, workshops.Select(w => Id(w, site, l))), .. workshops.Select(w => Event(w, null, site, l, p))]);
    }

    /// <summary>Razor would write the plus of the type as an entity, which not every crawler reads back.</summary>
    private static HtmlString Graph(params JsonNode[] nodes) =>
        new("<script type=\"application/ld+json\">" + new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray(nodes) }.ToJsonString(Json) + "</script>");

    private static JsonObject Event(Workshop w, int? free, SiteAddress site, Language l, Programme? programme = null)
    {
        programme ??= w.Programme!;
        var data = new JsonObject
        {
            ["@type"] = new JsonArray("EducationEvent", "CourseInstance"),
            ["@id"] = Id(w, site, l),
            ["name"] = l.Plain(w.Title),
            ["url"] = site.Link(l.Code, "/workshops/" + w.Code),
            ["eventStatus"] = "https://schema.org/" + StatusOf(w),
            ["courseMode"] = "onsite",
            ["image"] = $"{site.Base}/cards/{l.Code}/{w.Code}.png",
        };
        Put(data, "description", w.Summary, l);
        if (w.StartsOn is { } first) data["startDate"] = Moment(first, Timed(w, 1).Select(s => s.Starts).Min());
        if (w.EndsOn is { } last) data["endDate"] = Moment(last, Timed(w, last.DayNumber - (w.StartsOn ?? last).DayNumber + 1).Select(s => s.Ends).Max());
        if (w.StartsOnBefore is { } before) data["previousStartDate"] = Moment(before, null);
        if (w.Languages.Length > 0) data["inLanguage"] = new JsonArray([.. w.Languages.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(code => JsonValue.Create(code))]);
        if (!w.City.IsEmpty || !w.Venue.IsEmpty)
        {
            data["eventAttendanceMode"] = "https://schema.org/OfflineEventAttendanceMode";
            data["location"] = Place(w, l);
        }
        if (w.Capacity is { } capacity) data["maximumAttendeeCapacity"] = capacity;
        if (free is { } left) data["remainingAttendeeCapacity"] = left;
        var organisers = programme.Organisers.OrderBy(o => o.Position).ToLookup(o => o.Role == OrganiserRole.Funder);
        if (organisers[false].Any()) data["organizer"] = Organisations(organisers[false], l);
        if (organisers[true].Any()) data["funder"] = Organisations(organisers[true], l);
        return data;
    }

    private static string StatusOf(Workshop w) => w.Status == WorkshopStatus.Cancelled ? "EventCancelled"
        : w.StartsOnBefore is null ? "EventScheduled" : w.StartsOn is null ? "EventPostponed" : "EventRescheduled";

    private static JsonObject Course(Programme p, SiteAddress site, Language l, IEnumerable<string> instances)
    {
        var course = new JsonObject { ["@type"] = "Course", ["@id"] = site.Link(l.Code, "/programmes/" + p.Code) + "#course", ["name"] = l.Plain(p.Title), ["url"] = site.Link(l.Code, "/programmes/" + p.Code) };
        Put(course, "description", p.Aim, l);
        if (p.Organisers.Where(o => o.Role == OrganiserRole.Lead).OrderBy(o => o.Position).ToList() is { Count: > 0 } leads) course["provider"] = Organisations(leads, l);
        if (p.Topics.Count > 0) course["about"] = new JsonArray([.. p.Topics.OrderBy(t => t.Position).Select(t => JsonValue.Create(l.Plain(t.Title)))]);
        course["hasCourseInstance"] = new JsonArray([.. instances.Select(id => new JsonObject { ["@id"] = id })]);
        return course;
    }

    private static JsonObject Place(Workshop w, Language l)
    {
        var address = new JsonObject { ["@type"] = "PostalAddress" };
        Put(address, "addressLocality", w.City, l);
        // The provinces of the register are those of Việt Nam.
        if (w.HostProvinceId is not null) address["addressCountry"] = "VN";
        return new JsonObject { ["@type"] = "Place", ["name"] = l.Plain(w.Venue.IsEmpty ? w.City : w.Venue), ["address"] = address };
    }

    private static JsonArray Organisations(IEnumerable<ProgrammeOrganiser> organisers, Language l) =>
        new([.. organisers.Select(o => new JsonObject { ["@type"] = "Organization", ["name"] = l.Plain(o.Name) })]);

    private static void Put(JsonObject data, string name, Bilingual text, Language l)
    {
        if (!text.IsEmpty) data[name] = l.Plain(text);
    }

    private static IEnumerable<AgendaSession> Timed(Workshop w, int day) => w.Sessions.Where(s => s.DayNumber == day && s.Starts is not null);

    private static string Id(Workshop w, SiteAddress site, Language l) => site.Link(l.Code, "/workshops/" + w.Code) + "#event";

    private static string Moment(DateOnly day, TimeOnly? time) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (time is { } t ? t.ToString("'T'HH:mm:ss'+07:00'", CultureInfo.InvariantCulture) : "");
}
