using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Tests.Features.Registrations;

/// <summary>What a person does on the public form and on their private page, over real HTTP.</summary>
internal static class Registering
{
    private static int serial;

    public static string NewMailbox() => $"hoc-vien-{Guid.NewGuid():N}@donvi.example";

    /// <summary>A name nobody else in these tests has, without digits.</summary>
    public static string NewName() => "Trần Thị Thử " + string.Concat(Interlocked.Increment(ref serial).ToString("0000", System.Globalization.CultureInfo.InvariantCulture).Select(d => (char)('b' + (d - '0'))));

    public static Dictionary<string, string> Form(string name, string email, params (string Field, string Value)[] more)
    {
        var form = new Dictionary<string, string>
        {
            ["Input.FullName"] = name,
            ["Input.Email"] = email,
            ["Input.Agency"] = "Sở Công Thương thành phố Huế",
            ["Input.ProvinceId"] = "2025-46",
            ["Input.Position"] = "Chuyên viên",
        };
        foreach (var (field, value) in more) form[field] = value;
        return form;
    }

    public static Task<HttpResponseMessage> RegisterAsync(this TestSite site, Workshop workshop, string name, string email, params (string Field, string Value)[] more) =>
        site.Visitor().SendFormAsync($"/vi/workshops/{workshop.Code}/register", Form(name, email, more));

    /// <summary>Registers, and gives the link of the mail.</summary>
    public static async Task<string> LinkAsync(this TestSite site, Workshop workshop, string? name = null, string? email = null, params (string Field, string Value)[] more)
    {
        email ??= NewMailbox();
        var answer = await site.RegisterAsync(workshop, name ?? NewName(), email, more);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return Link((await site.MailsAsync(email))[^1]);
    }

    /// <summary>Registers and follows the link: a seat, or a place in line.</summary>
    public static async Task<string> SeatedAsync(this TestSite site, Workshop workshop, string? name = null, string? email = null, params (string Field, string Value)[] more)
    {
        var link = await site.LinkAsync(workshop, name, email, more);
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(link)).StatusCode);
        return link;
    }

    public static Task<List<OutboxMessage>> MailsAsync(this TestSite site, string email) =>
        site.DbAsync(db => db.OutboxMessages.AsNoTracking().Where(m => m.To == email).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync());

    public static string Link(OutboxMessage mail) => new Uri(Regex.Match(mail.Body, @"https?://\S+token=\S+").Value).PathAndQuery;

    public static async Task<string> ReadAsync(this TestSite site, string address) => Visits.Text(await site.Visitor().GetStringAsync(address));

    /// <summary>Presses a button of the private page; gives the page that follows.</summary>
    public static async Task<string> PressAsync(this TestSite site, string link, string handler, params (string Field, string Value)[] fields)
    {
        var visitor = site.Visitor();
        var answer = await visitor.SendFormAsync(link, fields.ToDictionary(f => f.Field, f => f.Value), link + "&handler=" + handler);
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        return Visits.Text(await visitor.GetStringAsync(answer.Headers.Location!.ToString()));
    }

    public static Task<Registration> OfAsync(this TestSite site, Workshop workshop, string name) => site.DbAsync(db => db.Registrations.AsNoTracking()
        .Where(r => r.WorkshopId == workshop.Id && db.Persons.Any(p => p.Id == r.PersonId && p.FullName == name)).SingleAsync());
}
