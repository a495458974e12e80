using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Sen.Web.Features.Home;

public sealed class DeskModel : PageModel
{
    public void OnGet()
    {
    }
}
