using System.Globalization;
using Sen.Web.Platform.Text;
using SkiaSharp;

namespace Sen.Web.Platform.Pdf;

/// <summary>Breaks spans into lines: at spaces and after hyphens, never at a no-break space; a word longer than its line is cut where it must be.</summary>
internal static class PdfLines
{
    /// <summary>Words stand without a space before the next where a hyphen or another hand joins them.</summary>
    private readonly record struct Part(string Text, PdfFace Face, PdfWord Word, string? Link, bool SpaceBefore);

    private sealed record Line(List<Part> Parts, float Natural, bool Last);

    public static IEnumerable<PdfPiece> Of(IReadOnlyList<PdfSpan> spans, PdfStyle style, float width)
    {
        var indent = PdfPage.Points(style.IndentMm);
        var lines = Break(spans, style, width - indent, PdfPage.Points(style.FirstIndentMm));
        var plain = PdfFace.Of(style.Family, style.Bold, style.Italic);
        var height = style.Size * style.Leading;
        var baseline = ((height - (plain.Ascent + plain.Descent) * style.Size) / 2) + (plain.Ascent * style.Size);
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, first) = (lines[i], i == 0);
            yield return new PdfPiece(height, (canvas, x, y) =>
            {
                if (first && style.Marker is { } marker) Put(canvas, plain, style, plain.Shape(marker), x + indent - plain.Shape(marker + " ").Width * style.Size, y + baseline);
                Draw(canvas, line, style, width - indent, x + indent, y + baseline, first ? PdfPage.Points(style.FirstIndentMm) : 0);
            })
            {
                // No first line alone at the foot of a page, and no last line alone at the head of the next.
                WithNext = (i < lines.Count - 1 && (first || i == lines.Count - 2)) || (i == lines.Count - 1 && style.KeepWithNext),
            };
        }
    }

    private static List<Line> Break(IReadOnlyList<PdfSpan> spans, PdfStyle style, float width, float firstIndent)
    {
        var lines = new List<Line>();
        var (parts, x, room) = (new List<Part>(), 0f, width - firstIndent);
        foreach (var part in Parts(spans, style))
        {
            if (part.Text == "\n")
            {
                End(last: true);
                continue;
            }
            var space = part.SpaceBefore && parts.Count > 0 ? part.Face.Shape(" ").Width * style.Size : 0;
            var here = part;
            if (x + space + (here.Word.Width * style.Size) > room)
            {
                if (parts.Count > 0) End(last: false);
                foreach (var cut in Cut(here, style, room))
                {
                    if (parts.Count > 0) End(last: false);
                    parts.Add(cut);
                    x = cut.Word.Width * style.Size;
                }
                continue;
            }
            parts.Add(here);
            x += space + (here.Word.Width * style.Size);
        }
        if (parts.Count > 0 || lines.Count == 0) End(last: true);
        return lines;

        void End(bool last)
        {
            lines.Add(new Line(parts, x, last));
            (parts, x, room) = ([], 0, width);
        }
    }

    private static List<Part> Cut(Part part, PdfStyle style, float room)
    {
        if (part.Word.Width * style.Size <= room) return [part];
        var cuts = new List<Part>();
        var letters = StringInfo.GetTextElementEnumerator(part.Text);
        var text = "";
        while (letters.MoveNext())
        {
            var more = text + letters.GetTextElement();
            if (text.Length > 0 && part.Face.Shape(more).Width * style.Size > room)
            {
                cuts.Add(part with { Text = text, Word = part.Face.Shape(text) });
                more = letters.GetTextElement();
            }
            text = more;
        }
        cuts.Add(part with { Text = text, Word = part.Face.Shape(text) });
        return cuts;
    }

    private static IEnumerable<Part> Parts(IReadOnlyList<PdfSpan> spans, PdfStyle style)
    {
        var space = false;
        foreach (var span in spans)
        {
            var face = PdfFace.Of(style.Family, span.Bold || style.Bold, span.Italic || style.Italic);
            var text = span.Text.Nfc().ReplaceLineEndings("\n");
            var from = 0;
            for (var i = 0; i <= text.Length; i++)
            {
                var c = i < text.Length ? text[i] : '\0';
                var hyphen = c is '-' or '–' or '/' && i > from && i + 1 < text.Length && char.IsLetter(text[i + 1]) && span.Link is null;
                if (i < text.Length && c is not (' ' or '\n' or '\t') && !hyphen) continue;
                var end = hyphen ? i + 1 : i;
                if (end > from)
                {
                    var word = text[from..end];
                    yield return new Part(word, face, face.Shape(word), span.Link, space);
                    space = false;
                }
                if (c is ' ' or '\t') space = true;
                if (c == '\n')
                {
                    yield return new Part("\n", face, face.Shape(""), null, false);
                    space = false;
                }
                from = i + 1;
            }
        }
    }

    private static void Draw(SKCanvas canvas, Line line, PdfStyle style, float width, float left, float baseline, float indent)
    {
        var gaps = line.Parts.Skip(1).Count(p => p.SpaceBefore);
        var spare = width - indent - line.Natural;
        var stretch = style.Align == PdfAlign.Justified && !line.Last && gaps > 0 ? spare / gaps : 0;
        var x = left + indent + style.Align switch { PdfAlign.Center => spare / 2, PdfAlign.Right => spare, _ => 0 };
        for (var i = 0; i < line.Parts.Count; i++)
        {
            var part = line.Parts[i];
            if (i > 0 && part.SpaceBefore)
            {
                // The space is drawn too: who copies the text gets words, not one long word.
                var space = part.Face.Shape(" ");
                Put(canvas, part.Face, style, space, x, baseline);
                x += (space.Width * style.Size) + stretch;
            }
            Put(canvas, part.Face, style, part.Word, x, baseline);
            var end = x + (part.Word.Width * style.Size);
            if (part.Link is { } link) canvas.DrawUrlAnnotation(new SKRect(x, baseline - style.Size, end, baseline + (style.Size * 0.3f)), link).Dispose();
            x = end;
        }
    }

    internal static void Put(SKCanvas canvas, PdfFace face, PdfStyle style, PdfWord word, float x, float baseline)
    {
        if (word.Glyphs.Length == 0) return;
        using var font = face.At(style.Size);
        using var paint = new SKPaint();
        paint.IsAntialias = true;
        paint.Color = Grey(style.Grey);
        using var builder = new SKTextBlobBuilder();
        var points = new SKPoint[word.Points.Length];
        for (var i = 0; i < points.Length; i++) points[i] = new SKPoint(word.Points[i].X * style.Size, word.Points[i].Y * style.Size);
        builder.AddPositionedRun(word.Glyphs, font, points);
        using var blob = builder.Build();
        if (blob is not null) canvas.DrawText(blob, x, baseline, paint);
    }

    internal static SKColor Grey(float share) => new((byte)(255 * share), (byte)(255 * share), (byte)(255 * share));
}
