using SkiaSharp;

namespace Sen.Web.Platform.Pdf;

/// <summary>Prints a document: lays its pieces on pages, numbers them, and returns the file.</summary>
public static class PdfPaper
{
    private const float Nearly = 0.01f;

    public static byte[] Print(PdfAbout about, PdfPage page, Action<PdfColumn> write, params IReadOnlyList<PdfMargin> margins)
    {
        var pages = Lay(page, write);
        using var file = new MemoryStream();
        using (var document = SKDocument.CreatePdf(file, Metadata(about)))
        {
            for (var n = 0; n < pages.Count; n++)
            {
                var canvas = document.BeginPage(PdfPage.Points(page.WidthMm), PdfPage.Points(page.HeightMm));
                Draw(canvas, page, pages, n, margins);
                document.EndPage();
            }
            document.Close();
        }
        return PdfCatalog.Told(file.ToArray(), about.Lang);
    }

    internal static List<List<PdfPiece>> Lay(PdfPage page, Action<PdfColumn> write)
    {
        var column = new PdfColumn(PdfPage.Points(page.WidthMm - page.LeftMm - page.RightMm));
        write(column);
        return Pages(column.Pieces, PdfPage.Points(page.HeightMm - page.TopMm - page.BottomMm));
    }

    internal static void Draw(SKCanvas canvas, PdfPage page, List<List<PdfPiece>> pages, int n, IReadOnlyList<PdfMargin> margins)
    {
        foreach (var margin in margins) Draw(canvas, margin, page, PdfPage.Points(page.WidthMm - page.LeftMm - page.RightMm), n + 1, pages.Count);
        var y = PdfPage.Points(page.TopMm);
        foreach (var piece in pages[n])
        {
            piece.Draw?.Invoke(canvas, PdfPage.Points(page.LeftMm), y);
            y += piece.Height;
        }
    }

    internal static SKDocumentPdfMetadata Metadata(PdfAbout about) => new(SKDocumentPdfMetadata.DefaultRasterDpi)
    {
        Title = about.Title,
        Author = about.Author,
        Subject = about.Subject,
        Creator = "Sen",
        Creation = DateTime.SpecifyKind(about.At, DateTimeKind.Utc),
        Modified = DateTime.SpecifyKind(about.At, DateTimeKind.Utc),
    };

    private static void Draw(SKCanvas canvas, PdfMargin margin, PdfPage page, float width, int number, int of)
    {
        if (margin.Words(number, of) is not { Length: > 0 } words) return;
        var line = new PdfColumn(width).Paragraph(PdfStyle.Body with { Size = margin.Size, Align = margin.Align }, words);
        // In the middle between the edge of the paper and the text.
        var middle = margin.AtTop ? page.TopMm / 2 : page.HeightMm - (page.BottomMm / 2);
        line.Draw(canvas, PdfPage.Points(page.LeftMm), PdfPage.Points(middle) - (line.Height / 2));
    }

    private static List<List<PdfPiece>> Pages(IReadOnlyList<PdfPiece> pieces, float height)
    {
        List<List<PdfPiece>> pages = [[]];
        var left = height;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.IsGap && pages[^1].Count == 0 && pages.Count > 1) continue;
            var together = piece.Height;
            for (var j = i; pieces[j].WithNext && j + 1 < pieces.Count && together <= height; j++) together += pieces[j + 1].Height;
            if (pages[^1].Count > 0 && (piece.BeginsPage || (together > left + Nearly && (together <= height + Nearly || piece.Height > left + Nearly))))
            {
                pages.Add([]);
                left = height;
                if (piece.Head is { } head) Lay(head);
                if (piece.IsGap) continue;
            }
            Lay(piece);
        }
        return pages;

        void Lay(PdfPiece piece)
        {
            pages[^1].Add(piece);
            left -= piece.Height;
        }
    }
}
