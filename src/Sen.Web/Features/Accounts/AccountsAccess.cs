namespace Sen.Web.Features.Accounts;

internal static class AccountsAccess
{
    public static void Apply(AccessRules rules)
    {
        rules.Public("/Accounts/SignIn", "/Accounts/Forgot", "/Accounts/Reset", "/Accounts/Invitation", "/Accounts/FirstAdministrator");
        rules.SignedIn("/Accounts/SignOut");
        rules.SignedIn("/Accounts/MyAccount");
        rules.Administrator("/Accounts/AccountList");
        rules.Administrator("/Accounts/AccountPage");
        rules.Administrator("/Accounts/Invite");
        rules.Administrator("/Accounts/Audit");
        rules.Administrator("/Accounts/MailTray");
        rules.Administrator("/Accounts/MailPage");
        rules.Administrator("/Accounts/PersonalDataPage");
    }
}
