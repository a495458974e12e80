using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Sen.Web.Data;
using Sen.Web.Platform.Audit;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Accounts;

public static class AccountsPart
{
    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection().SetApplicationName("Sen").PersistKeysToDbContext();
        builder.Services.AddScoped<Access>();
        builder.Services.AddSingleton<SignInTries>();
        builder.Services.AddScoped<OneTimeLinks>();
        builder.Services.AddScoped<LastAdministrator>();
        builder.Services.AddScoped<FirstAdministrator>();
        builder.Services.AddScoped<AccountDesk>();
        builder.Services.AddScoped<RoleDesk>();
        builder.Services.AddScoped<RoleScopes>();
        builder.Services.AddScoped<AccountRegister>();
        builder.Services.AddScoped<AuditNames>();
        builder.Services.AddScoped<AuditReader>();
        builder.Services.AddScoped<ErasedWords>();
        builder.Services.AddScoped<PersonalDataDesk>();
        builder.Services.AddScoped<SignInDesk>();
        builder.Services.AddScoped<PasswordDesk>();
        builder.Services.AddScoped<PasskeyDesk>();
        builder.Services.AddSingleton<KeptForms>();
        builder.Services.AddScoped<KeptFormFilter>();
        builder.Services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(o => o.Filters.AddService<KeptFormFilter>());
        builder.Services.AddIdentityCore<User>(o =>
            {
                o.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
                o.User.RequireUniqueEmail = true;
                o.Password.RequiredLength = PasswordDesk.ShortestPassword;
                o.Password.RequireNonAlphanumeric = o.Password.RequireUppercase = o.Password.RequireLowercase = o.Password.RequireDigit = false;
            })
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddEntityFrameworkStores<AppDb>();
        builder.Services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
            cookies.ApplicationCookie!.Configure(o =>
            {
                o.Cookie.Name = "sen";
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.Cookie.HttpOnly = true;
                o.ExpireTimeSpan = TimeSpan.FromHours(12);
                o.SlidingExpiration = true;
                o.Events = new CookieAuthenticationEvents
                {
                    OnValidatePrincipal = ValidateAsync,
                    OnRedirectToLogin = c => Redirect(c, "/sign-in"),
                    OnRedirectToAccessDenied = c =>
                    {
                        c.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    },
                };
            }));
        builder.Services.AddAuthorization(o => o.FallbackPolicy = null);
    }

    private static IDataProtectionBuilder PersistKeysToDbContext(this IDataProtectionBuilder builder)
    {
        // The keys live in the database, so several nodes read each other's cookies and a backup keeps sessions.
        return builder.PersistKeysToDbContext<AppDb>();
    }

    /// <summary>Every request: still active, not signed out elsewhere, sample accounts only from this machine.</summary>
    private static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var options = services.GetRequiredService<Microsoft.Extensions.Options.IOptions<IdentityOptions>>().Value;
        var standing = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await Standing.OfAsync(services.GetRequiredService<AppDb>(), id, context.HttpContext.RequestAborted)
            : null;
        var stamp = context.Principal?.FindFirstValue(options.ClaimsIdentity.SecurityStampClaimType);
        if (standing is null || !string.Equals(standing.Stamp, stamp, StringComparison.Ordinal) || (standing.IsSample && !IsLocal(context.HttpContext)))
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }
        services.GetRequiredService<Access>().Is(standing);
        services.GetRequiredService<Actor>().Is(standing.UserId, standing.Name);
    }

    /// <summary>From this machine and not through a proxy that speaks for somebody else.</summary>
    public static bool IsLocal(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        && !context.Request.Headers.ContainsKey("X-Forwarded-For") && !context.Request.Headers.ContainsKey("Forwarded");

    private static Task Redirect(RedirectContext<CookieAuthenticationOptions> context, string path)
    {
        var lang = context.HttpContext.RequestServices.GetRequiredService<Language>();
        var back = context.Request.Path + context.Request.QueryString;
        context.Response.Redirect(lang.To(path) + "?returnUrl=" + Uri.EscapeDataString(back));
        return Task.CompletedTask;
    }
}
