namespace Sen.Web.Platform.Languages;

/// <summary>The first segment of every page's address: «vi» or «en».</summary>
public sealed class LangConstraint : IRouteConstraint
{
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        values[routeKey] is string code && Language.All.Contains(code);
}
