using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>
/// Everything somebody may see in one archive, for those who go home to no network: the files in the order of the agenda, and a page that opens
/// without one. It is written straight into the answer.
/// </summary>
public sealed class MaterialZip(FileStore files)
{
    private const int MostPathLetters = 60;
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private sealed record Packed(ShelfItem Item, string Path);

    public async Task WriteAsync(Stream target, Workshop workshop, ReleasedAgenda? agenda, IReadOnlyList<ShelfPlace> places, Language l, CancellationToken ct)
    {
        // Names are written as UTF-8 and marked so; Windows reads them right.
        await using var zip = await ZipArchive.CreateAsync(target, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, ct);
        var packed = new Dictionary<Guid, List<Packed>>();
        for (var p = 0; p < places.Count; p++)
        {
            var (session, items) = places[p];
            var folder = string.Create(CultureInfo.InvariantCulture, $"{p + 1:00} {Short(session is null ? l["Chung", "General"] : l.Plain(session.Title))}");
            var here = packed[session?.Id ?? Guid.Empty] = [];
            for (var i = 0; i < items.Count; i++)
            {
                var path = string.Create(CultureInfo.InvariantCulture, $"{folder}/{i + 1:00} {Short(l.Plain(items[i].Material.Title))}{Path.GetExtension(items[i].Version.Name)}");
                if (await AddAsync(zip, path, items[i].Version, ct) is { } page) here.Add(new(items[i], page));
            }
        }
        await TextAsync(zip, "index.html", Index(workshop, agenda, packed, l), ct);
    }

    /// <summary>Gives what the index links to: the file itself, or the page made of a Markdown text; null where the file is gone.</summary>
    private async Task<string?> AddAsync(ZipArchive zip, string path, MaterialVersion version, CancellationToken ct)
    {
        if (!files.Has(version.FileId)) return null;
        var entry = zip.CreateEntry(path, version.Kind.IsPacked() ? CompressionLevel.NoCompression : CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(WallClock.Local(version.AddedAt), TimeSpan.FromHours(7));
        await using (var source = files.Open(version.FileId))
        await using (var target = await entry.OpenAsync(ct))
            await source.CopyToAsync(target, ct);
        if (version.Kind != FileKind.Markdown) return path;
        var page = Path.ChangeExtension(path, ".html");
        using var reader = new StreamReader(files.Open(version.FileId));
        var title = Path.GetFileNameWithoutExtension(path);
        var html = new StringWriter();
        MarkdownText.Render(await reader.ReadToEndAsync(ct)).WriteTo(html, Html);
        await TextAsync(zip, page, Page("vi", title, $"<h1>{Html.Encode(title[3..])}</h1>{html}"), ct);
        return page;
    }

    private static async Task TextAsync(ZipArchive zip, string path, string text, CancellationToken ct)
    {
        await using var target = await zip.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(ct);
        await target.WriteAsync(Encoding.UTF8.GetBytes(text), ct);
    }

    private static string Index(Workshop workshop, ReleasedAgenda? agenda, Dictionary<Guid, List<Packed>> packed, Language l)
    {
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<h1>{Said(workshop.Title, l)}</h1><p>{Html.Encode(l.Dates(workshop.StartsOn, workshop.EndsOn))}{(workshop.City.IsEmpty ? "" : " · " + Said(workshop.City, l))}</p>");
        if (agenda is not null) body.Append(CultureInfo.InvariantCulture, $"<p class=\"mute\">{Html.Encode(l[$"Chương trình, bản số {agenda.Number}", $"The agenda, version {agenda.Number}"])}</p>");
        Links(body, packed.GetValueOrDefault(Guid.Empty), l);
        foreach (var day in agenda?.DaysOf(workshop) ?? [])
        {
            body.Append(CultureInfo.InvariantCulture, $"<h2>{Html.Encode(day.Number == 0 ? l["Ngày chưa ghi nhận", "Day not recorded"] : day.Date is { } date ? $"{l.Weekday(date)}, {l.Date(date)}" : l[$"Ngày thứ {day.Number}", $"Day {day.Number}"])}</h2><ol>");
            foreach (var s in day.Sessions)
            {
                body.Append(CultureInfo.InvariantCulture, $"<li><p><b>{Html.Encode(AgendaChanges.Hours(s, l))}</b> {Said(s.Title, l)}");
                if (!s.Room.IsEmpty) body.Append(CultureInfo.InvariantCulture, $" · {Said(s.Room, l)}");
                foreach (var p in s.Speakers.OrderBy(p => p.Position)) body.Append(CultureInfo.InvariantCulture, $" · <span lang=\"vi\">{Html.Encode($"{p.Honorific} {p.Name}".Trim())}</span>");
                body.Append("</p>");
                Links(body, packed.GetValueOrDefault(s.Id), l);
                body.Append("</li>");
            }
            body.Append("</ol>");
        }
        return Page(l.Code, l.Plain(workshop.Title), body.ToString());
    }

    private static void Links(StringBuilder body, List<Packed>? here, Language l)
    {
        if (here is not { Count: > 0 }) return;
        body.Append("<ul>");
        foreach (var (item, path) in here)
            body.Append(CultureInfo.InvariantCulture, $"<li><a href=\"{string.Join('/', path.Split('/').Select(Uri.EscapeDataString))}\">{Said(item.Material.Title, l)}</a> <span class=\"mute\">{Html.Encode(item.Version.Kind.Words(l))}, {Html.Encode(l.Bytes(item.Version.Length))}</span></li>");
        body.Append("</ul>");
    }

    private static string Said(Bilingual text, Language l)
    {
        var (words, lang) = text.In(l.Code);
        return lang == l.Code ? Html.Encode(words) : $"<span lang=\"{lang}\">{Html.Encode(words)}</span>";
    }

    private static string Page(string lang, string title, string body) => $$"""
        <!doctype html>
        <html lang="{{lang}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{{Html.Encode(title)}}</title>
        <style>:root{color-scheme:light dark}body{font:1rem/1.6 "Noto Sans",system-ui,"Segoe UI",Roboto,sans-serif;max-width:42rem;margin:0 auto;padding:1rem;overflow-wrap:break-word}h1,h2,h3{font-family:"Noto Serif",Cambria,"Times New Roman",serif;line-height:1.3}ol{list-style:none;padding:0}ol>li{border-top:1px solid #8886;padding:.6rem 0}p{margin:.3rem 0}.mute{opacity:.75;font-size:.875rem}a{display:inline-block;padding:.25rem 0}table{border-collapse:collapse}td,th{border:1px solid #8886;padding:.3rem .5rem}</style></head>
        <body>{{body}}</body></html>
        """;

    private static string Short(string title)
    {
        var tidy = FileNames.OfTitle(title);
        return tidy.Length <= MostPathLetters ? tidy : tidy[..MostPathLetters].Trim(' ', '.');
    }
}
