using System.CommandLine;
using Sen.Web.Data;

namespace Sen.Web.Commands;

internal static class SampleCommands
{
    public static Command Create()
    {
        var remove = new Command("remove", "Remove everything the sample brought: both series, people, agencies, accounts, pictures.");
        remove.SetAction((_, ct) => CommandHost.RunAsync("sample remove", async (services, stop) =>
        {
            await services.GetRequiredService<Sample>().RemoveAsync(stop);
            Console.WriteLine("The sample is removed. It does not come back by itself.");
            return 0;
        }, ct));
        return new Command("sample", "The sample data.") { remove };
    }
}
