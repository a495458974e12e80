using System.Globalization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Sen.Web.Platform;

/// <summary>
/// Public pages for people who are not signed in come from memory, ready compressed. A change of what they show evicts them at once,
/// by their tag; the half minute only covers what the clock decides and writers in another process.
/// </summary>
public static class PublicPages
{
    public const string Policy = "public";
    public const string Tag = "public";
    private const string SignInCookie = "sen";

    internal static void AddPublicPages(this IServiceCollection services)
    {
        services.AddSingleton<PageGeneration>();
        services.AddOutputCache(o =>
        {
            o.SizeLimit = 64 * 1024 * 1024;
            o.MaximumBodySize = 512 * 1024;
            o.AddPolicy(Policy, p => p
                .With(c => !c.HttpContext.Request.Cookies.ContainsKey(SignInCookie) && !IsTold(c.HttpContext.Request) && !IsAsked(c.HttpContext))
                .AddPolicy<PlainAddress>()
                .VaryByValue(c => new("generation", c.RequestServices.GetRequiredService<PageGeneration>().Current))
                .Tag(Tag).SetVaryByHeader("Accept-Encoding").Expire(TimeSpan.FromSeconds(30)));
        });
    }

    /// <summary>Whether this reader is to be told once what their last action did.</summary>
    public static bool IsTold(HttpRequest request) => request.Cookies.ContainsKey(CookieTempDataProvider.CookieName);

    /// <summary>Whether a word of the query changes what the page shows. Such an answer is made afresh: there is no end of them to keep.</summary>
    private static bool IsAsked(HttpContext context)
    {
        var query = context.Request.Query;
        return query.Count > 0 && (Given("handler")
            || context.GetEndpoint()?.Metadata.GetMetadata<ReadsQueryAttribute>() is { } page && page.Words.Any(Given));

        bool Given(string word) => query.TryGetValue(word, out var values) && values.Any(v => !string.IsNullOrWhiteSpace(v));
    }

    internal static void UsePublicPages(this IApplicationBuilder app)
    {
        app.Use((context, next) =>
        {
            // One of three answers instead of one for every browser's list.
            var accepts = context.Request.Headers.AcceptEncoding.ToString();
            context.Request.Headers.AcceptEncoding = accepts.Contains("br", StringComparison.Ordinal) ? "br"
                : accepts.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
            return next(context);
        });
        app.UseOutputCache();
        // A form's token is masked anew on every page, so compressing pages with forms gives nothing away (BREACH).
        app.UseResponseCompression();
    }

    /// <summary>
    /// A page is kept once, whatever stands in the query besides. Only the answer to the bare address is kept: the links of another
    /// repeat its query («?utm_source=…») and would be shown to everybody.
    /// </summary>
    private sealed class PlainAddress : IOutputCachePolicy
    {
        public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
        {
            context.CacheVaryByRules.QueryKeys = StringValues.Empty;
            if (context.HttpContext.Request.QueryString.HasValue) context.AllowCacheStorage = false;
            return ValueTask.CompletedTask;
        }

        public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

        public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}

/// <summary>The words of its query that a public page reads.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ReadsQueryAttribute(params string[] words) : Attribute
{
    public IReadOnlyList<string> Words { get; } = words;
}

/// <summary>
/// Grows with every change the public sees. A page begun before a change and finished after it would be kept although it is old; it is
/// kept under the number it began with, where nobody looks any more.
/// </summary>
public sealed class PageGeneration
{
    private long number;

    public string Current => Interlocked.Read(ref number).ToString(CultureInfo.InvariantCulture);

    public void Next() => Interlocked.Increment(ref number);
}
