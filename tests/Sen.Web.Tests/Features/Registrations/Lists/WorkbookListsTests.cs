using System.Globalization;
using System.Text;
using Sen.Web.Features.Registrations.Lists;
using Sen.Web.Tests.Platform.Spreadsheets;

namespace Sen.Web.Tests.Features.Registrations.Lists;

public sealed class WorkbookListsTests
{
    private const string Head = "<row r=\"1\">" + "<c r=\"A1\" t=\"str\"><v>STT</v></c><c r=\"B1\" t=\"str\"><v>Họ và tên</v></c><c r=\"C1\" t=\"str\"><v>Ngày sinh</v></c>"
        + "<c r=\"D1\" t=\"str\"><v>Đơn vị</v></c><c r=\"E1\" t=\"str\"><v>Điện thoại</v></c><c r=\"F1\" t=\"str\"><v>Email</v></c></row>";

    private const string Dates = """<fonts><font><name val="Arial"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="0" numFmtId="14"/></cellXfs>""";

    [Fact]
    public void A_merged_agency_is_every_rows_and_a_merged_name_is_one_person()
    {
        var proposal = Read(
            """
            <row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>Nguyễn Văn An</v></c><c r="C2" s="1"><v>29221</v></c><c r="D2" t="str"><v>Sở Công Thương Cà Mau</v></c><c r="E2"><v>912345671</v></c></row>
            <row r="3"><c r="A3"><v>2</v></c><c r="B3" t="str"><v>Lê Thị Chi</v></c><c r="E3"><v>912345672</v></c></row>
            <row r="4"><c r="E4" t="str"><v>0912345673</v></c></row>
            """,
            """<mergeCells><mergeCell ref="D2:D3"/><mergeCell ref="B3:B4"/><mergeCell ref="A3:A4"/></mergeCells>""");

        Assert.Equal(["2 Nguyễn Văn An 1980 SCT", "3 Lê Thị Chi  SCT"], proposal.Rows.Select(r => $"{r.Row} {r.FullName} {r.BirthYear} {r.AgencyKind}"));
        Assert.Empty(proposal.Problems);
    }

    [Fact]
    public void A_heading_may_begin_above_the_row_of_names()
    {
        var reading = ListReading.Read(Workbooks.Xlsx(
            """
            <row r="1"><c r="A1" t="str"><v>STT</v></c><c r="B1" t="str"><v>Thông tin cá nhân</v></c><c r="D1" t="str"><v>Đơn vị</v></c></row>
            <row r="2"><c r="B2" t="str"><v>Họ và tên</v></c><c r="C2" t="str"><v>Chức vụ</v></c></row>
            <row r="3"><c r="A3"><v>1</v></c><c r="B3" t="str"><v>Nguyễn Văn An</v></c><c r="C3" t="str"><v>Giám đốc</v></c><c r="D3" t="str"><v>Sở Công Thương Cà Mau</v></c></row>
            """,
            after: """<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:C1"/><mergeCell ref="D1:D2"/></mergeCells>"""), ListFiles.Of2026);

        Assert.Equal(["3 Nguyễn Văn An Giám đốc SCT"], reading.Proposal.Rows.Select(r => $"{r.Row} {r.FullName} {r.Position} {r.AgencyKind}"));
    }

    [Fact]
    public void A_hidden_sheet_is_said_to_be_left_out()
    {
        var parts = Workbooks.Parts(Head + """<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>Nguyễn Văn An</v></c></row>""");
        parts["xl/workbook.xml"] = parts["xl/workbook.xml"].Replace("sheetId", "state=\"hidden\" sheetId", StringComparison.Ordinal);

        var proposal = ListReading.Read(Workbooks.Zip(parts), ListFiles.Of2026).Proposal;

        Assert.Empty(proposal.Rows);
        Assert.Equal("Trang ẩn nên không được đọc.", Assert.Single(proposal.SkippedSheets).Vi);
    }

    [Fact]
    public void Formulas_and_errors_are_problems_and_their_values_are_not_taken()
    {
        var proposal = Read(
            """
            <row r="2"><c r="A2"><f>ROW()-1</f><v>1</v></c><c r="B2" t="str"><v>Nguyễn Văn An</v></c><c r="D2" t="str"><v>Sở Công Thương Cà Mau</v></c><c r="E2" t="str"><f>"0"&amp;H2</f><v>0912345671</v></c><c r="F2" t="str"><f>HYPERLINK("mailto:a@b.vn","a@b.vn")</f><v>a@b.vn</v></c></row>
            <row r="3"><c r="A3"><v>2</v></c><c r="B3" t="str"><f>A1</f><v>Lê Thị Chi</v></c><c r="D3" t="str"><v>Sở Công Thương Cà Mau</v></c><c r="E3" t="e"><v>#N/A</v></c></row>
            <row r="4"><c r="A4"><v>3</v></c><c r="D4" t="str"><v>Sở Công Thương Cà Mau</v></c></row>
            """);

        Assert.Equal(
            [
                "2E Formula =\"0\"&H2", "2F Formula =HYPERLINK(\"mailto:a@b.vn\",\"a@b.vn\")", "3B Formula =A1", "3E CellError #N/A", "4B NameMissing –",
            ],
            ListFiles.ProblemsOf(proposal));
        Assert.Equal([("Nguyễn Văn An", null, null), (null, null, null), (null, null, (string?)null)], proposal.Rows.Select(r => (r.FullName, r.Phone, r.Email)));
        Assert.Equal("0912345671", proposal.Problems[0].Proposal);
    }

