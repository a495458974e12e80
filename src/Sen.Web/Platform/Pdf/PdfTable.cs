using SkiaSharp;

namespace Sen.Web.Platform.Pdf;

public enum PdfRuling { All, Rows, None }

/// <summary>Rows under a head that comes again on every page. A row is never cut; one that is taller than a page would run over its edge.</summary>
public sealed class PdfTable(params IReadOnlyList<float> shares)
{
    private const float Thickness = 0.5f;
    private readonly List<(IReadOnlyList<Action<PdfColumn>> Cells, bool IsHead)> rows = [];

    public PdfRuling Ruling { get; init; }
    public float PaddingMm { get; init; } = 1.2f;
    /// <summary>Rows that are written into by hand want 9 mm.</summary>
    public float RowAtLeastMm { get; init; }
    public PdfStyle Style { get; init; } = PdfStyle.Body with { Size = 11 };

    public PdfTable Head(params IReadOnlyList<string> cells)
    {
        rows.Add(([.. cells.Select(c => new Action<PdfColumn>(column => column.Paragraph(Style with { Bold = true, Align = PdfAlign.Center }, c)))], true));
        return this;
    }

    public PdfTable Row(params IReadOnlyList<string> cells) => Row([.. cells.Select(c => new Action<PdfColumn>(column => column.Paragraph(Style, c)))]);

    public PdfTable Row(params IReadOnlyList<Action<PdfColumn>> cells)
    {
        rows.Add((cells, false));
        return this;
    }

    internal IEnumerable<PdfPiece> Pieces(float width)
    {
        PdfPiece? head = null;
        var first = true;
        foreach (var (cells, isHead) in rows)
        {
            var piece = RowOf(cells, width, closesTop: first);
            first = false;
            if (isHead) yield return (head = RowOf(cells, width, closesTop: true)) with { WithNext = true };
            else yield return piece with { Head = head ?? RowOf([], width, closesTop: true) with { Height = 0 } };
        }
    }

    private PdfPiece RowOf(IReadOnlyList<Action<PdfColumn>> cells, float width, bool closesTop)
    {
        var (whole, padding) = (shares.Sum(), PdfPage.Points(PaddingMm));
        var laid = new List<(PdfColumn Column, float Left, float Right)>();
        var left = 0f;
        for (var i = 0; i < shares.Count; i++)
        {
            var right = left + (width * shares[i] / whole);
            var column = new PdfColumn(right - left - (2 * padding));
            if (i < cells.Count) cells[i](column);
            laid.Add((column, left, right));
            left = right;
        }
        var height = Math.Max(PdfPage.Points(RowAtLeastMm), laid.Max(c => c.Column.Height) + (2 * padding));
        return new PdfPiece(height, (canvas, x, y) =>
        {
            using var pen = new SKPaint();
            foreach (var (column, from, to) in laid)
            {
                column.Draw(canvas, x + from + padding, y + padding);
                if (Ruling == PdfRuling.All) canvas.DrawRect(x + from - (Thickness / 2), y, Thickness, height, pen);
                if (Ruling == PdfRuling.All && to >= width - 0.01f) canvas.DrawRect(x + to - (Thickness / 2), y, Thickness, height, pen);
            }
            if (Ruling == PdfRuling.None) return;
            if (closesTop) canvas.DrawRect(x, y - (Thickness / 2), width, Thickness, pen);
            canvas.DrawRect(x, y + height - (Thickness / 2), width, Thickness, pen);
        });
    }
}
