namespace Sen.Web.Platform.Pdf;

public enum PdfAlign { Left, Center, Right, Justified }

/// <summary>A piece of text in one hand.</summary>
/// <param name="Link">An address that opens when it is clicked.</param>
public sealed record PdfSpan(string Text, bool Bold = false, bool Italic = false, string? Link = null)
{
    public static implicit operator PdfSpan(string text) => new(text);
}

/// <summary>How a paragraph is set. Sizes and gaps in points, indents in millimetres.</summary>
public sealed record PdfStyle
{
    public static PdfStyle Body { get; } = new();

    public float Size { get; init; } = 13;
    public PdfFamily Family { get; init; }
    public PdfAlign Align { get; init; }
    /// <summary>The distance of lines, in sizes. Less than 1.2 and «Ễ Ậ Ộ» touch the line above.</summary>
    public float Leading { get; init; } = 1.25f;
    public float Before { get; init; }
    public float After { get; init; }
    public float FirstIndentMm { get; init; }
    public float IndentMm { get; init; }
    /// <summary>Hangs at the left of the first line, within the indent: «1.», «-».</summary>
    public string? Marker { get; init; }
    /// <summary>0 is black, 1 is white.</summary>
    public float Grey { get; init; }
    /// <summary>Stays on the page of what follows, as a heading does.</summary>
    public bool KeepWithNext { get; init; }
    public bool Bold { get; init; }
    public bool Italic { get; init; }
}
