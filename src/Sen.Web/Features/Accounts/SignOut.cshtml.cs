using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public sealed class SignOutModel(SignInManager<User> signIn, Language language) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await signIn.SignOutAsync();
        return LocalRedirect(language.To("/"));
    }
}
