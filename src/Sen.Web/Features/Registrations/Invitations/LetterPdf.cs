using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Pdf;

namespace Sen.Web.Features.Registrations.Invitations;

/// <summary>The letter on paper. The same letter with the same link makes the same file.</summary>
public static class LetterPdf
{
    private static readonly PdfStyle Small = PdfStyle.Body with { Size = 11 };
    private static readonly PdfStyle Centred = PdfStyle.Body with { Align = PdfAlign.Center };

    /// <param name="link">Null draws the letter without its private link: for the file of the organiser.</param>
    public static byte[] Of(LetterText letter, string? link)
    {
        var batch = letter.Batch;
        var about = new PdfAbout($"Giấy mời: {new Language().Plain(batch.WorkshopTitle)}", batch.IssuingBody, "vi", batch.SendingSince ?? batch.CreatedAt, letter.Number);
        return PdfPaper.Print(about, PdfPage.A4, c => Write(c, letter, link), PdfMargin.Letter);
    }

    public static string FileName(LetterText letter) => $"giay-moi-{Platform.Text.SearchKey.Of(letter.To.AgencyName.Vi).Replace(' ', '-')}.pdf";

    private static void Write(PdfColumn c, LetterText letter, string? link)
    {
        var (batch, vi) = (letter.Batch, new Language(Language.Vietnamese));
        c.Beside((5, left => Issuer(left, letter)), (7, right => Country(right, letter)));
        c.Space(6);
        c.Paragraph(Centred with { Size = 15, Bold = true, Leading = 1.4f }, "GIẤY MỜI");
        if (!batch.Subject.IsEmpty) c.Paragraph(Centred with { Bold = true, After = 4 }, vi.Plain(batch.Subject));
        c.Rule(0.16f);
        c.Paragraph(Centred with { Before = 8, After = 8 }, "Kính gửi: ", new PdfSpan(letter.To.AgencyName.Vi, Bold: true));
        foreach (var text in letter.Paragraphs(vi)) c.Paragraph(PdfStyle.Body with { Align = PdfAlign.Justified, FirstIndentMm = 10, After = 6 }, text);
        foreach (var (name, words) in letter.Facts(vi)) c.Paragraph(PdfStyle.Body with { IndentMm = 10, After = 3 }, new PdfSpan(name + ": ", Bold: true), words);
        c.Space(2);
        Link(c, letter.Answer(vi), link);
        c.Paragraph(PdfStyle.Body with { FirstIndentMm = 10, Before = 6, After = 10 }, "Trân trọng kính mời.");
        c.Beside((5, left => Copies(left, letter)), (6, right => Signature(right, letter)));
        if (batch.Body.En.Length > 0) English(c, letter);
    }

    private static void Issuer(PdfColumn c, LetterText letter)
    {
        if (letter.Batch.ParentBody.Length > 0) c.Paragraph(Centred with { Size = 12 }, letter.Batch.ParentBody.ToUpper(Language.CultureOf("vi")));
        c.Paragraph(Centred with { Size = 12, Bold = true }, letter.Batch.IssuingBody.ToUpper(Language.CultureOf("vi")));
        c.Rule(0.35f);
        c.Paragraph(Centred with { Size = 12, Before = 2 }, letter.Number);
    }

    private static void Country(PdfColumn c, LetterText letter)
    {
        c.Paragraph(Centred with { Size = 12, Bold = true }, LetterText.Nation);
        c.Paragraph(Centred with { Bold = true }, LetterText.Motto);
        c.Rule(0.62f);
        c.Paragraph(Centred with { Italic = true, Before = 2 }, letter.PlaceAndDate);
    }

    private static void Link(PdfColumn c, string words, string? link)
    {
        if (link is null)
        {
            c.Paragraph(PdfStyle.Body with { Align = PdfAlign.Justified, FirstIndentMm = 10 }, words);
            return;
        }
        c.Beside((1, qr => qr.Qr(link, 30)), (4, text => Address(text, words, link)));
    }

    private static void Address(PdfColumn c, string words, string link)
    {
        c.Space(4);
        c.Paragraph(PdfStyle.Body with { Size = 12, After = 4 }, words);
        c.Paragraph(Small, new PdfSpan(link, Link: link));
    }

    private static void Copies(PdfColumn c, LetterText letter)
    {
        c.Paragraph(PdfStyle.Body with { Size = 12, Bold = true, Italic = true }, "Nơi nhận:");
        c.Paragraph(Small, "- Như trên;");
        foreach (var line in letter.CopyTo) c.Paragraph(Small, "- " + line.TrimStart('-', ' '));
    }

    private static void Signature(PdfColumn c, LetterText letter)
    {
        if (letter.Batch.Authority.Length > 0) c.Paragraph(Centred with { Bold = true }, letter.Batch.Authority.ToUpper(Language.CultureOf("vi")));
        c.Paragraph(Centred with { Bold = true }, letter.Batch.Position.ToUpper(Language.CultureOf("vi")));
        c.Space(24);
        c.Paragraph(Centred with { Bold = true }, letter.Batch.Signatory);
    }

    /// <summary>The Vietnamese letter is the one that is signed; English is for the reader's ease and says so.</summary>
    private static void English(PdfColumn c, LetterText letter)
    {
        var en = new Language(Language.English);
        c.NewPage();
        c.Paragraph(Small with { Italic = true, Grey = 0.3f, After = 8 }, "Translation for reference; the Vietnamese letter is the one that is signed.");
        c.Heading(en.Plain(letter.Batch.Subject.IsEmpty ? letter.Batch.WorkshopTitle : letter.Batch.Subject), 15);
        c.Paragraph(PdfStyle.Body with { After = 8 }, "To: ", new PdfSpan(en.Plain(letter.To.AgencyName), Bold: true));
        foreach (var text in letter.Paragraphs(en)) c.Paragraph(PdfStyle.Body with { Align = PdfAlign.Justified, After = 6 }, text);
        foreach (var (name, words) in letter.Facts(en)) c.Paragraph(PdfStyle.Body with { IndentMm = 5, After = 3 }, new PdfSpan(name + ": ", Bold: true), words);
        c.Paragraph(PdfStyle.Body with { Before = 6 }, letter.Answer(en));
    }
}
