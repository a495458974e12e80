using SkiaSharp;

namespace Sen.Web.Platform.Pdf;

/// <summary>
/// A document as a booklet: pages of A5 two by two on sheets of A4, in the order in which they follow each other once the pile, printed on both
/// sides and turned on the short edge, is folded in the middle.
/// </summary>
public static class PdfBooklet
{
    public static byte[] Print(PdfAbout about, Action<PdfColumn> write, params IReadOnlyList<PdfMargin> margins)
    {
        var (sheet, page) = (PdfPage.A4Landscape, PdfPage.A5);
        var pages = PdfPaper.Lay(page, write);
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, PdfPaper.Metadata(about)))
        {
            foreach (var (left, right) in Sides(pages.Count))
            {
                var canvas = document.BeginPage(PdfPage.Points(sheet.WidthMm), PdfPage.Points(sheet.HeightMm));
                Put(canvas, left, 0);
                Put(canvas, right, sheet.WidthMm / 2);
                document.EndPage();
            }
            document.Close();
        }
        return PdfCatalog.Told(file.ToArray(), about.Lang);

        void Put(SKCanvas canvas, int number, float leftMm)
        {
            if (number > pages.Count) return;
            canvas.Save();
            canvas.Translate(PdfPage.Points(leftMm), 0);
            PdfPaper.Draw(canvas, page, pages, number - 1, margins);
            canvas.Restore();
        }
    }

    /// <summary>What stands left and right on each side of the sheets, numbered from 1; numbers past the last page stay blank. Four pages: (4, 1), (2, 3).</summary>
    internal static IEnumerable<(int Left, int Right)> Sides(int pages)
    {
        var all = (pages + 3) / 4 * 4;
        for (var sheet = 0; sheet < all / 4; sheet++)
        {
            yield return (all - (2 * sheet), (2 * sheet) + 1);
            yield return ((2 * sheet) + 2, all - (2 * sheet) - 1);
        }
    }
}
