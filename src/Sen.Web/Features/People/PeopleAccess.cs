using Sen.Web.Features.Accounts;

namespace Sen.Web.Features.People;

internal static class PeopleAccess
{
    public static void Apply(AccessRules rules)
    {
        rules.Public("/People/PlacesPage", "/People/PlacePage");
        rules.Staff("/People");
        rules.For("/People/PersonPage", PersonView.MaySeeAsync);
        rules.For("/People/PersonForm", PersonView.MaySeeAsync);
        rules.For("/People/Duplicates/ComparePage", PersonView.MaySeeAsync);
    }
}
