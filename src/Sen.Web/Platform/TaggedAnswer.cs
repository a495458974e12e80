using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Sen.Web.Platform;

/// <summary>
/// An answer known by its content: whoever has it already is told so (304) instead of sent it again. Others may keep it but must ask each
/// time, so nobody is shown a seat that is gone.
/// </summary>
public sealed class TaggedAnswer(string contentType, byte[] body) : IResult
{
    public string? FileName { get; init; }
    /// <summary>The language, or languages, of the content; without one, the reader's.</summary>
    public string? Language { get; init; }
    public DateTime? LastModified { get; init; }
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        // A strong tag stands for the very bytes, and compressed ones are others.
        var packed = request.Headers.AcceptEncoding.ToString();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body))[..32]}{(packed.Length > 0 ? "-" + packed : "")}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "public, no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (Language is not null) response.Headers.ContentLanguage = Language;
        if (LastModified is { } at) response.Headers.LastModified = at.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (name, value) in Headers) response.Headers[name] = value;
        if (IsKnown(request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        response.ContentType = contentType;
        if (FileName is not null) response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = FileName }.ToString();
        // Whether compressed or not is decided later, so a length is only said where nothing is sent.
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }

    private static bool IsKnown(HttpRequest request, EntityTagHeaderValue tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known) && known.Any(k => k.Equals(EntityTagHeaderValue.Any) || k.Compare(tag, useStrongComparison: false));
}
