using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Sen.Web.Platform.Pdf;

public enum PdfFamily { Serif, Sans }

/// <summary>
/// A face that travels with the program, already cut down to the letters of Vietnamese and English (scripts/fonts.py). In these files no two
/// characters share a glyph, so that a reader of the PDF gets back exactly the text that was written.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The eight faces live as long as the process.")]
internal sealed class PdfFace
{
    private const int MostWords = 20_000;
    private static readonly List<byte[]> Files = [];
    private static readonly PdfFace[] All = [.. from family in Enum.GetValues<PdfFamily>() from style in new[] { "Regular", "Bold", "Italic", "BoldItalic" } select new PdfFace($"Sen{family}-{style}.ttf")];

    private readonly SKTypeface typeface;
    private readonly HarfBuzzSharp.Font shaper;
    private readonly ConcurrentDictionary<string, PdfWord> words = new(StringComparer.Ordinal);

    private PdfFace(string file)
    {
        using var stream = typeof(PdfFace).Assembly.GetManifestResourceStream("Pdf.Faces." + file) ?? throw new InvalidOperationException($"The face {file} did not travel along.");
        using var data = SKData.Create(stream);
        typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException($"The face {file} cannot be read.");
        using var blob = Kept(data);
        using var face = new Face(blob, 0);
        shaper = new HarfBuzzSharp.Font(face);
        shaper.SetScale(face.UnitsPerEm, face.UnitsPerEm);
        UnitsPerEm = face.UnitsPerEm;
        using var font = At(1000);
        (Ascent, Descent) = (-font.Metrics.Ascent / 1000, font.Metrics.Descent / 1000);
    }

    /// <summary>HarfBuzz reads its face as long as it lives, from memory that the collector must not move; Blob.FromStream leaves it movable.</summary>
    private static Blob Kept(SKData data)
    {
        var bytes = GC.AllocateUninitializedArray<byte>((int)data.Size, pinned: true);
        data.AsSpan().CopyTo(bytes);
        Files.Add(bytes);
        return new Blob(System.Runtime.InteropServices.Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0), bytes.Length, MemoryMode.ReadOnly);
    }

    public int UnitsPerEm { get; }
    /// <summary>As shares of the size.</summary>
    public float Ascent { get; }
    public float Descent { get; }

    public static PdfFace Of(PdfFamily family, bool bold, bool italic) => All[((int)family * 4) + (italic ? 2 : 0) + (bold ? 1 : 0)];

    public SKFont At(float size) => new(typeface, size) { Subpixel = true, Hinting = SKFontHinting.None, LinearMetrics = true };

    /// <summary>The glyphs of a word, kerned, its marks in place. The same words come again and again, so each is shaped once.</summary>
    public PdfWord Shape(string word)
    {
        if (words.TryGetValue(word, out var known)) return known;
        using var buffer = new Buffer();
        // A no-break space looks like a space and must read as one.
        buffer.AddUtf16(word.Replace('\u00A0', ' '));
        buffer.GuessSegmentProperties();
        shaper.Shape(buffer);
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var glyphs = new ushort[infos.Length];
        var points = new SKPoint[infos.Length];
        var x = 0f;
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            points[i] = new SKPoint((x + positions[i].XOffset) / UnitsPerEm, -(float)positions[i].YOffset / UnitsPerEm);
            x += positions[i].XAdvance;
        }
        var shaped = new PdfWord(glyphs, points, x / UnitsPerEm);
        if (words.Count > MostWords) words.Clear();
        return words[word] = shaped;
    }
}

/// <summary>A shaped word at size 1.</summary>
internal sealed record PdfWord(ushort[] Glyphs, SKPoint[] Points, float Width);
