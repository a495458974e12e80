using System.Globalization;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Data;
using Sen.Web.Features.Programmes;
using Sen.Web.Platform;
using Sen.Web.Platform.Cards;
using Sen.Web.Platform.Languages;
using Sen.Web.Platform.Settings;

namespace Sen.Web.Features.Home;

/// <summary>What the outside world follows the site by: the feed, the map for search engines, and the pictures beside shared links.</summary>
public static class OutsideEndpoints
{
    private const string Sitemap = "http://www.sitemaps.org/schemas/sitemap/0.9", Xhtml = "http://www.w3.org/1999/xhtml";

    public static void MapOutside(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/feed.atom", ["GET", "HEAD"], async (string? lang, AppDb db, SiteAddress site, CancellationToken ct) =>
        {
            if (CalendarEndpoints.Speaking(lang) is not { } l) return CalendarEndpoints.NotALanguage();
            var workshops = await db.Workshops.AsNoTracking().Followed().Include(w => w.Programme!.Organisers).AsSplitQuery().OrderBy(w => w.Code).ToListAsync(ct);
            return new TaggedAnswer(WorkshopFeed.ContentType, WorkshopFeed.Of(workshops, site, l)) { Language = l.Code };
        }).AllowAnonymous().CacheOutput(PublicPages.Policy).WithMetadata(new ReadsQueryAttribute("lang"));

        routes.MapMethods("/sitemap.xml", ["GET", "HEAD"], async (AppDb db, SiteAddress site, CancellationToken ct) => new TaggedAnswer("application/xml; charset=utf-8", await MapAsync(db, site, ct)))
            .AllowAnonymous().CacheOutput(PublicPages.Policy);

        routes.MapMethods("/cards/{lang:lang}.png", ["GET", "HEAD"], (string lang, CardPictures cards) =>
            new TaggedAnswer("image/png", cards.Of(SiteCard(new Language(lang))))).AllowAnonymous();

        routes.MapMethods("/cards/{lang:lang}/{code}.png", ["GET", "HEAD"], async (string lang, string code, AppDb db, CardPictures cards, CancellationToken ct) =>
        {
            var l = new Language(lang);
            var w = await db.Workshops.AsNoTracking().Where(w => w.Code == code && w.Status != WorkshopStatus.Draft)
                .Select(w => new { w.Title, w.City, w.StartsOn, w.EndsOn, w.Status, Programme = w.Programme!.Title }).FirstOrDefaultAsync(ct);
            if (w is null) return Results.NotFound();
            var where = w.City.IsEmpty ? "" : " · " + l.Plain(w.City);
            return new TaggedAnswer("image/png", cards.Of(new Card(l.Plain(w.Programme), l.Plain(w.Title), l.Dates(w.StartsOn, w.EndsOn) + where, w.Status == WorkshopStatus.Cancelled ? l["Đã hủy", "Cancelled"] : "")));
        }).AllowAnonymous();
    }

    private static Card SiteCard(Language l) => new("Sen", l["Từ hội trường tập huấn đến từng đồng tiết kiệm ở nhà máy", "From a seat in the training hall to every đồng saved at the factory"],
        l["Sản xuất và tiêu dùng bền vững", "Sustainable consumption and production"], "");

    private static async Task<byte[]> MapAsync(AppDb db, SiteAddress site, CancellationToken ct)
    {
        var workshops = await db.Workshops.AsNoTracking().Followed().Include(w => w.Programme).OrderBy(w => w.Code).ToListAsync(ct);
        var buffer = new MemoryStream();
        await using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), Indent = true, Async = true }))
        {
            xml.WriteStartElement("urlset", Sitemap);
            xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
            foreach (var page in new[] { "", "/workshops", "/places", "/privacy", "/accessibility" }) Add(xml, site, page, null);
            foreach (var series in workshops.GroupBy(w => w.Programme!.Code).OrderBy(g => g.Key, StringComparer.Ordinal)) Add(xml, site, "/programmes/" + series.Key, series.Max(CalendarMark.ChangeOf));
            foreach (var workshop in workshops) Add(xml, site, "/workshops/" + workshop.Code, CalendarMark.ChangeOf(workshop));
            xml.WriteEndElement();
        }
        return buffer.ToArray();
    }

    /// <summary>A page in each language, each naming both.</summary>
    private static void Add(XmlWriter xml, SiteAddress site, string page, DateTime? changed)
    {
        foreach (var lang in Language.All)
        {
            xml.WriteStartElement("url", Sitemap);
            xml.WriteElementString("loc", Sitemap, site.Link(lang, page));
            if (changed is { } at) xml.WriteElementString("lastmod", Sitemap, at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            foreach (var other in Language.All)
            {
                xml.WriteStartElement("xhtml", "link", Xhtml);
                foreach (var (name, value) in new[] { ("rel", "alternate"), ("hreflang", other), ("href", site.Link(other, page)) }) xml.WriteAttributeString(name, value);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
        }
    }
}
