using System.CommandLine;

namespace Sen.Web.Commands;

/// <summary>The doors of the command line: thin, they call the same desks as the pages.</summary>
public static class SenCommands
{
    public static Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Sen: training programmes on sustainable consumption and production, from seat to verified saving.")
        {
            ServeCommand.Create(),
            BackupCommands.CreateBackup(),
            BackupCommands.CreateRestore(),
            SampleCommands.Create(),
            ImportCommands.Create(),
            Calc.CalcCommands.Create(),
            AdminCommands.Create(),
        };
        return root.Parse(args.Length == 0 ? ["serve"] : args).InvokeAsync();
    }
}
