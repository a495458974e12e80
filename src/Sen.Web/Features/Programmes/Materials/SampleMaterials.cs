using System.Text;
using Sen.Web.Data;
using Sen.Web.Platform.Files;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Features.Programmes.Materials;

/// <summary>A few small papers of the fictitious series, made at the start: texts, a workbook, a drawing.</summary>
internal static class SampleMaterials
{
    private const string Handout = """
        # Sản xuất sạch hơn là gì

        Sản xuất sạch hơn tìm chỗ nhà máy **mất tiền cùng với chất thải**, rồi giảm ngay tại nguồn. Trang này là dữ liệu mẫu.

        ## Bốn câu hỏi ở mỗi công đoạn

        1. Cái gì đi vào: nguyên liệu, nước, điện, nhiệt?
        2. Cái gì đi ra thành sản phẩm?
        3. Phần còn lại đi đâu, và tốn bao nhiêu?
        4. Việc nào làm được ngay mà không cần đầu tư?

        | Nhóm việc | Ví dụ |
        | --- | --- |
        | Quản lý nội vi | khóa vòi khi không dùng, sửa chỗ rò |
        | Kiểm soát quá trình | đo nước theo từng công đoạn |
        | Thay đổi thiết bị | súng phun áp lực cao để rửa |
        | Tuần hoàn | dùng lại nước rửa cuối cho lần rửa đầu |
        """;

    private const string Notes = """
        # Ghi chú cho giảng viên

        - Hỏi học viên con số ở nhà máy của họ trước khi đưa ví dụ.
        - Bài tập nước: chênh lệch 12% là có ý; để các nhóm tự tìm ra.
        """;

    public static async Task AddAsync(AppDb db, FileStore files, Programme series, DateTime now, CancellationToken ct)
    {
        var topics = series.Topics.OrderBy(t => t.Position).ToList();
        var canTho = series.Workshops.Single(w => w.Code == "can-tho-2026");
        var exercise = canTho.Sessions.Single(s => s.Kind == SessionKind.Exercise);

        var handout = New(series.Id, null, new("Sản xuất sạch hơn là gì: tóm tắt một trang", "What cleaner production is: one page"), MaterialAudience.Public);
        handout.TopicId = topics[0].Id;
        Put(db, handout, await files.KeepAsync(Encoding.UTF8.GetBytes(Handout.Replace("sửa chỗ rò", "sửa rò", StringComparison.Ordinal)), "san-xuat-sach-hon.md", "text/markdown; charset=utf-8", ct), FileKind.Markdown, now.AddDays(-20));
        Put(db, handout, await files.KeepAsync(Encoding.UTF8.GetBytes(Handout), "san-xuat-sach-hon.md", "text/markdown; charset=utf-8", ct), FileKind.Markdown, now.AddDays(-6));

        var notes = New(series.Id, null, new("Ghi chú cho giảng viên", "Notes for trainers"), MaterialAudience.Staff);
        notes.TopicId = topics[1].Id;
        Put(db, notes, await files.KeepAsync(Encoding.UTF8.GetBytes(Notes), "ghi-chu-giang-vien.md", "text/markdown; charset=utf-8", ct), FileKind.Markdown, now.AddDays(-9));

        var balance = New(series.Id, canTho.Id, new("Số liệu đồng hồ nước của xưởng mẫu", "Meter readings of the sample workshop"), MaterialAudience.Participants);
        (balance.SessionId, balance.Moment) = (exercise.Id, MaterialMoment.FromSession);
        Put(db, balance, await files.KeepAsync(await MetersAsync(ct), "Số liệu đồng hồ nước.xlsx", TableWriter.XlsxType, ct), FileKind.Sheet, now.AddDays(-5));

        var picture = New(series.Id, canTho.Id, new("Hình: cân bằng nước của một xưởng", "Drawing: the water balance of a workshop"), MaterialAudience.Participants);
        picture.SessionId = exercise.Id;
        picture.Position = 2;
        var drawing = Pictures.Draw(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "data", "sample", "balance.svg"), ct));
        Put(db, picture, await files.KeepAsync(Pictures.Paper(drawing.Large)!, "Cân bằng nước.jpg", "image/jpeg", ct), FileKind.Picture, now.AddDays(-5));

        var travel = New(series.Id, canTho.Id, new("Đường đến hội trường và giờ xe", "The way to the hall and times of the bus"), MaterialAudience.Participants);
        travel.Lang = "vi en";
        Put(db, travel, await files.KeepAsync("Hội trường mẫu: xe đón lúc 7:00 tại bến xe mẫu.\r\nSample hall: the bus leaves the sample station at 7:00.\r\n"u8.ToArray(), "Đường đến hội trường.txt", "text/plain; charset=utf-8", ct), FileKind.Text, now.AddDays(-4));
    }

    private static Material New(Guid programme, Guid? workshop, Bilingual title, MaterialAudience audience) => new() { ProgrammeId = programme, WorkshopId = workshop, Title = title, Audience = audience, Position = 1 };

    private static void Put(AppDb db, Material material, StoredFile file, FileKind kind, DateTime at)
    {
        db.StoredFiles.Add(file);
        material.CurrentNumber = material.Versions.Count + 1;
        material.Versions.Add(new() { MaterialId = material.Id, Number = material.CurrentNumber, FileId = file.Id, Name = file.Name, Kind = kind, Length = file.Length, AddedAt = at, Who = "Bà Tổ Chức Mẫu" });
        if (material.Versions.Count == 1) db.Materials.Add(material);
    }

    private static async Task<byte[]> MetersAsync(CancellationToken ct)
    {
        using var book = new MemoryStream();
        object?[][] rows = [["Nước vào", 120], ["Rửa nguyên liệu", 52], ["Làm lạnh", 31], ["Vệ sinh", 22.6]];
        await TableWriter.WriteXlsxAsync(book, "Nước", ["Chỗ đo", "m³ một ngày"], rows, ct);
        return book.ToArray();
    }
}
