using Sen.Web.Features.Accounts;
using Sen.Web.Features.Programmes;

namespace Sen.Web.Features.Registrations;

internal static class RegistrationsAccess
{
    public static void Apply(AccessRules rules)
    {
        rules.For("/Registrations", ProgrammesAccess.MayOrganiseAsync);
        // A private page asks for the secret in its address instead of an account.
        rules.Public("/Registrations/RegisterPage", "/Registrations/SentPage", "/Registrations/OwnPage", "/Registrations/OwnFormPage", "/Registrations/OwnPaperPage", "/Registrations/OwnReadPage", "/Registrations/LinksAgainPage", "/Registrations/Letters/StopLettersPage", "/Registrations/Invitations/OfficerPage");
    }
}
