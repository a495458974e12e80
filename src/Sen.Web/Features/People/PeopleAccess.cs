using Sen.Web.Features.Accounts;

namespace Sen.Web.Features.People;

internal static class PeopleAccess
{
    public static void Apply(AccessRules rules)
    {
        rules.Public("/People/Places");
        rules.Staff("/People");
    }
}
