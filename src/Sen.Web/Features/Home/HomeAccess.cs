using Sen.Web.Features.Accounts;

namespace Sen.Web.Features.Home;

internal static class HomeAccess
{
    public static void Apply(AccessRules rules)
    {
        rules.Public("/Home/Index", "/Home/Error", "/Home/Privacy", "/Home/Accessibility");
        rules.SignedIn("/Home/Desk");
    }
}
