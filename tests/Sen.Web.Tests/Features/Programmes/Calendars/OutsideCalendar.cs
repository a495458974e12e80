using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Sen.Web.Tests.Features.Programmes.Calendars;

/// <summary>A calendar program of somebody else's (ical.js under node) that is given our files one after the other.</summary>
internal sealed class OutsideCalendar
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);
    private readonly List<byte[]> given = [];

    public sealed record Entry(string Uid, int Sequence, DateTime Stamp, DateTime Changed, string Status, string Summary, string? Location, string? Description, string? Url, string? Organizer,
        string Start, string? End, bool WholeDay, string? Zone, DateTime? StartUtc, int Updated);

    public sealed record Seen(IReadOnlyList<string?> Methods, IReadOnlyList<Entry> Events);

    /// <summary>What its owner sees after this file.</summary>
    public async Task<IReadOnlyList<Entry>> TakeAsync(byte[] file) => (await ReadAsync(file)).Events;

    public async Task<Seen> ReadAsync(byte[] file)
    {
        given.Add(file);
        var folder = Directory.CreateTempSubdirectory("sen-calendar-");
        var names = given.Select((f, i) => Path.Combine(folder.FullName, $"{i}.ics")).ToList();
        for (var i = 0; i < given.Count; i++) await File.WriteAllBytesAsync(names[i], given[i]);
        var ask = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Features/Programmes/Calendars/files/calendar.mjs"), Library() }.Concat(names)) ask.ArgumentList.Add(argument);
        using var node = Process.Start(ask)!;
        var errors = node.StandardError.ReadToEndAsync();
        var text = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, await errors);
        folder.Delete(recursive: true);
        return JsonSerializer.Deserialize<Seen>(text, Web)!;
    }

    /// <summary>The build has installed it beside the client's tools.</summary>
    private static string Library()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sen.slnx"))) return Path.Combine(folder.FullName, "src/Sen.Web/Client/node_modules/ical.js/dist/ical.js");
        throw new InvalidOperationException("The sources are not above the tests.");
    }
}
