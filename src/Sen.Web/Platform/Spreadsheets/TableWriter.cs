using System.Globalization;
using System.Text;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>Lists out of Sen, as a workbook or as a text table. Text stays text: no cell can start a formula at its reader's.</summary>
public static class TableWriter
{
    public const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string CsvType = "text/csv; charset=utf-8";

    public static async Task WriteXlsxAsync(Stream to, string sheetName, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct = default)
    {
        // A workbook is a zip, which is written by seeking and not only by awaiting; an answer to a browser allows neither.
        var path = Path.GetTempFileName();
        await using var file = new FileStream(path, FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var look = new OpenXmlConfiguration { AutoFilter = false, TableStyles = TableStyles.None, FreezeRowCount = 1, FastMode = true };
        var all = rows.Prepend(headers).Select(Keyed).ToBlockingEnumerable(ct);
        await file.SaveAsAsync(all, printHeader: false, SheetName(sheetName), ExcelType.XLSX, look, cancellationToken: ct);
        file.Position = 0;
        await file.CopyToAsync(to, ct);
    }

    public static Task WriteXlsxAsync(Stream to, string sheetName, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct = default) =>
        WriteXlsxAsync(to, sheetName, headers, rows.ToAsyncEnumerable(), ct);

    /// <summary>UTF-8 with its mark, or Excel takes Vietnamese letters for another encoding.</summary>
    public static async Task WriteCsvAsync(Stream to, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct = default)
    {
        await using var csv = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        await csv.WriteLineAsync(Line(headers).AsMemory(), ct);
        await foreach (var row in rows.WithCancellation(ct)) await csv.WriteLineAsync(Line(row).AsMemory(), ct);
    }

    public static Task WriteCsvAsync(Stream to, IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<object?>> rows, CancellationToken ct = default) =>
        WriteCsvAsync(to, headers, rows.ToAsyncEnumerable(), ct);

    /// <summary>What a spreadsheet would run («=HYPERLINK(…)») gets an apostrophe before it, which Excel reads as «this is text».</summary>
    internal static object? Harmless(object? value) => value switch
    {
        string { Length: > 0 } text when text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' => "'" + text,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        Enum word => word.ToString(),
        _ => value,
    };

    // MiniExcel tells columns apart by key; headings may be equal, so their places are the keys and they go out as a first row.
    private static Dictionary<string, object?> Keyed(IReadOnlyList<object?> row)
    {
        var cells = new Dictionary<string, object?>(row.Count, StringComparer.Ordinal);
        for (var i = 0; i < row.Count; i++) cells.Add(i.ToString(CultureInfo.InvariantCulture), Harmless(row[i]));
        return cells;
    }

    private static string Line(IEnumerable<object?> cells) => string.Join(',', cells.Select(Quoted));

    private static string Quoted(object? value)
    {
        var text = Harmless(value) switch
        {
            null => "",
            DateTime moment => moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
        };
        return text.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    // Excel refuses these letters in the name of a sheet, and more than 31 of any.
    private static string SheetName(string name)
    {
        var clean = string.Concat(name.Where(c => c is not ('[' or ']' or ':' or '*' or '?' or '/' or '\\'))).Trim('\'', ' ');
        return clean.Length == 0 ? "Sen" : clean.Length > 31 ? clean[..31] : clean;
    }
}
