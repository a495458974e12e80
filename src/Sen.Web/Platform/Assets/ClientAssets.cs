using System.Collections.Frozen;
using System.Text.Json;

namespace Sen.Web.Platform.Assets;

/// <summary>
/// Styles and scripts as the build left them: bundled, compressed, named by their content, so a browser keeps them for ever.
/// Held in memory; about 100 KB in all.
/// </summary>
public sealed class ClientAssets
{
    private sealed record Asset(string ContentType, byte[] Plain, byte[]? Gzip, byte[]? Brotli);

    private readonly FrozenDictionary<string, string> addresses;
    private readonly FrozenDictionary<string, Asset> assets;

    public ClientAssets()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "assets");
        var names = JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(Path.Combine(folder, "manifest.json")))!;
        addresses = names.ToFrozenDictionary(n => n.Key, n => "/assets/" + n.Value, StringComparer.Ordinal);
        assets = names.Values.ToFrozenDictionary(file => file, file => Load(Path.Combine(folder, file)), StringComparer.Ordinal);
    }

    /// <summary>The address of a bundle by its plain name: «sen.css», «photos.js».</summary>
    public string this[string name] => addresses[name];

    public async Task ServeAsync(HttpContext context, string file)
    {
        if (!assets.TryGetValue(file, out var asset))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var accepts = context.Request.Headers.AcceptEncoding.ToString();
        var (body, encoding) = asset.Brotli is { } br && accepts.Contains("br", StringComparison.Ordinal) ? (br, "br")
            : asset.Gzip is { } gz && accepts.Contains("gzip", StringComparison.Ordinal) ? (gz, "gzip")
            : (asset.Plain, null);
        var headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        if (encoding is not null) headers.ContentEncoding = encoding;
        context.Response.ContentType = asset.ContentType;
        context.Response.ContentLength = body.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static Asset Load(string path) => new(
        Path.GetExtension(path) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            _ => "application/octet-stream",
        },
        File.ReadAllBytes(path), Maybe(path + ".gz"), Maybe(path + ".br"));

    private static byte[]? Maybe(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;
}

public static class AssetsPart
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/assets/{file}", ["GET", "HEAD"], (HttpContext context, string file, ClientAssets assets) => assets.ServeAsync(context, file)).AllowAnonymous();
        routes.MapGet("/favicon.ico", (ClientAssets assets) => Results.Redirect(assets["sen.svg"], permanent: false)).AllowAnonymous();
    }
}
