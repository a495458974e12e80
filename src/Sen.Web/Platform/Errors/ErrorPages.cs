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
                InvalidDataException => StatusCodes.Status413PayloadTooLarge,
                _ => StatusCodes.Status500InternalServerError,
            },
        });
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

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
