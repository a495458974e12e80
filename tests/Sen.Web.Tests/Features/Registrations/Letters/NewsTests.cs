using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Platform.Outbox;

namespace Sen.Web.Tests.Features.Registrations.Letters;

/// <summary>Stopping what is not needed for the event, and only that.</summary>
public sealed class NewsTests(TestSite site)
{
    private static readonly (string, string) Agrees = ("Input.Consents", "LaterWorkshops");

    [Fact]
    public async Task Who_has_not_agreed_gets_no_news_and_is_named_to_the_organiser()
    {
        var (here, elsewhere) = (await site.WorkshopAsync(), await site.WorkshopAsync());
        var (silent, willing, before) = (Registering.NewMailbox(), Registering.NewMailbox(), Registering.NewMailbox());
        var (name, early) = (Registering.NewName(), Registering.NewName());
        await site.SeatedAsync(here, name, silent);
        var own = await site.SeatedAsync(here, null, willing, Agrees);
        // A «yes» at another workshop of the programme holds here too.
        await site.SeatedAsync(elsewhere, early, before, Agrees);
        await site.SeatedAsync(here, early, before);
        Assert.Null(await NewsAsync(here, silent));
        Assert.NotNull(await NewsAsync(here, willing));
        Assert.NotNull(await NewsAsync(here, before));
        Assert.NotNull(await SentAsync(here, silent, LetterSort.Needed));
        var letter = await site.LetterAsync(here, l => l.Sort = LetterSort.News);
        var review = Visits.Text(await (await site.SignedInAsync()).GetStringAsync($"/vi/desk/workshops/{here.Code}/letters/{letter.Id}"));
        Assert.Contains("Chưa đồng ý nhận thư tin: 1 người, không nhận thư này", review, StringComparison.Ordinal);
        Assert.Contains(name, review, StringComparison.Ordinal);

        await site.PressAsync(own, "Consent", ("purpose", "LaterWorkshops"), ("give", "false"));
        Assert.Null(await NewsAsync(here, willing));
    }

