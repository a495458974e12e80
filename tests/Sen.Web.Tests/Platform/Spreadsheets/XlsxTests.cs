using Sen.Web.Platform.Spreadsheets;

namespace Sen.Web.Tests.Platform.Spreadsheets;

public sealed class XlsxTests
{
    [Fact]
    public void Cells_keep_their_types_formulas_and_fonts()
    {
        var sheet = Only(Workbooks.Xlsx(
            """
            <row r="2" hidden="1"><c r="A2" s="1" t="s"><v>0</v></c><c r="B2" s="2"><v>29221</v></c><c r="C2"><v>912345678</v></c><c r="D2" t="b"><v>1</v></c>
            <c r="E2" t="e"><v>#N/A</v></c><c r="F2" t="str"><f>A2&amp;"&lt;x&gt;"</f><v>a &amp; b</v></c><c r="G2" t="inlineStr"><is><r><rPr><rFont val="VNI-Times"/></rPr><t>Hoa</t></r><r><t> Lan</t></r><rPh><t>no</t></rPh></is></c></row>
            <row><c><v>1</v></c><c t="n"/><c><v>3</v></c></row>
            """,
            "<si><t xml:space=\"preserve\"> TrÇn </t></si>",
            """<fonts><font><name val="Arial"/></font><font><name val=".VnTime"/></font></fonts><cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="0" numFmtId="14"/></cellXfs>""",
            "<mergeCells><mergeCell ref=\"A2:B4\"/></mergeCells>"));

        Assert.Equal(
            [
                new Cell(1, CellKind.Text, 0, " TrÇn ", null, ".VnTime"), new Cell(2, CellKind.Date, 29221, null, null, "Arial"), new Cell(3, CellKind.Number, 912345678, null, null, "Arial"),
                new Cell(4, CellKind.Bool, 1, null, null, "Arial"), new Cell(5, CellKind.Error, 0, "#N/A", null, "Arial"), new Cell(6, CellKind.Text, 0, "a & b", "=A2&\"<x>\"", "Arial"),
                new Cell(7, CellKind.Text, 0, "Hoa Lan", null, "VNI-Times"),
            ],
            sheet.Rows[0].Cells);
        Assert.Equal((2, true), (sheet.Rows[0].Number, sheet.Rows[0].Hidden));
        Assert.Equal("01/01/1980", sheet.Rows[0].Cells[1].Value);
        Assert.Equal((3, "1 3"), (sheet.Rows[1].Number, string.Join(' ', sheet.Rows[1].Cells.Select(c => c.Column))));
        Assert.Equal([new MergedRange(2, 1, 4, 2)], sheet.Merges);
    }

    [Fact]
    public void Shared_formulas_prefixes_comments_and_character_data_are_read()
    {
        var parts = Workbooks.Parts("");
        parts["xl/worksheets/sheet1.xml"] = $"""
            <x:worksheet xmlns:x="{Workbooks.Main}"><!-- <c r="Z9"> --><x:sheetData><x:row r="1"><x:c r="A1"><x:f t="shared" si="0" ref="A1:A2">B1+1</x:f><x:v>2</x:v></x:c>
            <x:c r="B1" t="str"><x:v>a<![CDATA[<b>]]>c</x:v></x:c></x:row><x:row r="2"><x:c r="A2"><x:f t="shared" si="0"/><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>
            """;

        var sheet = Only(Workbooks.Zip(parts));

        Assert.Equal(["=B1+1", null, "=B1+1"], sheet.Rows.SelectMany(r => r.Cells).Select(c => c.Formula));
        Assert.Equal("a<b>c", sheet.Rows[0].Cells[1].Text);
    }

    [Fact]
    public void A_long_text_does_not_end_at_the_readers_buffer()
    {
        var text = new string('â', 150_000);

        var sheet = Only(Workbooks.Xlsx($"<row r=\"1\"><c r=\"A1\" t=\"str\"><v>{text}</v></c><c r=\"B1\"><v>7</v></c></row>"));

        Assert.Equal(text, sheet.Rows[0].Cells[0].Text);
        Assert.Equal(7, sheet.Rows[0].Cells[1].Number);
    }

    private static Sheet Only(Stream file)
    {
        var reading = SpreadsheetReader.Read(file);
        Assert.Null(reading.Refusal);
        return Assert.Single(reading.Sheets);
    }
}
