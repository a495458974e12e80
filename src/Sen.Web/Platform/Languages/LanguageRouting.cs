using System.Globalization;
using Sen.Web.Platform.Errors;

namespace Sen.Web.Platform.Languages;

/// <summary>The first segment of an address is its language; <c>/</c> leads to the reader's own.</summary>
public static class LanguageRouting
{
    private const string Cookie = "sen-lang";

    public static void AddLanguages(this IServiceCollection services) => services.AddScoped(_ => new Language());

    public static void UseLanguages(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // An error page speaks the language of the page that failed.
        var code = OfPath(context.OriginalPath()) ?? OfReader(context.Request);
        context.RequestServices.GetRequiredService<Language>().Speak(code);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Language.CultureOf(code);
        context.Response.Headers.ContentLanguage = code;
        return next(context);
    });

    public static string? OfPath(PathString path)
    {
        var text = path.Value ?? "";
        foreach (var code in Language.All)
            if (text.StartsWith("/" + code, StringComparison.Ordinal) && (text.Length == 3 || text[3] == '/')) return code;
        return null;
    }

    public static string OfReader(HttpRequest request)
    {
        if (request.Cookies[Cookie] is { } chosen && Language.All.Contains(chosen)) return chosen;
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant());
        return wanted.FirstOrDefault(l => Language.All.Contains(l)) ?? Language.Vietnamese;
    }

    /// <summary>This very page in the other language.</summary>
    public static string InOther(HttpRequest request, string other)
    {
        var path = request.Path.Value ?? "/";
        return OfPath(request.Path) is null ? "/" + other : "/" + other + path[3..] + request.QueryString;
    }

    public static void MapLanguageRoot(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/", ["GET", "HEAD"], (HttpContext context) =>
        {
            context.Response.Headers.Vary = "Accept-Language, Cookie";
            return Results.Redirect("/" + OfReader(context.Request));
        }).AllowAnonymous();
}
