using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

public static class RegistrationEndpoints
{
    public static void MapRegistrations(this IEndpointRouteBuilder routes)
    {
        // What the form's script asks for while somebody types.
        routes.MapGet("/{lang:lang}/workshops/{code}/register/agencies", async (string code, string? q, AppDb db, AgencySuggestions agencies, HttpContext context, CancellationToken ct) =>
        {
            if (await db.Workshops.AsNoTracking().Include(w => w.RegionProvinces).FirstOrDefaultAsync(w => w.Code == code, ct) is not { IsPublic: true } workshop) return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=600";
            return Results.Json(await agencies.FindAsync(db, workshop, q, ct));
        }).AllowAnonymous();

        routes.MapMethods("/{lang:lang}/registration/calendar", ["GET", "HEAD"], async (string? token, PrivateLinks links, OwnCalendar calendar, Language language, HttpContext context, CancellationToken ct) =>
        {
            if (await links.FindAsync(token, ct) is not { } own) return Results.NotFound();
            PrivatePage.Keep(context.Response);
            return Results.File((await calendar.OfAsync(own, language, ct)).ToBytes(), CalendarFile.ContentType, language["lich-cua-toi.ics", "my-calendar.ics"]);
        }).AllowAnonymous();
    }
}
