using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Programmes;

/// <summary>Calendars to subscribe to: all workshops, or one. Their addresses have no language in front, so that they can be read out; «lang» chooses it.</summary>
public static class CalendarEndpoints
{
    public const string WrongLanguage = "lang: vi hoặc en. / lang: vi or en.";

    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/calendar.ics", ["GET", "HEAD"], async (string? lang, AppDb db, SiteAddress site, CancellationToken ct) =>
            Speaking(lang) is not { } l ? NotALanguage() : Answer(WorkshopCalendar.Of(await PublicWorkshops.WithAgendasAsync(db, ct), site, l), "sen.ics", l)).Kept();

        routes.MapMethods("/workshops/{code}.ics", ["GET", "HEAD"], async (string code, string? lang, AppDb db, SiteAddress site, CancellationToken ct) =>
        {
            if (Speaking(lang) is not { } l) return NotALanguage();
            // A draft's code and one that was never given answer alike.
            if (await db.Workshops.AsNoTracking().Followed().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return Results.NotFound();
            await ReleasedAgenda.PutInAsync(db, [workshop], ct);
            return Answer(WorkshopCalendar.Of(workshop, site, l), workshop.Code + ".ics", l);
        }).Kept();
    }

    private static TaggedAnswer Answer(CalendarFile file, string name, Language l) =>
        new(CalendarFile.ContentType, file.ToBytes()) { FileName = name, Language = l.Code, LastModified = file.ChangedAt };

    /// <summary>The language asked for, Vietnamese by default; null for one that does not exist.</summary>
    public static Language? Speaking(string? lang) => string.IsNullOrEmpty(lang) ? new Language() : Language.All.Contains(lang) ? new Language(lang) : null;

    public static IResult NotALanguage() => Results.Text(WrongLanguage, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);

    private static void Kept(this RouteHandlerBuilder route) => route.AllowAnonymous().CacheOutput(PublicPages.Policy).WithMetadata(new ReadsQueryAttribute("lang"));
}
