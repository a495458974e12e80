using Sen.Web.Commands;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;
using Sen.Web.Features.Exchange;
using Sen.Web.Features.Home;
using Sen.Web.Features.People;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Programmes.Materials;
using Sen.Web.Features.Programmes.Printing;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform;
using Sen.Web.Platform.Assets;
using Sen.Web.Platform.Languages;

namespace Sen.Web;

/// <summary>Puts the parts together, one line each. The server, the commands and the tests all start here.</summary>
public static class SenHost
{
    public static WebApplication Create(string[] args, Action<WebApplicationBuilder>? adjust = null, IEnumerable<KeyValuePair<string, string?>>? settings = null,
        Action<WebApplication>? built = null)
    {
        // Content lies beside the program, so it runs from any directory.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = "sen", ContentRootPath = AppContext.BaseDirectory });
        if (settings is not null) builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(o =>
        {
            o.AddServerHeader = false;
            o.Limits.MaxRequestBodySize = 40 * 1024 * 1024;
        });
        builder.AddDatabase();
        builder.AddPlatform();
        builder.AddAccounts();
        builder.AddPeople();
        builder.AddProgrammes();
        builder.AddRegistrations();
        builder.AddHome();
        builder.AddExchange();
        builder.AddAccessRules();
        adjust?.Invoke(builder);

        var app = builder.Build();
        built?.Invoke(app);
        app.UsePlatform();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapAssets();
        app.MapLanguageRoot();
        app.MapHome();
        app.MapOutside();
        app.MapPhotos();
        app.MapCalendars();
        app.MapMaterials();
        app.MapPrinting();
        app.MapRegistrations();
        app.MapOwnMaterials();
        app.MapExchange();
        return app;
    }

    private static void AddAccessRules(this WebApplicationBuilder builder)
    {
        var rules = new AccessRules();
        HomeAccess.Apply(rules);
        AccountsAccess.Apply(rules);
        PeopleAccess.Apply(rules);
        ProgrammesAccess.Apply(rules);
        RegistrationsAccess.Apply(rules);
        ExchangeAccess.Apply(rules);
        builder.Services.AddSingleton(rules);
        builder.Services.AddScoped<AccessFilter>();
        builder.Services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(o => o.Filters.AddService<AccessFilter>());
    }
}
