using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Sen.Web.Platform.Errors;

/// <summary>Every error is a page in the reader's language with a reference that also stands in the log.</summary>
public static class ErrorPages
{
    private const string ReferenceKey = "sen-reference";

    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            AllowStatusCode404Response = true,
            StatusCodeSelector = e => e switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                // Somebody else has changed the row since this page read it.
                Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.Use((context, next) =>
        {
            if (context.IsShowingError()) BecomeRead(context.Request);
            return next(context);
        });
    }

    /// <summary>
    /// After routing, which knows the page's own limit, and before anything reads the body: a form that is too large would otherwise
    /// pass for one without its token.
    /// </summary>
    public static void UseBodyLimit(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.IsShowingError() || context.BodyLimit() is not { } limit || !(context.Request.ContentLength > limit)) return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });

    /// <summary>The error page is only read, whatever was asked: the body that failed must not be read a second time.</summary>
    private static void BecomeRead(HttpRequest request)
    {
        if (!HttpMethods.IsHead(request.Method)) request.Method = HttpMethods.Get;
        request.Body = Stream.Null;
        request.ContentType = null;
        request.ContentLength = null;
    }

    /// <summary>False for somebody who opens the address of the error page itself.</summary>
    public static bool IsShowingError(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Failure() is not null;

    /// <summary>Short enough to be read out on the telephone.</summary>
    public static string Reference(this HttpContext context)
    {
        if (context.Items[ReferenceKey] is string known) return known;
        var reference = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(5)).ToLowerInvariant();
        context.Items[ReferenceKey] = reference;
        return reference;
    }

    /// <summary>The address the reader asked for, before the error page took over.</summary>
    public static string OriginalPath(this HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? context.Request.Path;

    public static Exception? Failure(this HttpContext context) => context.Features.Get<IExceptionHandlerPathFeature>()?.Error;

    public static long? BodyLimit(this HttpContext context) => context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
}
