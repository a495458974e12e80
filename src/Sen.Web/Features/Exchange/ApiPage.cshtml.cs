using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform;

namespace Sen.Web.Features.Exchange;

/// <summary>What the API is, and a form for each of its questions. Without scripts the forms lead to the answers themselves.</summary>
[OutputCache(PolicyName = PublicPages.Policy), ReadsQuery("code")]
public sealed class ApiPageModel : PageModel
{
    /// <summary>A form cannot put its field into an address, so the answer about one workshop is reached from here.</summary>
    public IActionResult OnGet(string? code) => code is null ? Page() : Codes.IsCode(code) ? LocalRedirect(ApiEndpoints.Root + "/workshops/" + code) : NotFound();
}
