using System.Text;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

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

        routes.MapGet("/{lang:lang}/registration/calendar", async (string? token, AppDb db, PrivateLinks links, SiteAddress site, Language language, TimeProvider clock, HttpContext context, CancellationToken ct) =>
        {
            if (await links.FindAsync(token, ct) is not { } own) return Results.NotFound();
            var workshop = await db.Workshops.AsNoTracking().SingleAsync(w => w.Id == own.WorkshopId, ct);
            PrivatePage.Keep(context.Response);
            return Results.File(Encoding.UTF8.GetBytes(WorkshopCalendar.Of(workshop, await ReleasedAgenda.OfAsync(db, workshop.Id, ct), site, language, clock.UtcNow())), "text/calendar; charset=utf-8", workshop.Code + ".ics");
        }).AllowAnonymous();
    }
}
