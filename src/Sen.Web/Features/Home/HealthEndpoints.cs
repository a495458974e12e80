using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Home;

public static class HealthEndpoints
{
    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", () => Results.Text("live")).AllowAnonymous();
        routes.MapGet("/health/ready", async (AppDb db, Preparation preparation, CancellationToken ct) =>
        {
            try
            {
                var settings = await db.Settings.AsNoTracking().ToDictionaryAsync(s => s.Name, s => s.Value, ct);
                var data = settings.ContainsKey(Preparation.ReferenceSetting);
                var sample = !preparation.WantsSample || settings.ContainsKey(SampleFlag.Name);
                return data && sample ? Results.Text("ready") : Results.Text(data ? "sample missing" : "data missing", statusCode: 503);
            }
            catch (System.Data.Common.DbException)
            {
                return Results.Text("database not reachable", statusCode: 503);
            }
        }).AllowAnonymous();
        routes.MapGet("/robots.txt", (SiteAddress site) => Results.Text(
            $"User-agent: *\nDisallow: /vi/desk\nDisallow: /en/desk\nDisallow: /vi/sign-in\nDisallow: /en/sign-in\nDisallow: /error/\n\nSitemap: {site.Base}/sitemap.xml\n", "text/plain; charset=utf-8")).AllowAnonymous();
    }
}
