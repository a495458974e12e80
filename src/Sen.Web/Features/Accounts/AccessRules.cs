using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Sen.Web.Data;

namespace Sen.Web.Features.Accounts;

/// <summary>What a rule may look at to decide.</summary>
public sealed record AccessRequest(Standing Standing, RouteValueDictionary Route, AppDb Db, CancellationToken Cancelled)
{
    public string Text(string name) => Route[name]?.ToString() ?? "";
}

/// <summary>Who may open a page. Each part adds its own in one file; a page without a rule is closed to everybody.</summary>
public sealed class AccessRules
{
    public delegate ValueTask<bool> Rule(AccessRequest request);

    private static readonly Rule Anyone = _ => ValueTask.FromResult(true);
    private readonly Dictionary<string, Rule> rules = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> open = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Pages for everybody, signed in or not.</summary>
    public void Public(params ReadOnlySpan<string> pages)
    {
        foreach (var page in pages)
        {
            rules.Add(page, Anyone);
            open.Add(page);
        }
    }

    public void SignedIn(string path) => For(path, Anyone);
    public void Staff(string path) => For(path, r => ValueTask.FromResult(r.Standing.IsStaff));
    public void Administrator(string path) => For(path, r => ValueTask.FromResult(r.Standing.IsAdministrator));

    /// <summary>A page or a folder by the path of its file under Features; the longest path that fits decides.</summary>
    public void For(string path, Rule rule) => rules.Add(path, rule);

    public bool IsPublic(string page) => open.Contains(page);

    public Rule? Of(string page)
    {
        for (var path = page; path.Length > 0; path = path[..Math.Max(0, path.LastIndexOf('/'))])
            if (rules.TryGetValue(path, out var rule)) return rule;
        return null;
    }
}

/// <summary>Asks the rules before any page runs.</summary>
public sealed class AccessFilter(AccessRules rules, Access access, AppDb db) : IAsyncAuthorizationFilter
{
    public async Task OnAuthorizationAsync(AuthorizationFilterContext context)
    {
        if (context.ActionDescriptor is not PageActionDescriptor page) return;
        if (rules.IsPublic(page.ViewEnginePath)) return;
        if (access.Standing is not { } standing)
        {
            context.Result = new ChallengeResult();
            return;
        }
        var request = new AccessRequest(standing, context.RouteData.Values, db, context.HttpContext.RequestAborted);
        if (rules.Of(page.ViewEnginePath) is not { } rule || !await rule(request)) context.Result = new ForbidResult();
    }
}
