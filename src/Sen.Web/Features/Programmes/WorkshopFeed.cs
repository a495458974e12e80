using System.Globalization;
using System.Xml;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;
using Sen.Web.Platform.Text;

namespace Sen.Web.Features.Programmes;

/// <summary>The workshops as an Atom feed (RFC 4287), those that changed last first. An entry is one workshop for good: its id is the record's.</summary>
public static class WorkshopFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    public const string ContentType = "application/atom+xml; charset=utf-8";

    public static byte[] Of(IReadOnlyList<Workshop> workshops, SiteAddress site, Language l)
    {
        var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true }))
        {
            var self = site.Base + "/feed.atom?lang=" + l.Code;
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, l.Code);
            xml.WriteElementString("id", Atom, self);
            xml.WriteElementString("title", Atom, l["Hội thảo về sản xuất và tiêu dùng bền vững", "Workshops on sustainable consumption and production"]);
            xml.WriteElementString("updated", Atom, Moment(workshops.Select(CalendarMark.ChangeOf).DefaultIfEmpty(DateTime.UnixEpoch).Max()));
            Link(xml, "self", self, "application/atom+xml", l.Code);
            Link(xml, "alternate", site.Link(l.Code, "/workshops"), "text/html", l.Code);
            Author(xml, "Sen");
            foreach (var workshop in workshops.OrderByDescending(CalendarMark.ChangeOf).ThenBy(w => w.Code, StringComparer.Ordinal)) Entry(xml, workshop, site, l);
            xml.WriteEndElement();
        }
        return buffer.ToArray();
    }

    private static void Entry(XmlWriter xml, Workshop w, SiteAddress site, Language l)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("id", Atom, "urn:uuid:" + w.Id.ToString("D"));
        var (title, lang) = w.Title.In(l.Code);
        Text(xml, "title", (w.Status == WorkshopStatus.Cancelled ? l["Đã hủy: ", "Cancelled: "] : "") + title, lang, l);
        xml.WriteElementString("updated", Atom, Moment(CalendarMark.ChangeOf(w)));
        Link(xml, "alternate", site.Link(l.Code, "/workshops/" + w.Code), "text/html", l.Code);
        Link(xml, "alternate", site.Link(l.Other, "/workshops/" + w.Code), "text/html", l.Other);
        Link(xml, "related", site.Base + $"/workshops/{w.Code}.ics?lang={l.Code}", "text/calendar", l.Code);
        foreach (var organiser in w.Programme?.Organisers.Where(o => o.Role == OrganiserRole.Lead).OrderBy(o => o.Position) ?? Enumerable.Empty<ProgrammeOrganiser>()) Author(xml, l.Plain(organiser.Name));
        if (w.Programme is { } programme)
        {
            xml.WriteStartElement("category", Atom);
            xml.WriteAttributeString("term", programme.Code);
            xml.WriteAttributeString("label", Printable.Line(l.Plain(programme.Title)));
            xml.WriteEndElement();
        }
        var place = string.Join(", ", new[] { w.Venue, w.City }.Where(t => !t.IsEmpty).Select(l.Plain));
        var lines = new[]
        {
            w.Status switch { WorkshopStatus.Cancelled => l["Hội thảo này không tổ chức.", "This workshop will not take place."], WorkshopStatus.Held => l["Đã tổ chức.", "Held."], _ => "" },
            $"{l["Thời gian", "Dates"]}: {l.Dates(w.StartsOn, w.EndsOn)}.",
            $"{l["Nơi tổ chức", "Place"]}: {(place.Length > 0 ? place : l.NotRecorded)}.",
            l.Plain(w.Summary),
        };
        Text(xml, "summary", string.Join(' ', lines.Where(t => t.Length > 0)), l.Code, l);
        xml.WriteEndElement();
    }

    private static void Text(XmlWriter xml, string name, string text, string lang, Language l)
    {
        xml.WriteStartElement(name, Atom);
        if (lang != l.Code) xml.WriteAttributeString("xml", "lang", null, lang);
        xml.WriteString(Printable.Line(text));
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, string rel, string href, string type, string lang)
    {
        xml.WriteStartElement("link", Atom);
        foreach (var (name, value) in new[] { ("rel", rel), ("type", type), ("hreflang", lang), ("href", href) }) xml.WriteAttributeString(name, value);
        xml.WriteEndElement();
    }

    private static void Author(XmlWriter xml, string name)
    {
        if (Printable.Line(name) is not { Length: > 0 } line) return;
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, line);
        xml.WriteEndElement();
    }

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
