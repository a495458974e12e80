using System.Collections.Concurrent;
using System.Net;
using NetVips;

namespace Sen.Web.Platform.Cards;

/// <summary>What stands on the picture beside a shared link: a line above, the title, a line below, and a stamp such as «Đã hủy».</summary>
public sealed record Card(string Above, string Title, string Below, string Stamp);

/// <summary>Pictures for links shared elsewhere (Open Graph), 1200 × 630, drawn once for each text. The faces travel with the program: a server may have none.</summary>
public sealed class CardPictures
{
    public const int Width = 1200, Height = 630;
    private const int Edge = 90, Most = 300, TitleHeight = 250;
    private static readonly string Faces = Path.Combine(AppContext.BaseDirectory, "faces");
    private static readonly double[] Ink = [24, 32, 28], Green = [13, 90, 66], Grey = [70, 80, 73], Rose = [173, 42, 85];

    private readonly ConcurrentDictionary<Card, byte[]> drawn = new();

    public byte[] Of(Card card)
    {
        if (drawn.Count > Most) drawn.Clear();
        return drawn.GetOrAdd(card, Draw);
    }

    private static byte[] Draw(Card card)
    {
        using var ground = Image.NewFromBuffer(System.Text.Encoding.UTF8.GetBytes(Ground));
        var picture = ground.Flatten(background: [251, 250, 246]);
        picture = Write(picture, card.Above, bold: false, 30, Green, Edge + 130, 102, 1);
        // The largest size at which the whole title stands on the card.
        foreach (var size in new[] { 64, 54, 46, 38, 32 })
        {
            using var trial = Text(card.Title, bold: true, size, Width - 2 * Edge);
            if (trial.Height > TitleHeight && size > 32) continue;
            picture = Write(picture, card.Title, bold: true, size, Ink, Edge, 215, 99);
            break;
        }
        picture = Write(picture, card.Below, bold: false, 34, Grey, Edge, 500, 1);
        if (card.Stamp.Length > 0) picture = Write(picture, card.Stamp, bold: true, 34, Rose, Width - Edge - 240, 102, 1);
        return picture.PngsaveBuffer(compression: 9, keep: Enums.ForeignKeep.None);
    }

    private static Image Write(Image on, string text, bool bold, int size, double[] colour, int x, int y, int lines)
    {
        if (text.Length == 0) return on;
        var letters = Text(text, bold, size, Width - x - Edge);
        // A line that is too long ends at the edge rather than run into what stands below.
        var height = lines == 1 ? Math.Min(letters.Height, size * 2) : Math.Min(letters.Height, TitleHeight + 20);
        letters = letters.Crop(0, 0, letters.Width, height);
        var coloured = letters.NewFromImage(colour).Copy(interpretation: Enums.Interpretation.Srgb).Bandjoin(letters);
        return on.Composite2(coloured, Enums.BlendMode.Over, x, y).Flatten();
    }

    private static Image Text(string text, bool bold, int size, int width) =>
        Image.Text(WebUtility.HtmlEncode(Platform.Text.Printable.Line(text)), font: $"Sen Sans {(bold ? "Bold " : "")}{size}", fontfile: Path.Combine(Faces, bold ? "SenSans-Bold.ttf" : "SenSans-Regular.ttf"), width: width, dpi: 72, wrap: Enums.TextWrap.WordChar);

    private const string Ground = """
        <svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" viewBox="0 0 1200 630"><rect width="1200" height="630" fill="#fbfaf6"/><rect y="612" width="1200" height="18" fill="#0d5a42"/><rect x="90" y="612" width="120" height="18" fill="#ad2a55"/>
        <g transform="translate(90 70) scale(3.2)"><path fill="#0d5a42" d="M2.2 11.6c.2 6.4 4.2 12 11.4 13.5-2.5-3-3.7-6.5-3.4-10.4-2.2-1.8-4.8-2.9-8-3.1z"/><path fill="#0d5a42" d="M29.8 11.6c-.2 6.4-4.2 12-11.4 13.5 2.5-3 3.7-6.5 3.4-10.4 2.2-1.8 4.8-2.9 8-3.1z"/><path fill="#ad2a55" d="M16 3.4c3.3 3.6 4.8 7.4 4.8 11.1 0 3.9-1.7 7.4-4.8 9.9-3.1-2.5-4.8-6-4.8-9.9 0-3.7 1.5-7.5 4.8-11.1z"/><path fill="none" stroke="#0d5a42" stroke-width="2" stroke-linecap="round" d="M8.5 29h15"/></g></svg>
        """;
}
