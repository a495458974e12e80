using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Registrations;

/// <summary>The participants' list as a file: exactly the people and columns that were chosen on the page.</summary>
public static class ParticipantFiles
{
    public static async Task<IActionResult> WriteAsync(AppDb db, SeatOffice office, Guid workshopId, string code, ParticipantQuery query, IReadOnlyList<ParticipantColumn> columns, string format, Language language, CancellationToken ct)
    {
        var people = await query.Of(db, workshopId).ToListAsync(ct);
        var facts = await ListFacts.OfAsync(db, office, workshopId, await ListFacts.PlacesAsync(db, workshopId, ct), people, columns, language, ct);
        var headers = columns.Select(c => language.Plain(c.Heading)).Prepend(language["Họ và tên", "Full name"]).Prepend(language["STT", "No."]).ToList();
        var rows = people.Select((p, i) => (IReadOnlyList<object?>)[i + 1, p.FullName, .. columns.Select(c => (object?)c.Text(p, facts))]);
        using var file = new MemoryStream();
        if (format == "xlsx") await TableWriter.WriteXlsxAsync(file, language["Người tham dự", "Participants"], headers, rows, ct);
        else await TableWriter.WriteCsvAsync(file, headers, rows, ct);
        return new FileContentResult(file.ToArray(), format == "xlsx" ? TableWriter.XlsxType : TableWriter.CsvType) { FileDownloadName = $"{code}.{format}" };
    }
}
