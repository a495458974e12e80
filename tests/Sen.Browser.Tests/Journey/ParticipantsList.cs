using System.Globalization;
using MiniExcelLibs;

namespace Sen.Browser.Tests.Journey;

/// <summary>
/// A list of sixty as provinces send them: a title above, group rows between, three ways to write a telephone, a signature below.
/// Three rows need a person's eye. Everybody is invented.
/// </summary>
internal static class ParticipantsList
{
    public const int People = 60;
    private static readonly string[] Families = ["Nguyễn", "Trần", "Lê", "Phạm", "Đặng", "Võ"];
    private static readonly string[] Given = ["An", "Bình", "Châu", "Dũng", "Hạnh", "Khoa", "Lan", "Minh", "Phúc", "Yến"];
    private static readonly string[] Agencies = ["Sở Công Thương tỉnh Cà Mau", "Sở Nông nghiệp và Môi trường tỉnh Đồng Tháp", "Sở Công Thương thành phố Cần Thơ"];

    /// <summary>Rows (from one) that hold a telephone, an address and a name that cannot be right.</summary>
    public const string BadPhone = "chưa có";
    public const string BadEmail = "khong-ro-dia-chi";

    public static byte[] Workbook(int serial)
    {
        var rows = new List<object?[]>
        {
            new object?[] { "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" },
            new object?[] { "DANH SÁCH CÁN BỘ DỰ TẬP HUẤN" },
            Array.Empty<object?>(),
            new object?[] { "STT", "Họ và tên", "Chức vụ", "Đơn vị", "Điện thoại", "Email" },
        };
        for (var i = 0; i < People; i++)
        {
            if (i % 20 == 0) rows.Add(["", "Đoàn " + Agencies[i / 20]]);
            var local = string.Create(CultureInfo.InvariantCulture, $"09{serial:00}{100_000 + i * 7}");
            rows.Add(
            [
                i + 1,
                i == 33 ? null : Name(serial, i) + (i % 9 == 0 ? "  " : ""),
                i % 4 == 0 ? "Trưởng phòng" : "Chuyên viên",
                Agencies[i / 20],
                i == 5 ? BadPhone : (i % 3) switch { 0 => local, 1 => "+84 " + local[1..], _ => local[..4] + "." + local[4..7] + "." + local[7..] },
                i == 47 ? BadEmail : Email(serial, i),
            ]);
        }
        rows.Add(Array.Empty<object?>());
        rows.Add(["", "", "", "Người lập biểu"]);
        using var file = new MemoryStream();
        file.SaveAs(rows.Select(r => Enumerable.Range(0, 6).ToDictionary(c => ((char)('A' + c)).ToString(), c => c < r.Length ? r[c] : null, StringComparer.Ordinal)), printHeader: false);
        return file.ToArray();
    }

    /// <summary>A name of one's own in every list: six families, ten given names.</summary>
    public static string Name(int serial, int i) => $"{Families[i / 10]} {"Thử Mẫu Vui Lành".Split(' ')[serial % 4]} {Given[i % 10]}";

    public static string Email(int serial, int i) => string.Create(CultureInfo.InvariantCulture, $"nguoi{serial}.{i}@danhsach.example");
}
