using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Commands;

internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Prepare the database and serve the site (the default).");
        command.SetAction((_, ct) => ServeAsync(ct));
        return command;
    }

    private static async Task<int> ServeAsync(CancellationToken ct)
    {
        // The database and the pages are made ready side by side: one after the other they are most of a start.
        var prepared = Task.CompletedTask;
        await using var app = SenHost.Create([], Address, built: app => prepared = Task.Run(() => app.Services.GetRequiredService<Preparation>().RunAsync(ct), ct));
        foreach (var source in ((IEndpointRouteBuilder)app).DataSources) _ = source.Endpoints;
        await prepared;
        await app.StartAsync(ct);
        Console.WriteLine(await WelcomeAsync(app, ct));
        await app.WaitForShutdownAsync(ct);
        return 0;
    }

    private static void Address(WebApplicationBuilder builder)
    {
        if (builder.Configuration["urls"] is null or "")
            builder.WebHost.UseUrls("http://localhost:" + (builder.Configuration["PORT"] is { Length: > 0 } port ? port : "5080"));
    }

    /// <summary>One line: where to look and how to sign in.</summary>
    private static async Task<string> WelcomeAsync(WebApplication app, CancellationToken ct)
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (await db.Users.AnyAsync(u => u.IsSample, ct))
            return $"Sen: {address}  (sign in at {address}/vi/sign-in as {SampleAccounts.Administrator}, password {SampleAccounts.Password}; sample data, this machine only)";
        if (!await scope.ServiceProvider.GetRequiredService<LastAdministrator>().AnyAsync(ct))
            return $"Sen: {address}  (make the first administrator, once: {await scope.ServiceProvider.GetRequiredService<FirstAdministrator>().LinkAsync(ct)})";
        return $"Sen: {address}";
    }
}
