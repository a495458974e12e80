using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Platform.Files;

namespace Sen.Web.Features.Programmes;

public static class PhotoEndpoint
{
    /// <summary>A photo of a story: public once its workshop is, before that for its people only.</summary>
    public static void MapPhotos(this IEndpointRouteBuilder routes) => routes.MapGet("/photos/{id:guid}", async (Guid id, AppDb db, Access access, FileStore files, HttpContext context, CancellationToken ct) =>
    {
        var workshop = await db.StoryPhotos.AsNoTracking().Where(p => p.FileId == id || p.SmallFileId == id)
            .SelectMany(p => db.Stories.Where(s => s.Id == p.StoryId))
            .SelectMany(s => db.Workshops.Where(w => w.Id == s.WorkshopId))
            .Select(w => new { w.Id, w.ProgrammeId, w.Status }).FirstOrDefaultAsync(ct);
        if (workshop is null || !files.Has(id)) return Results.NotFound();
        var open = workshop.Status != WorkshopStatus.Draft;
        if (!open && access.Standing?.MayOrganise(workshop.Id, workshop.ProgrammeId) != true) return Results.NotFound();
        context.Response.Headers.CacheControl = open ? "public, max-age=604800, immutable" : "private, no-store";
        return Results.Stream(files.Open(id), "image/webp");
    }).AllowAnonymous();
}
