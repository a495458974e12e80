using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Registrations;

/// <summary>The papers of somebody who has a private link; the secret stands in the address, so nobody else comes to them.</summary>
public static class OwnMaterials
{
    public static string Link(ShelfItem item, string token, Language l) =>
        l.To($"/registration/materials/{item.Material.Id}/{Uri.EscapeDataString(FileNames.Plain(item.Version.Name))}?token={Uri.EscapeDataString(token)}");

    public static string Zip(string token, Language l) => l.To("/registration/materials.zip?token=" + Uri.EscapeDataString(token));

    public static void MapOwnMaterials(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/{lang:lang}/registration/materials/{id:guid}/{name}", ["GET", "HEAD"],
            async (Guid id, string? token, string? save, AppDb db, PrivateLinks links, MaterialShelf shelf, FileStore files, Language language, HttpContext context, CancellationToken ct) =>
        {
            PrivatePage.Keep(context.Response);
            if (await links.FindAsync(token, ct) is not { } own) return Results.NotFound();
            var workshop = await db.Workshops.AsNoTracking().SingleAsync(w => w.Id == own.WorkshopId, ct);
            if (await shelf.FindAsync(workshop, id, OwnView.ReaderOf(own), ct) is not { } item) return Results.NotFound();
            return await MaterialEndpoints.AnswerAsync(db, item, files, context, save is not null, language.To($"/registration/materials/{id}"), "?token=" + Uri.EscapeDataString(token!), ct);
        }).AllowAnonymous();

        routes.MapGet("/{lang:lang}/registration/materials.zip", async (string? token, AppDb db, PrivateLinks links, MaterialShelf shelf, MaterialZip zip, Language language, HttpContext context, CancellationToken ct) =>
        {
            PrivatePage.Keep(context.Response);
            if (await links.FindAsync(token, ct) is not { } own) return Results.NotFound();
            var workshop = await db.Workshops.AsNoTracking().SingleAsync(w => w.Id == own.WorkshopId, ct);
            return await MaterialEndpoints.ZipAsync(db, shelf, zip, workshop, OwnView.ReaderOf(own), language, context, ct);
        }).AllowAnonymous();
    }
}
