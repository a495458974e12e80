using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Programmes.Printing;

public static class PrintEndpoints
{
    public static void MapPrinting(this IEndpointRouteBuilder routes)
    {
        Map(routes, "a4", PrintedProgramme.A4);
        Map(routes, "a5", PrintedProgramme.Booklet);
    }

    private static void Map(IEndpointRouteBuilder routes, string size, Func<Workshop, ReleasedAgenda, SiteAddress, Language, byte[]> print) =>
        routes.MapGet($"/{{lang:lang}}/workshops/{{code}}/programme-{size}.pdf", async (string code, AppDb db, Access access, SiteAddress site, Language language, HttpContext context, CancellationToken ct) =>
        {
            var workshop = await db.Workshops.AsNoTracking().Include(w => w.Programme!.Organisers).FirstOrDefaultAsync(w => w.Code == code, ct);
            if (workshop is null || (!workshop.IsPublic && access.Standing?.MayOrganise(workshop.Id, workshop.ProgrammeId) != true)) return Results.NotFound();
            if (await ReleasedAgenda.OfAsync(db, workshop.Id, ct) is not { } agenda) return Results.NotFound();
            var name = $"{workshop.Code}-{language["chuong-trinh", "programme"]}-{size}.pdf";
            context.Response.Headers.ContentDisposition = $"inline; filename=\"{name}\"";
            context.Response.Headers.CacheControl = "no-cache";
            return Results.Bytes(print(workshop, agenda, site, language), "application/pdf");
        }).AllowAnonymous();
}
