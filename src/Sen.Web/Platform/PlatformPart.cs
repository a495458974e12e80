using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using Sen.Web.Platform.Assets;
using Sen.Web.Platform.Errors;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Forms;
using Sen.Web.Platform.Jobs;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Outbox;
using Sen.Web.Platform.Outbox.Bounces;
using Sen.Web.Platform.Security;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Platform;

public static class PlatformPart
{
    public static void AddPlatform(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ClientAssets>();
        services.AddSingleton<SampleFlag>();
        services.AddSingleton<FileStore>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<MailSettings>();
        services.AddSingleton<BounceSettings>();
        services.AddHostedService<OutboxPump>();
        services.AddScoped<BounceDesk>();
        services.AddSingleton<BounceReader>();
        services.AddHostedService(s => s.GetRequiredService<BounceReader>());
        services.AddScoped<JobBook>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(s => s.GetRequiredService<JobRunner>());
        services.AddLanguages();
        services.Configure<RouteOptions>(o => o.ConstraintMap["lang"] = typeof(LangConstraint));
        // Without this every Vietnamese letter becomes an entity and a page grows by half.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRazorPages(o => o.RootDirectory = "/Features").AddMvcOptions(o =>
        {
            StrictBinderProvider.Use(o);
            o.ModelMetadataDetailsProviders.Add(new EmptyStaysEmpty());
            o.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        })
        // There are no controllers; to look for some among all types takes a tenth of a second of every start.
        .ConfigureApplicationPartManager(m => m.FeatureProviders.Remove(m.FeatureProviders.OfType<ControllerFeatureProvider>().Single()));
        services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "sen-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
        });
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/calendar", "application/atom+xml"];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<ForwardedHeadersOptions>(o => o.ForwardedHeaders = ForwardedHeaders.All);
        services.AddPublicPages();
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseRouting();
        app.UseBodyLimit();
        app.UsePublicPages();
        app.UseLanguages();
    }
}
