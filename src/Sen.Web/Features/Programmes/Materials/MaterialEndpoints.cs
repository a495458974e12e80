using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Materials;

public static class MaterialEndpoints
{
    public static void MapMaterials(this IEndpointRouteBuilder routes)
    {
        // The name at the end is what a device saves it under where it does not read headers.
        routes.MapMethods("/{lang:lang}/workshops/{code}/materials/{id:guid}/{name}", ["GET", "HEAD"],
            async (string code, Guid id, int? version, string? save, AppDb db, Access access, MaterialShelf shelf, FileStore files, Language language, HttpContext context, CancellationToken ct) =>
        {
            if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return Results.NotFound();
            if (access.Standing?.MayOrganise(workshop.Id, workshop.ProgrammeId) == true) return await ForStaffAsync(db, workshop, id, version, save is not null, files, context, ct);
            if (await shelf.FindAsync(workshop, id, MaterialAudience.Public, ct) is not { } item) return Results.NotFound();
            return await AnswerAsync(db, item, files, context, save is not null, language.To($"/workshops/{code}/materials/{id}"), "", ct);
        }).AllowAnonymous();

        routes.MapGet("/{lang:lang}/workshops/{code}/materials.zip", async (string code, AppDb db, Access access, MaterialShelf shelf, MaterialZip zip, Language language, HttpContext context, CancellationToken ct) =>
        {
            if (await db.Workshops.AsNoTracking().FirstOrDefaultAsync(w => w.Code == code, ct) is not { } workshop) return Results.NotFound();
            var reader = access.Standing?.MayOrganise(workshop.Id, workshop.ProgrammeId) == true ? MaterialAudience.Staff : MaterialAudience.Public;
            return await ZipAsync(db, shelf, zip, workshop, reader, language, context, ct);
        }).AllowAnonymous();
    }

    /// <summary>A file for somebody who may see it: counted, or its page where it is a text to read.</summary>
    public static async Task<IResult> AnswerAsync(AppDb db, ShelfItem item, FileStore files, HttpContext context, bool save, string at, string query, CancellationToken ct)
    {
        if (item.Version.Kind == FileKind.Markdown && !save) return Results.LocalRedirect(at + "/read" + query);
        await MaterialCounter.CountAsync(db, item.Material.Id, context, at, ct);
        var file = await db.StoredFiles.AsNoTracking().SingleAsync(f => f.Id == item.Version.FileId, ct);
        return MaterialFile.Answer(item.Version, file, files, context, save);
    }

    public static async Task<IResult> ZipAsync(AppDb db, MaterialShelf shelf, MaterialZip zip, Workshop workshop, MaterialAudience reader, Language language, HttpContext context, CancellationToken ct)
    {
        var agenda = await ReleasedAgenda.OfAsync(db, workshop.Id, ct);
        var places = await shelf.LookAsync(workshop, agenda, reader, ct);
        if (places.Count == 0) return Results.NotFound();
        context.Response.Headers.ContentDisposition = MaterialFile.Disposition(language["Tài liệu ", "Materials "] + workshop.Code + ".zip", save: true);
        context.Response.Headers.CacheControl = "private, no-store";
        // The bytes of files are awaited; only the few that the archive writes around them are not.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        return Results.Stream(target => zip.WriteAsync(target, workshop, agenda, places, language, ct), "application/zip");
    }

    /// <summary>Organisers also open what is not there yet, what was taken away, and older versions; none of it is counted.</summary>
    private static async Task<IResult> ForStaffAsync(AppDb db, Workshop workshop, Guid id, int? number, bool save, FileStore files, HttpContext context, CancellationToken ct)
    {
        var material = await db.Materials.AsNoTracking().Include(m => m.Versions)
            .FirstOrDefaultAsync(m => m.Id == id && (m.WorkshopId == workshop.Id || (m.WorkshopId == null && m.ProgrammeId == workshop.ProgrammeId)), ct);
        if (material?.Versions.Find(v => v.Number == (number ?? material.CurrentNumber)) is not { } version) return Results.NotFound();
        var file = await db.StoredFiles.AsNoTracking().SingleAsync(f => f.Id == version.FileId, ct);
        return MaterialFile.Answer(version, file, files, context, save);
    }
}
