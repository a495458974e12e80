namespace Sen.Web.Platform.Pdf;

/// <summary>Measures of paper in millimetres; inside, PDF counts in points of 1/72 inch.</summary>
public sealed record PdfPage(float WidthMm, float HeightMm, float LeftMm, float RightMm, float TopMm, float BottomMm)
{
    /// <summary>The margins of a letter after Decree 30/2020/NĐ-CP.</summary>
    public static PdfPage A4 { get; } = new(210, 297, 30, 20, 20, 20);
    public static PdfPage A4Landscape { get; } = new(297, 210, 15, 15, 15, 15);
    public static PdfPage A5 { get; } = new(148, 210, 15, 15, 15, 15);
    public static PdfPage A5Landscape { get; } = new(210, 148, 12, 12, 12, 12);

    public PdfPage WithMargins(float left, float right, float top, float bottom) => this with { LeftMm = left, RightMm = right, TopMm = top, BottomMm = bottom };

    internal static float Points(float mm) => mm * 72 / 25.4f;
}

/// <summary>What a document says of itself. The same facts and the same content make the same bytes.</summary>
/// <param name="Lang">The language it is read aloud in: «vi» or «en».</param>
/// <param name="At">When its content was settled, UTC.</param>
public sealed record PdfAbout(string Title, string Author, string Lang, DateTime At, string Subject = "");

/// <summary>A line of its own at the edge of each page, such as its number.</summary>
/// <param name="Words">Of a page and of how many; null leaves the page without.</param>
public sealed record PdfMargin(bool AtTop, Func<int, int, string?> Words, PdfAlign Align = PdfAlign.Center, float Size = 11)
{
    /// <summary>As letters are numbered: in the middle at the top, from the second page on.</summary>
    public static PdfMargin Letter { get; } = new(true, (page, _) => page == 1 ? null : page.ToString(System.Globalization.CultureInfo.InvariantCulture), Size: 13);
}
