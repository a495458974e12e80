namespace Sen.Web.Platform.Security;

/// <summary>One strict policy for every answer: nothing from other hosts, no inline script, no inline style, no framing.</summary>
public static class SecurityHeaders
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        + "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // At the very start of the answer: the page of an error wipes what was set before it.
        context.Response.OnStarting(static answer => Set(((HttpResponse)answer).Headers), context.Response);
        return next(context);
    });

    private static Task Set(IHeaderDictionary headers)
    {
        // A file that somebody gave us is opened under a policy of its own.
        headers.TryAdd("Content-Security-Policy", Policy);
        headers.XContentTypeOptions = "nosniff";
        // A page whose address is a secret has set a stricter one.
        headers.TryAdd("Referrer-Policy", "strict-origin-when-cross-origin");
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(self), microphone=(), geolocation=(), interest-cohort=()";
        return Task.CompletedTask;
    }
}
