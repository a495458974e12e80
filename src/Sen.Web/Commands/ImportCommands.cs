using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations.Lists;

namespace Sen.Web.Commands;

/// <summary>«sen import participants FILE --workshop CODE»: the same desk as the page. Exit 0 written or dry run, 2 unreadable, 3 problems stand.</summary>
internal static class ImportCommands
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "The list: .xlsx, .xls or .csv." };
        var workshop = new Option<string>("--workshop") { Required = true, Description = "The code of the workshop, such as can-tho-2016." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would be written; write nothing." };
        var json = new Option<bool>("--json") { Description = "Print rows and problems as JSON." };
        var participants = new Command("participants", "Take a participants' list into a workshop.") { file, workshop, dryRun, json };
        participants.SetAction((parsed, ct) => CommandHost.RunAsync("import participants", (services, stop) => RunAsync(services,
            parsed.GetRequiredValue(file), parsed.GetRequiredValue(workshop), parsed.GetValue(dryRun), parsed.GetValue(json), stop), ct));
        return new Command("import", "Take data in.") { participants };
    }

    private static async Task<int> RunAsync(IServiceProvider services, string path, string code, bool dryRun, bool json, CancellationToken ct)
    {
        var desk = services.GetRequiredService<ListDesk>();
        if (await services.GetRequiredService<WorkshopDesk>().FindAsync(code, ct) is not { } workshop) return await FailAsync($"there is no workshop «{code}»");
        if (!File.Exists(path)) return await FailAsync($"there is no file {path}");
        var content = await File.ReadAllBytesAsync(path, ct);
        var (preview, refusal) = await desk.ReadAsync(workshop, content, new Dictionary<string, RowCorrection>(StringComparer.Ordinal), ct);
        if (preview is null) return await FailAsync(refusal!.En);
        if (preview.Rows.Count == 0) return await FailAsync(ListPreview.NobodyFound.En);

        ListWritten? written = null;
        if (!dryRun && preview.Count(RowFate.Problem) == 0 && preview.Count(RowFate.New) == 0) written = new ListWritten.Done(0, preview.Count(RowFate.Known), preview.Count(RowFate.LeftOut), 0);
        else if (!dryRun && preview.Count(RowFate.Problem) == 0)
        {
            var import = await desk.KeepAsync(workshop, content, Path.GetFileName(path), ct);
            written = await desk.WriteAsync(workshop, import, ct);
        }
        if (json) Console.WriteLine(JsonSerializer.Serialize(ListJson.Of(preview, written), Json));
        else Print(preview, written);
        return dryRun || written is ListWritten.Done ? 0 : 3;
    }

    private static void Print(ListPreview preview, ListWritten? written)
    {
        foreach (var problem in preview.Standing) Console.WriteLine($"{problem.Sheet}!{problem.Column}{problem.Row}: «{problem.Value}» {problem.En}{(problem.Proposal is { } p ? $" Proposed: {p}" : "")}");
        Console.WriteLine($"{preview.Rows.Count} people found: {preview.Count(RowFate.New)} new, {preview.Count(RowFate.Known)} known, {preview.Count(RowFate.LeftOut)} left out, {preview.Count(RowFate.Problem)} with problems.");
        Console.WriteLine(written switch
        {
            ListWritten.Done done => $"Written: {done.Added} added, {done.Waiting} of them waiting for a seat.{(done.Above.IsEmpty ? "" : $" Above the limit: {done.Above.En}.")}",
            ListWritten.NotNow no => $"Nothing written. {no.Reason.En}",
            _ => "Nothing written.",
        });
    }

    private static async Task<int> FailAsync(string reason)
    {
        await Console.Error.WriteLineAsync($"sen import participants: {reason}");
        return 2;
    }
}
