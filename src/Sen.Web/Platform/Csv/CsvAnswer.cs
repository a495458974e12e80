using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Sen.Web.Platform.Csv;

/// <summary>Rows as a file that Excel opens with its Vietnamese letters: UTF-8 with a mark, one line a row.</summary>
public static class CsvAnswer
{
    public static FileContentResult Of(string fileName, IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return new FileContentResult([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())], "text/csv; charset=utf-8") { FileDownloadName = fileName };
    }

    private static string Cell(string? value)
    {
        var text = value ?? "";
        // A cell that begins like a formula would run as one when the file is opened.
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
