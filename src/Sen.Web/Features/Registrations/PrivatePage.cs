using Microsoft.AspNetCore.Mvc.Filters;

namespace Sen.Web.Features.Registrations;

/// <summary>A page whose address holds a secret: kept by no cache, told to no other site, found by no search.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PrivatePageAttribute : Attribute, IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context) => PrivatePage.Keep(context.HttpContext.Response);

    public void OnResultExecuted(ResultExecutedContext context)
    {
        // Everything was said before the answer began.
    }
}

public static class PrivatePage
{
    public static void Keep(HttpResponse response)
    {
        // As antiforgery says it on pages with forms, or each of them would leave a warning in the log.
        (response.Headers.CacheControl, response.Headers.Pragma) = ("no-cache, no-store", "no-cache");
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }
}
