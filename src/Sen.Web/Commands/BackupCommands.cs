using System.CommandLine;
using Sen.Web.Data;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Commands;

internal static class BackupCommands
{
    public static Command CreateBackup()
    {
        var file = new Argument<string>("file") { Description = "The archive to write; it must not exist yet." };
        var command = new Command("backup", "Write database and files into one archive.") { file };
        command.SetAction((parsed, ct) => CommandHost.RunAsync("backup", async (services, stop) =>
        {
            var archive = Path.GetFullPath(parsed.GetRequiredValue(file));
            await Backup.WriteAsync(services.GetRequiredService<AppDb>(), services.GetRequiredService<SenHome>(), archive, stop);
            Console.WriteLine(archive);
            return 0;
        }, ct));
        return command;
    }

    public static Command CreateRestore()
    {
        var file = new Argument<string>("file") { Description = "An archive written by «sen backup»." };
        var command = new Command("restore", "Put database and files back as they were in an archive. Stop the server first.") { file };
        command.SetAction((parsed, ct) => CommandHost.RunAsync("restore", async (services, stop) =>
        {
            var archive = Path.GetFullPath(parsed.GetRequiredValue(file));
            await Restore.FromAsync(services.GetRequiredService<AppDb>(), services.GetRequiredService<SenHome>(), archive, stop);
            Console.WriteLine("restored from " + archive);
            return 0;
        }, ct, prepare: false));
        return command;
    }
}
