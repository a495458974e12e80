using System.Text;
using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Tests.Platform.Spreadsheets;

public sealed class TableWriterTests
{
    private static readonly string[] Headers = ["Họ và tên", "Số", "Ngày", "Ghi chú", "Ghi chú"];

    private static readonly object?[][] Rows =
    [
        ["Đặng Thị Đào", 7, new DateOnly(2026, 8, 18), "=HYPERLINK(\"https://x.example\")", "@SUM(A1)"],
        ["Sở \"A\"; B, C", 1234.5, null, "-1+2", "+84912345678"],
        ["\tcmd", -5, null, "0912 345 678", ""],
    ];

    [Fact]
    public async Task A_workbook_reads_back_with_numbers_as_numbers_and_no_formula()
    {
        var file = new MemoryStream();
        await TableWriter.WriteXlsxAsync(file, "Danh sách: 1/2", Headers, Rows, TestContext.Current.CancellationToken);
        file.Position = 0;
        var sheet = Assert.Single(SpreadsheetReader.Read(file).Sheets);
        Assert.Equal("Danh sách 12", sheet.Name);
        Assert.Equal(Headers, sheet.Rows[0].Cells.Select(c => c.Text));
        Assert.Equal((CellKind.Number, 7d), (sheet.Rows[1][2].Kind, sheet.Rows[1][2].Number));
        Assert.Equal(new DateOnly(2026, 8, 18), sheet.Rows[1][3].Day);
        Assert.Equal((CellKind.Number, 1234.5), (sheet.Rows[2][2].Kind, sheet.Rows[2][2].Number));
        Assert.Equal((CellKind.Number, -5d), (sheet.Rows[3][2].Kind, sheet.Rows[3][2].Number));
        Assert.Equal(["'=HYPERLINK(\"https://x.example\")", "'@SUM(A1)"], [sheet.Rows[1][4].Text, sheet.Rows[1][5].Text]);
        Assert.Equal(["Sở \"A\"; B, C", "'-1+2", "'+84912345678"], [sheet.Rows[2][1].Text, sheet.Rows[2][4].Text, sheet.Rows[2][5].Text]);
        Assert.Equal(["'\tcmd", "0912 345 678"], [sheet.Rows[3][1].Text, sheet.Rows[3][4].Text]);
        Assert.DoesNotContain(sheet.Rows.SelectMany(r => r.Cells), c => c.IsFormula);
    }

    [Fact]
    public async Task A_text_table_begins_with_its_mark_and_reads_back()
    {
        var file = new MemoryStream();
        await TableWriter.WriteCsvAsync(file, Headers, Rows, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetPreamble(), file.ToArray()[..3]);
        Assert.Equal(
            "Họ và tên,Số,Ngày,Ghi chú,Ghi chú\r\n"
            + "Đặng Thị Đào,7,2026-08-18,\"'=HYPERLINK(\"\"https://x.example\"\")\",'@SUM(A1)\r\n"
            + "\"Sở \"\"A\"\"; B, C\",1234.5,,'-1+2,'+84912345678\r\n"
            + "'\tcmd,-5,,0912 345 678,\r\n",
            Encoding.UTF8.GetString(file.ToArray()[3..]));
        file.Position = 0;
        var sheet = Assert.Single(SpreadsheetReader.Read(file).Sheets);
        Assert.Equal("Sở \"A\"; B, C", sheet.Rows[2][1].Text);
    }
}
