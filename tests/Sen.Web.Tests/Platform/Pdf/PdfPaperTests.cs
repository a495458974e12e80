using Sen.Web.Platform.Pdf;
using static Sen.Web.Tests.Platform.Pdf.PdfReading;

namespace Sen.Web.Tests.Platform.Pdf;

public sealed class PdfPaperTests
{
    private static readonly PdfAbout About = new("Giấy mời dự tập huấn", "Cục Môi trường", "vi", new DateTime(2026, 9, 1, 2, 3, 4, DateTimeKind.Utc));

    private static byte[] Print(Action<PdfColumn> write, PdfPage? page = null) => PdfPaper.Print(About, page ?? PdfPage.A4, write, PdfMargin.Letter);

    [Fact]
    public void Every_Vietnamese_letter_comes_back_as_it_was_written()
    {
        var letters = string.Concat("aăâeêioôơuưyđ".SelectMany(c => "\0\u0300\u0301\u0303\u0309\u0323".Select(mark => mark == '\0' ? $"{c}" : $"{c}{mark}".Normalize(System.Text.NormalizationForm.FormC))).Distinct());
        var text = string.Join(' ', (letters + letters.ToUpperInvariant()).Chunk(12).Select(c => new string(c)));
        foreach (var (bold, italic) in new[] { (false, false), (true, false), (false, true), (true, true) })
            Assert.Equal(text, TextOf(Print(c => c.Paragraph(new PdfSpan(text, bold, italic)))));
    }

    [Fact]
    public void Text_with_loose_marks_and_signs_is_read_back_whole()
    {
        const string Text = "Kính gửi: Sở Công Thương thành phố Đà Nẵng – «giữ 3 chỗ» 1.234.567 ₫, CO₂, m², ≥ 25,6% … TÀI NGUYÊN";
        Assert.Equal(Text, TextOf(Print(c => c.Paragraph(Text.Normalize(System.Text.NormalizationForm.FormD)))));
    }

    [Fact]
    public void Only_faces_that_travel_in_the_file_are_used_and_a_page_stays_small()
    {
        var file = Print(c => c.Paragraph("Thường ", new PdfSpan("đậm ", Bold: true), new PdfSpan("nghiêng", Italic: true)));
        Assert.All(FontsOf(file), f => Assert.Matches(@"^[A-Z]{6}\+SenSerif(-Bold|-Italic)? CID TrueType Identity-H yes yes yes ", f));
        Assert.Equal(3, FontsOf(file).Length);
        Assert.InRange(file.Length, 1000, 75_000);
    }

    [Fact]
    public void The_file_says_its_title_author_day_and_language()
    {
        var file = Print(c => c.Paragraph("Một"));
        Assert.Equal("Giấy mời dự tập huấn", Line(file, "Title"));
        Assert.Equal("Cục Môi trường", Line(file, "Author"));
        Assert.StartsWith("Tue Sep  1 02:03:04 2026", Line(file, "CreationDate"), StringComparison.Ordinal);
        Assert.Contains("/Lang (vi)", System.Text.Encoding.Latin1.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_words_make_the_same_bytes()
    {
        static void Write(PdfColumn c) => c.Heading("Giấy mời").Qr("https://sen.example/vi/invitation", 20).Table(new PdfTable(1, 2).Head("TT", "Họ và tên").Row("1", "Nguyễn Văn Mẫu"));
        Assert.Equal(Print(Write), Print(Write));
    }

    [Fact]
    public void A_long_table_has_its_head_on_every_page_and_loses_no_row()
    {
        var table = new PdfTable(1, 4).Head("TT", "Họ và tên");
        for (var i = 1; i <= 120; i++) table.Row($"{i}", $"Người thứ {i}");
        var file = Print(c => c.Table(table));
        Assert.Equal(4, PagesOf(file));
        var all = "";
        for (var n = 1; n <= PagesOf(file); n++)
        {
            var text = TextOf(file, n);
            Assert.Contains("TT Họ và tên", text, StringComparison.Ordinal);
            Assert.Equal(n > 1, text.StartsWith($"{n} ", StringComparison.Ordinal));
            all += " " + text + " ";
        }
        for (var i = 1; i <= 120; i++) Assert.Contains($" {i} Người thứ {i} ", all, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_goes_with_its_paragraph_to_the_next_page()
    {
        var file = Print(c => c.Space(247).Heading("Điều 1").Paragraph("Một. ", string.Join(' ', Enumerable.Repeat("hai ba bốn năm", 30))));
        Assert.DoesNotContain("Điều 1", TextOf(file, 1), StringComparison.Ordinal);
        Assert.Contains("Điều 1 Một.", TextOf(file, 2), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_stands_outside_the_margins_however_long_a_word_is()
    {
        var file = Print(c => c.Paragraph(PdfStyle.Body with { Align = PdfAlign.Justified }, string.Join(' ', Enumerable.Repeat("Sản xuất và tiêu dùng bền vững", 40)), " ", new string('m', 400), " ", "https://sen.example/" + new string('a', 200)), PdfPage.A5);
        Assert.All(RightEdges(file), right => Assert.InRange(right, 0, (148 - 15 + 0.2) * 72 / 25.4));
    }

    [Fact]
    public void Pages_lie_in_the_format_asked_for()
    {
        Assert.StartsWith("842 x 595 pts", Line(Print(c => c.Paragraph("Ngang"), PdfPage.A4Landscape), "Page size"), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_are_printed_at_the_same_time()
    {
        var files = new byte[64][];
        Parallel.For(0, files.Length, i => files[i] = Print(c => c.Paragraph($"Thư số {i}: Ông Nguyễn Văn Mẫu")));
        for (var i = 0; i < files.Length; i++) Assert.Equal($"Thư số {i}: Ông Nguyễn Văn Mẫu", TextOf(files[i]));
    }
}
