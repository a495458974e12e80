using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.People;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Registrations;

/// <summary>The participants' list as a file, with the headings that the import reads: what goes out can come in again.</summary>
public static class ParticipantFiles
{
    private static readonly string[] Vietnamese = ["STT", "Họ và tên", "Giới tính", "Chức vụ", "Đơn vị công tác", "Tỉnh/Thành phố", "Điện thoại", "Email", "Loại", "Trạng thái", "Ghi chú"];
    private static readonly string[] English = ["No.", "Full name", "Sex", "Position", "Agency", "Province", "Telephone", "E-mail", "Kind", "State", "Note"];

    public static async Task<IActionResult> WriteAsync(AppDb db, Guid workshopId, string code, ParticipantQuery query, string format, Language language, CancellationToken ct)
    {
        var provinces = await db.Provinces.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        var people = await query.Of(db, workshopId).ToListAsync(ct);
        var rows = people.Select((p, i) => (IReadOnlyList<object?>)
        [
            i + 1, p.FullName, p.Sex switch { Sex.Female => language["Nữ", "Female"], Sex.Male => language["Nam", "Male"], _ => "" }, p.Position, p.AgencyName,
            p.ProvinceId is { } id ? provinces.GetValueOrDefault(id) : "", p.Phone is { } phone ? new PhoneNumber(phone).Shown : "", p.Email, p.Kind.Words(language), p.State.Words(language), p.Note,
        ]);
        var headers = language.IsEnglish ? English : Vietnamese;
        using var file = new MemoryStream();
        if (format == "xlsx") await TableWriter.WriteXlsxAsync(file, language["Người tham dự", "Participants"], headers, rows, ct);
        else await TableWriter.WriteCsvAsync(file, headers, rows, ct);
        return new FileContentResult(file.ToArray(), format == "xlsx" ? TableWriter.XlsxType : TableWriter.CsvType) { FileDownloadName = $"{code}.{format}" };
    }
}
