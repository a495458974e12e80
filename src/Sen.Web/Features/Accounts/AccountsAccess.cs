namespace Sen.Web.Features.Accounts;

internal static class AccountsAccess
{
    public static void Apply(AccessRules rules)
    {
        rules.Public("/Accounts/SignIn");
        rules.SignedIn("/Accounts/SignOut");
    }
}
