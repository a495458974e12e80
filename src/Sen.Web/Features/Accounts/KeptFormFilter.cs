using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

/// <summary>
/// Steps in where a posted form would be thrown away: no valid sign-in, or a token from before somebody signed in again in another
/// tab. The reader signs in, or just looks, and presses send; nothing is written before that.
/// </summary>
public sealed class KeptFormFilter(KeptForms kept, IModelMetadataProvider metadata, Language language) : IAsyncAlwaysRunResultFilter
{
    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        var refused = context.Result is IAntiforgeryValidationFailedResult;
        if ((refused || context.Result is ChallengeResult) && HttpMethods.IsPost(http.Request.Method))
        {
            try
            {
                if (await KeptForms.ReadAsync(http.Request, http.RequestAborted) is { } form)
                    context.Result = !refused ? SignInFirst(form, http)
                        // What was typed into the sign-in form itself is a password: it opens afresh.
                        : form.Path.StartsWith(language.To("/sign-in"), StringComparison.Ordinal) ? new RedirectResult(form.Path)
                        : LookAndSend(form);
            }
            catch (BadHttpRequestException bad)
            {
                context.Result = new StatusCodeResult(bad.StatusCode);
            }
            catch (InvalidDataException)
            {
                context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
            }
        }
        await next();
    }

    public ViewResult LookAndSend(KeptForm form) => View("/Features/Accounts/KeptForm.cshtml", form, StatusCodes.Status200OK);

    private ViewResult SignInFirst(KeptForm form, HttpContext http) =>
        View("/Features/Accounts/SignInAgain.cshtml", new SignInInput { ReturnUrl = form.Path, Kept = kept.Seal(form, http) }, StatusCodes.Status401Unauthorized);

    private ViewResult View(string name, object model, int status) => new()
    {
        ViewName = name,
        StatusCode = status,
        ViewData = new ViewDataDictionary(metadata, new ModelStateDictionary()) { Model = model },
    };
}