    [Fact]
    public async Task One_click_of_a_mail_program_stops_the_programme_s_news_and_nothing_else()
    {
        var (here, there) = (await site.WorkshopAsync(), await site.WorkshopAsync());
        var (name, email) = (Registering.NewName(), Registering.NewMailbox());
        await site.SeatedAsync(here, name, email, Agrees);
        await site.SeatedAsync(there, name, email, Agrees);
        var way = new Uri((await NewsAsync(here, email))!.UnsubscribeUrl).PathAndQuery;
        // A look at the page, as scanners of mails do, stops nothing.
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync(way)).StatusCode);
        Assert.NotNull(await NewsAsync(there, email));

        var click = await site.Visitor().PostAsync(way, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
        Assert.Equal(HttpStatusCode.OK, click.StatusCode);
        Assert.Null(await NewsAsync(here, email));
        Assert.Null(await NewsAsync(there, email));
        Assert.Contains("Cần", (await SentAsync(here, email, LetterSort.Needed))!.Subject, StringComparison.Ordinal);
        var refusal = await site.DbAsync(db => db.NewsRefusals.AsNoTracking().SingleAsync(r => r.Address == email));
        Assert.Contains("Chuỗi tập huấn mẫu 2026", refusal.Wording, StringComparison.Ordinal);
        Assert.Equal([true], await site.DbAsync(db => db.Consents.Where(c => db.Registrations.Any(r => r.Id == c.RegistrationId && r.WorkshopId == here.Id)).Select(c => c.WithdrawnAt != null).ToListAsync()));
    }

    [Fact]
    public async Task A_person_confirms_chooses_everything_and_takes_it_back_on_the_private_page()
    {
        var workshop = await site.WorkshopAsync();
        var email = Registering.NewMailbox();
        var own = await site.SeatedAsync(workshop, null, email, Agrees);
        var way = new Uri((await NewsAsync(workshop, email))!.UnsubscribeUrl).PathAndQuery;
        Assert.Contains("Thôi nhận thư tin?", await site.ReadAsync(way), StringComparison.Ordinal);
        var visitor = site.Visitor();
        Assert.Equal(HttpStatusCode.Found, (await visitor.PostAsync(way, new FormUrlEncodedContent([new("scope", "all")]))).StatusCode);
        Assert.Contains("Không thư tin nào của hệ thống này được gửi nữa.", await site.ReadAsync(way), StringComparison.Ordinal);
        // Again changes nothing: one refusal stands.
        await visitor.PostAsync(way, new FormUrlEncodedContent([new("scope", "all")]));
        Assert.Equal(1, await site.DbAsync(db => db.NewsRefusals.CountAsync(r => r.Address == email)));
        Assert.Null(await NewsAsync(workshop, email));
        Assert.Contains("Ông/Bà đã thôi nhận mọi thư tin.", await site.ReadAsync(own), StringComparison.Ordinal);
        Assert.Contains("Ông/Bà lại nhận thư tin.", await site.PressAsync(own, "News", ("scope", "back")), StringComparison.Ordinal);
        Assert.NotNull(await NewsAsync(workshop, email));
        Assert.NotNull((await site.DbAsync(db => db.NewsRefusals.AsNoTracking().SingleAsync(r => r.Address == email))).TakenBackAt);
    }

    [Fact]
    public async Task Only_the_hash_of_the_way_out_is_kept_and_another_text_opens_nothing()
    {
        var workshop = await site.WorkshopAsync();
        var email = Registering.NewMailbox();
        await site.SeatedAsync(workshop, null, email, Agrees);
        var mail = (await NewsAsync(workshop, email))!;
        var secret = mail.UnsubscribeUrl[(mail.UnsubscribeUrl.IndexOf("token=", StringComparison.Ordinal) + 6)..];
        Assert.Contains(mail.UnsubscribeUrl, mail.Body, StringComparison.Ordinal);
        Assert.Equal(0, await site.DbAsync(db => db.LetterRecipients.CountAsync(r => r.StopHash == secret)));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/vi/letters/stop?token=" + secret[..^2] + "xx")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().PostAsync("/vi/letters/stop?token=", new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]))).StatusCode);
        var page = await site.Visitor().GetAsync(new Uri(mail.UnsubscribeUrl).PathAndQuery);
        Assert.Contains("no-store", page.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Contains("no-referrer", page.Headers.GetValues("Referrer-Policy"));
    }

    [Fact]
    public async Task Whoever_registers_somebody_else_with_a_mailbox_of_their_own_stops_only_that_one()
    {
        var (first, second) = (await site.WorkshopAsync(), await site.WorkshopAsync());
        var (name, email, stranger) = (Registering.NewName(), Registering.NewMailbox(), Registering.NewMailbox());
        await site.SeatedAsync(first, name, email, Agrees, ("Input.Phone", "0912 300 456"));
        await site.SeatedAsync(second, name, stranger, Agrees, ("Input.Phone", "0912 300 456"));
        var way = new Uri((await NewsAsync(second, stranger))!.UnsubscribeUrl).PathAndQuery;
        await site.Visitor().PostAsync(way, new FormUrlEncodedContent([new("scope", "all")]));
        Assert.Null(await NewsAsync(second, stranger));
        Assert.NotNull(await NewsAsync(first, email));
    }

    private Task<OutboxMessage?> NewsAsync(Workshop workshop, string email) => SentAsync(workshop, email, LetterSort.News);

    /// <summary>Sends a letter of this sort; gives the mail that went to the address.</summary>
    private async Task<OutboxMessage?> SentAsync(Workshop workshop, string email, LetterSort sort)
    {
        var letter = await site.LetterAsync(workshop, l => (l.Sort, l.Subject.Vi) = (sort, sort == LetterSort.News ? "Tin" : "Cần"));
        await site.SendAsync(letter);
        return (await site.MailsOfAsync(letter)).Find(m => m.To == email);
    }
}
