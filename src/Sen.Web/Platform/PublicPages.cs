using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;

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
                .With(c => !c.HttpContext.Request.Cookies.ContainsKey(SignInCookie))
                .VaryByValue(c => new("generation", c.RequestServices.GetRequiredService<PageGeneration>().Current))
                .Tag(Tag).SetVaryByHeader("Accept-Encoding").Expire(TimeSpan.FromSeconds(30)));
        });
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
