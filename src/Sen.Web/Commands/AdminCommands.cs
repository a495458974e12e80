using System.CommandLine;
using Sen.Web.Features.Accounts;

namespace Sen.Web.Commands;

internal static class AdminCommands
{
    public static Command Create()
    {
        var link = new Command("link", "Print a fresh one-time link that makes an administrator; it replaces the one before.");
        link.SetAction((_, ct) => CommandHost.RunAsync("admin link", async (services, stop) =>
        {
            Console.WriteLine(await services.GetRequiredService<FirstAdministrator>().LinkAsync(stop));
            return 0;
        }, ct));
        return new Command("admin", "The administrators.") { link };
    }
}
