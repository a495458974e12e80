using SkiaSharp;

namespace Sen.Web.Platform.Pdf;

/// <summary>What is never cut by the end of a page: a line, a row, a picture.</summary>
/// <param name="Draw">At the left and the top edge it is given.</param>
internal sealed record PdfPiece(float Height, Action<SKCanvas, float, float>? Draw)
{
    /// <summary>Not the last on its page unless the piece after it is there too.</summary>
    public bool WithNext { get; init; }
    /// <summary>Drawn first on a page that begins with this piece: the head of its table.</summary>
    public PdfPiece? Head { get; init; }
    public bool BeginsPage { get; init; }

    /// <summary>A gap; it falls away at the top of every page but the first.</summary>
    public bool IsGap => Draw is null && !BeginsPage;
}
