using Sen.Web.Features.Accounts;

namespace Sen.Web.Features.Exchange;

internal static class ExchangeAccess
{
    public static void Apply(AccessRules rules) => rules.Public("/Exchange/ApiPage");
}