    [Fact]
    public void A_formula_for_the_province_is_one_problem()
    {
        var parts = Workbooks.Parts(Head.Replace("Ngày sinh", "Tỉnh", StringComparison.Ordinal)
            + """<row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>Nguyễn Văn An</v></c><c r="C2" t="str"><f>C1</f><v>Cà Mau</v></c><c r="D2" t="str"><v>Sở Công Thương</v></c></row>""");

        var proposal = ListReading.Read(Workbooks.Zip(parts), ListFiles.Of2026).Proposal;

        Assert.Equal(["2C Formula =C1"], ListFiles.ProblemsOf(proposal));
    }

    [Theory]
    [InlineData(".VnTime", "NguyÔn ThÞ ¸nh", "Nguyễn Thị Ánh")]
    [InlineData(".VnTimeH", "®ç thÞ ý nhi", "Đỗ Thị Ý Nhi")]
    [InlineData(".VnTime", "Lª Hµ", "Lê Hà")]
    public void A_cell_without_a_style_has_the_font_of_the_workbook(string font, string stored, string name)
    {
        var reading = ListReading.Read(Workbooks.Xlsx($"""
            <row r="1"><c r="A1" t="str"><v>TT</v></c><c r="B1" t="str"><v>Hä vµ tªn</v></c></row>
            <row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>{stored}</v></c></row>
            """, "", $"""<fonts><font><name val="{font}"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs>"""), ListFiles.Of2016);

        Assert.Equal([name], reading.Proposal.Rows.Select(r => r.FullName));
    }

    [Fact]
    public void Unicode_typed_over_an_old_list_is_left_as_it_is()
    {
        var reading = ListReading.Read(Workbooks.Xlsx("""
            <row r="1"><c r="A1" t="str"><v>TT</v></c><c r="B1" t="str"><v>Họ và tên</v></c><c r="C1" t="str"><v>Đơn vị</v></c></row>
            <row r="2"><c r="A2"><v>1</v></c><c r="B2" t="str"><v>Lê Hà</v></c><c r="C2" t="str"><v>Sở Công Thương Cà Mau</v></c></row>
            <row r="3"><c r="A3"><v>2</v></c><c r="B3" t="str"><v>TrÇn ThÞ B×nh</v></c><c r="C3" t="str"><v>Sở Công Thương Cà Mau</v></c></row>
            """, "", """<fonts><font><name val=".VnTime"/></font></fonts><cellXfs><xf fontId="0"/></cellXfs>"""), ListFiles.Of2016);

        Assert.Equal(["Lê Hà", "Trần Thị Bình"], reading.Proposal.Rows.Select(r => r.FullName));
    }

    [Fact]
    public void Ten_thousand_rows_are_understood_without_a_problem()
    {
        var rows = new StringBuilder();
        for (var i = 2; i < 10_002; i++)
        {
            rows.Append(CultureInfo.InvariantCulture, $"""<row r="{i}"><c r="A{i}"><v>{i}</v></c><c r="B{i}" t="str"><v>Nguyễn Văn Bình {(char)('A' + i % 26)}{(char)('a' + i / 26 % 26)}</v></c>""");
            rows.Append(CultureInfo.InvariantCulture, $"""<c r="C{i}"><v>1980</v></c><c r="D{i}" t="str"><v>Sở Công Thương Cà Mau</v></c><c r="E{i}"><v>{912300000 + i}</v></c><c r="F{i}" t="str"><v>u{i}@example.vn</v></c></row>""");
        }
        var sheet = rows.ToString();
        var proposal = Read(sheet);
        Assert.Equal((10_000, 0), (proposal.Rows.Count, proposal.Problems.Count));
    }

    private static ListProposal Read(string rows, string after = "")
    {
        var reading = ListReading.Read(Workbooks.Xlsx(Head + rows, "", Dates, after), ListFiles.Of2026);
        Assert.Null(reading.Refusal);
        return reading.Proposal;
    }
}
