using Microsoft.Net.Http.Headers;
using Sen.Web.Platform.Files;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>A material's file as an answer: in pieces where a telephone asks for them, under a policy that lets it do nothing.</summary>
public static class MaterialFile
{
    /// <summary>Sandboxed, so that whatever it is, it acts for nobody. Browsers show a PDF with a viewer of their own, which a sandbox would forbid.</summary>
    private const string Sandbox = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; frame-ancestors 'none'";
    private const string ForPdf = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

    public static IResult Answer(MaterialVersion version, StoredFile file, FileStore files, HttpContext context, bool save)
    {
        if (!files.Has(version.FileId)) return Results.NotFound();
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = version.Kind == FileKind.Pdf ? ForPdf : Sandbox;
        headers.ContentDisposition = Disposition(version.Name, save || !version.Kind.OpensInBrowser());
        headers.CacheControl = "private, no-cache";
        return Results.Stream(files.Open(version.FileId), file.ContentType, lastModified: new DateTimeOffset(DateTime.SpecifyKind(file.CreatedAt, DateTimeKind.Utc)),
            entityTag: new EntityTagHeaderValue($"\"{file.Sha256[..24]}\""), enableRangeProcessing: true);
    }

    /// <summary>RFC 6266: the name in plain letters, and as it is written for everything newer.</summary>
    internal static string Disposition(string name, bool save) =>
        $"{(save ? "attachment" : "inline")}; filename=\"{FileNames.Plain(name)}\"; filename*=UTF-8''{Uri.EscapeDataString(name)}";
}
