using System.Net;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform.Pdf;
using Sen.Web.Tests.Features.Programmes.Releases;
using Sen.Web.Tests.Platform.Pdf;

namespace Sen.Web.Tests.Features.Programmes;

public sealed class PrintedProgrammeTests(TestSite site)
{
    [Fact]
    public async Task The_programme_on_a4_reads_back_in_both_languages()
    {
        var vi = await site.Visitor().GetByteArrayAsync("/vi/workshops/can-tho-2026/programme-a4.pdf");
        var text = PdfReading.TextOf(vi);
        Assert.Contains("CHƯƠNG TRÌNH", text, StringComparison.Ordinal);
        Assert.Contains("Thứ Ba, 08 tháng 12 năm 2026", text, StringComparison.Ordinal);
        Assert.Contains("10:15–11:30 Thảo luận: tiền mất ở đâu trong nhà máy", text, StringComparison.Ordinal);
        Assert.Contains("ThS. Trần Văn Mẫu, Giảng viên, Trung tâm tập huấn mẫu", text, StringComparison.Ordinal);
        Assert.Contains("Bản số 2, công bố", text, StringComparison.Ordinal);
        var en = PdfReading.TextOf(await site.Visitor().GetByteArrayAsync("/en/workshops/can-tho-2026/programme-a4.pdf"));
        Assert.Contains("PROGRAMME", en, StringComparison.Ordinal);
        Assert.Contains("Tuesday, 8 December 2026", en, StringComparison.Ordinal);
        Assert.Contains("595", PdfReading.Line(vi, "Page size"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_agenda_becomes_a_booklet_whose_sheets_fold_into_order()
    {
        var workshop = await site.WorkshopAsync();
        for (var i = 0; i < 60; i++) await site.AddAsync(workshop, $"Phiên số {i:00} về nước", $"{7 + i / 12:00}:{i % 12 * 5:00}", $"{7 + i / 12:00}:{i % 12 * 5 + 4:00}");
        await site.ReleaseAsync(workshop);
        var file = await site.Visitor().GetByteArrayAsync($"/vi/workshops/{workshop.Code}/programme-a5.pdf");
        Assert.Contains("842", PdfReading.Line(file, "Page size").Split('x')[0], StringComparison.Ordinal);
        var sides = PdfReading.PagesOf(file);
        Assert.Equal(0, sides % 2);
        // The first side holds the cover at its right; the second has pages 2 and 3.
        Assert.Contains("CHƯƠNG TRÌNH", PdfReading.TextOf(file, 1), StringComparison.Ordinal);
        Assert.Contains("trang 2/", PdfReading.TextOf(file, 2), StringComparison.Ordinal);
        var whole = PdfReading.TextOf(file);
        for (var i = 0; i < 60; i++) Assert.Contains($"Phiên số {i:00} về nước", whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "4|1 2|3")]
    [InlineData(4, "4|1 2|3")]
    [InlineData(5, "8|1 2|7 6|3 4|5")]
    [InlineData(8, "8|1 2|7 6|3 4|5")]
    [InlineData(12, "12|1 2|11 10|3 4|9 8|5 6|7")]
    public void Pages_stand_on_the_sheets_so_that_the_folded_pile_reads_in_order(int pages, string expected)
    {
        Assert.Equal(expected, string.Join(' ', PdfBooklet.Sides(pages).Select(s => $"{s.Left}|{s.Right}")));
        // As a reader turns it: what lies on the back of a right half is the left half of the next side.
        var sides = PdfBooklet.Sides(pages).ToList();
        for (var i = 0; i < sides.Count; i += 2) Assert.Equal((sides[i].Right + 1, sides[i].Left - 1), (sides[i + 1].Left, sides[i + 1].Right));
    }

    [Fact]
    public async Task The_page_prints_without_a_reader_of_pdf_and_says_where_the_newest_version_is()
    {
        var text = await site.Visitor().GetStringAsync("/vi/workshops/can-tho-2026/programme");
        Assert.Contains("Bản số 2, công bố", Visits.Text(text), StringComparison.Ordinal);
        Assert.Contains("/vi/workshops/can-tho-2026/programme-a5.pdf", text, StringComparison.Ordinal);
        var empty = await site.WorkshopAsync();
        Assert.Contains("sẽ được công bố", Visits.Text(await site.Visitor().GetStringAsync($"/vi/workshops/{empty.Code}/programme")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync($"/vi/workshops/{empty.Code}/programme-a4.pdf")).StatusCode);
    }
}
