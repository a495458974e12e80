using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;

namespace Sen.Web.Features.Registrations;

public static class RegistrationEndpoints
{
    /// <summary>What the form's script asks for while somebody types.</summary>
    public static void MapRegistrations(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/{lang:lang}/workshops/{code}/register/agencies", async (string code, string? q, AppDb db, AgencySuggestions agencies, HttpContext context, CancellationToken ct) =>
        {
            if (await db.Workshops.AsNoTracking().Include(w => w.RegionProvinces).FirstOrDefaultAsync(w => w.Code == code, ct) is not { IsPublic: true } workshop) return Results.NotFound();
            context.Response.Headers.CacheControl = "public, max-age=600";
            return Results.Json(await agencies.FindAsync(db, workshop, q, ct));
        }).AllowAnonymous();
}
