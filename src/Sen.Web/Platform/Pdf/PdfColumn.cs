using SkiaSharp;

namespace Sen.Web.Platform.Pdf;

/// <summary>Where a document is written, from top to bottom. The whole page is one; a cell of a table or half a letterhead is one too.</summary>
public sealed class PdfColumn
{
    private readonly List<PdfPiece> pieces = [];

    internal PdfColumn(float width) => Width = width;

    internal float Width { get; }
    internal IReadOnlyList<PdfPiece> Pieces => pieces;
    internal float Height => pieces.Sum(p => p.Height);
    public float WidthMm => Width * 25.4f / 72;

    public PdfColumn Paragraph(PdfStyle style, params IReadOnlyList<PdfSpan> spans)
    {
        Gap(style.Before);
        pieces.AddRange(PdfLines.Of(spans, style, Width));
        Gap(style.After, style.KeepWithNext);
        return this;
    }

    public PdfColumn Paragraph(params IReadOnlyList<PdfSpan> spans) => Paragraph(PdfStyle.Body, spans);

    public PdfColumn Heading(string text, float size = 14, PdfAlign align = PdfAlign.Left) =>
        Paragraph(PdfStyle.Body with { Size = size, Bold = true, Align = align, Before = size * 0.7f, After = size * 0.3f, KeepWithNext = true }, text);

    public PdfColumn Space(float mm)
    {
        Gap(PdfPage.Points(mm));
        return this;
    }

    /// <summary>A ruled line; a share of the width, in its middle where it is less than all.</summary>
    public PdfColumn Rule(float share = 1, float thickness = 0.7f, float gapMm = 0.6f, float grey = 0)
    {
        var gap = PdfPage.Points(gapMm);
        pieces.Add(new PdfPiece((2 * gap) + thickness, (canvas, x, y) =>
        {
            using var paint = new SKPaint();
            paint.Color = PdfLines.Grey(grey);
            canvas.DrawRect(x + (Width * (1 - share) / 2), y + gap, Width * share, thickness, paint);
        }));
        return this;
    }

    /// <summary>Columns beside each other, kept on one page; the shares divide the width.</summary>
    public PdfColumn Beside(params IReadOnlyList<(float Share, Action<PdfColumn> Write)> columns)
    {
        var whole = columns.Sum(c => c.Share);
        var laid = new List<(PdfColumn Column, float Left)>();
        var left = 0f;
        foreach (var (share, write) in columns)
        {
            var column = new PdfColumn(Width * share / whole);
            write(column);
            laid.Add((column, left));
            left += column.Width;
        }
        pieces.Add(new PdfPiece(laid.Max(c => c.Column.Height), (canvas, x, y) =>
        {
            foreach (var (column, at) in laid) column.Draw(canvas, x + at, y);
        }));
        return this;
    }

    public PdfColumn Table(PdfTable table)
    {
        pieces.AddRange(table.Pieces(Width));
        return this;
    }

    /// <summary>A picture as it was stored: JPEG goes in as it is, PNG without loss.</summary>
    public PdfColumn Picture(byte[] file, float widthMm, PdfAlign align = PdfAlign.Left)
    {
        var image = SKImage.FromEncodedData(file) ?? throw new ArgumentException("These bytes are no picture.", nameof(file));
        var width = Math.Min(PdfPage.Points(widthMm), Width);
        var height = width * image.Height / image.Width;
        Place(width, height, align, (canvas, x, y) => canvas.DrawImage(image, new SKRect(x, y, x + width, y + height), new SKSamplingOptions(SKFilterMode.Linear), null));
        return this;
    }

    /// <summary>A QR code, drawn as vectors; a click on it opens an address as a scan does.</summary>
    public PdfColumn Qr(string text, float sizeMm, PdfAlign align = PdfAlign.Left)
    {
        var (modules, path) = QrCode.Of(text);
        var size = PdfPage.Points(sizeMm);
        Place(size, size, align, (canvas, x, y) =>
        {
            using var drawing = SKPath.ParseSvgPathData(path);
            using var paint = new SKPaint();
            canvas.Save();
            canvas.Translate(x, y);
            canvas.Scale(size / modules);
            canvas.DrawPath(drawing, paint);
            canvas.Restore();
            if (Uri.TryCreate(text, UriKind.Absolute, out _)) canvas.DrawUrlAnnotation(new SKRect(x, y, x + size, y + size), text).Dispose();
        });
        return this;
    }

    public PdfColumn NewPage()
    {
        pieces.Add(new PdfPiece(0, null) { BeginsPage = true });
        return this;
    }

    internal void Draw(SKCanvas canvas, float x, float y)
    {
        foreach (var piece in pieces)
        {
            piece.Draw?.Invoke(canvas, x, y);
            y += piece.Height;
        }
    }

    private void Place(float width, float height, PdfAlign align, Action<SKCanvas, float, float> draw)
    {
        var left = align switch { PdfAlign.Center => (Width - width) / 2, PdfAlign.Right => Width - width, _ => 0 };
        pieces.Add(new PdfPiece(height, (canvas, x, y) => draw(canvas, x + left, y)));
    }

    private void Gap(float points, bool withNext = false)
    {
        if (points > 0) pieces.Add(new PdfPiece(points, null) { WithNext = withNext });
    }
}
