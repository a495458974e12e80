using Microsoft.AspNetCore.Mvc;

namespace Sen.Web.Platform.Spreadsheets;

/// <summary>A list as the answer of a page: «xlsx» or «csv», written while it is read.</summary>
public sealed class TableFile(string format, string name, IReadOnlyList<string> headers, IAsyncEnumerable<IReadOnlyList<object?>> rows) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var (answer, ct) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        var csv = format == "csv";
        answer.ContentType = csv ? TableWriter.CsvType : TableWriter.XlsxType;
        answer.Headers.ContentDisposition = $"attachment; filename=\"{name}.{(csv ? "csv" : "xlsx")}\"";
        answer.Headers.CacheControl = "no-store";
        await (csv ? TableWriter.WriteCsvAsync(answer.Body, headers, rows, ct) : TableWriter.WriteXlsxAsync(answer.Body, name, headers, rows, ct));
    }
}
