using Sen.Web.Features.Programmes.Releases;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Pdf;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Programmes.Printing;

/// <summary>The released agenda on paper: A4 to hang up and hand out, or an A5 booklet. Each sheet says which version it is and where the newest one is.</summary>
public static class PrintedProgramme
{
    public static byte[] A4(Workshop workshop, ReleasedAgenda agenda, SiteAddress site, Language l) =>
        PdfPaper.Print(About(workshop, agenda, l), PdfPage.A4.WithMargins(25, 20, 20, 22), c => Write(c, workshop, agenda, site, l, 1), Foot(agenda, l, 10));

    public static byte[] Booklet(Workshop workshop, ReleasedAgenda agenda, SiteAddress site, Language l) =>
        PdfBooklet.Print(About(workshop, agenda, l), c => Write(c, workshop, agenda, site, l, 0.82f), Foot(agenda, l, 8.5f));

    private static PdfAbout About(Workshop workshop, ReleasedAgenda agenda, Language l) => new(
        l["Chương trình: ", "Programme: "] + l.Plain(workshop.Title), Lead(workshop) is { } lead ? l.Plain(lead) : "Sen", l.Code, agenda.ReleasedAt);

    private static PdfMargin Foot(ReleasedAgenda agenda, Language l, float size) =>
        new(false, (page, of) => l[$"Bản số {agenda.Number}, công bố {l.Moment(agenda.ReleasedAt)} · trang {page}/{of}", $"Version {agenda.Number}, released {l.Moment(agenda.ReleasedAt)} · page {page} of {of}"], Size: size);

    private static void Write(PdfColumn paper, Workshop workshop, ReleasedAgenda agenda, SiteAddress site, Language l, float scale)
    {
        PdfStyle Style(float size, bool bold = false, PdfAlign align = PdfAlign.Left) => new() { Size = size * scale, Bold = bold, Align = align };
        if (Lead(workshop) is { } lead) paper.Paragraph(Style(12, align: PdfAlign.Center), l.Plain(lead));
        paper.Paragraph(Style(17, bold: true, PdfAlign.Center) with { Before = 10 * scale }, l["CHƯƠNG TRÌNH", "PROGRAMME"]);
        paper.Paragraph(Style(14, bold: true, PdfAlign.Center) with { Before = 2 * scale }, l.Plain(workshop.Title));
        var place = string.Join(", ", new[] { workshop.Venue, workshop.City }.Where(t => !t.IsEmpty).Select(l.Plain));
        paper.Paragraph(Style(12, align: PdfAlign.Center) with { Before = 2 * scale, After = 8 * scale }, l.Dates(workshop.StartsOn, workshop.EndsOn) + (place.Length > 0 ? " · " + place : ""));
        foreach (var day in agenda.DaysOf(workshop))
        {
            paper.Heading(DayWords(day, l), 13 * scale);
            var table = new PdfTable(19, 57, 24) { Ruling = PdfRuling.Rows, PaddingMm = 1.3f * scale, Style = Style(11.5f) }
                .Head(l["Giờ", "Time"], l["Nội dung", "Session"], l["Phòng", "Room"]);
            foreach (var s in day.Sessions)
                table.Row(c => c.Paragraph(Style(11.5f), AgendaChanges.Hours(s, l)), c => Session(c, s, l, scale), c => c.Paragraph(Style(11.5f), l.Plain(s.Room)));
            paper.Table(table);
        }
        var link = site.Link(l.Code, "/workshops/" + workshop.Code);
        paper.Space(5 * scale).Beside(
            (78, c => c.Paragraph(Style(10.5f), l["Chương trình có thể thay đổi. Quét mã hoặc mở ", "The programme may change. Scan the code or open "], new PdfSpan(link, Link: link), l[" để xem bản mới nhất.", " for the newest version."])),
            (22, c => c.Qr(link, 24 * scale, PdfAlign.Right)));
    }

    private static void Session(PdfColumn cell, AgendaSession s, Language l, float scale)
    {
        cell.Paragraph(new PdfStyle { Size = 11.5f * scale }, new PdfSpan(l.Plain(s.Title), Bold: true));
        foreach (var p in s.Speakers.OrderBy(p => p.Position))
        {
            var who = string.Join(", ", new[] { $"{p.Honorific} {p.Name}".Trim(), l.Plain(p.JobTitle), l.Plain(p.Organisation) }.Where(t => t.Length > 0));
            cell.Paragraph(new PdfStyle { Size = 10.5f * scale, Italic = true }, who + (p.OnBehalfOf.IsEmpty ? "" : l[", thay mặt ", ", on behalf of "] + l.Plain(p.OnBehalfOf)));
        }
    }

    internal static string DayWords(AgendaDay day, Language l) => day.Number == 0 ? l["Ngày chưa ghi nhận", "Day not recorded"]
        : day.Date is { } date ? $"{l.Weekday(date)}, {l.LongDate(date)}" : l[$"Ngày thứ {day.Number}", $"Day {day.Number}"];

    private static Bilingual? Lead(Workshop workshop) => workshop.Programme?.Organisers.OrderBy(o => o.Role).ThenBy(o => o.Position).FirstOrDefault()?.Name;
}
