using System.Net;
using Ical.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.People;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations;

public sealed class OwnPageTests(TestSite site)
{
    [Fact]
    public async Task The_secret_of_a_link_stands_in_the_mail_alone()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var link = await site.SeatedAsync(workshop);
        var secret = link.Split("token=")[1];
        Assert.Equal(["outbox_messages.body"], await site.ColumnsWithAsync(secret));
    }

    [Fact]
    public async Task A_link_opens_its_own_registration_and_a_changed_one_nothing()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var (mine, theirs) = (Registering.NewName(), Registering.NewName());
        var link = await site.SeatedAsync(workshop, mine);
        await site.SeatedAsync(workshop, theirs);
        var answer = await site.Visitor().GetAsync(link);
        Assert.Equal(("no-cache, no-store", "no-referrer", "noindex, nofollow"), (string.Join(", ", answer.Headers.GetValues("Cache-Control").SelectMany(v => v.Split(", ")).Order(StringComparer.Ordinal)), answer.Headers.GetValues("Referrer-Policy").Single(), string.Join(", ", answer.Headers.GetValues("X-Robots-Tag"))));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(mine, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain(theirs, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        foreach (var wrong in new[] { link[..^1], link + "x", "/vi/registration?token=" + (await site.OfAsync(workshop, theirs)).Id })
        {
            var unknown = await site.Visitor().GetAsync(wrong);
            Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
            var text = Visits.Text(await unknown.Content.ReadAsStringAsync());
            Assert.Contains("Đường dẫn này không mở được đăng ký nào", text, StringComparison.Ordinal);
            Assert.Contains("Gửi đường dẫn cho tôi", text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await site.Visitor().GetAsync("/vi/registration")).StatusCode);
    }

    [Fact]
    public async Task A_seat_given_back_is_offered_to_the_next_who_takes_it()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var (first, second, secondBox) = (Registering.NewName(), Registering.NewName(), Registering.NewMailbox());
        var one = await site.SeatedAsync(workshop, first);
        await site.LinkAsync(workshop, second, secondBox);
        Assert.Contains("Đăng ký đã rút", await site.PressAsync(one, "Withdraw"), StringComparison.Ordinal);
        var offer = (await site.MailsAsync(secondBox))[^1];
        Assert.StartsWith("Mời nhận chỗ: ", offer.Subject, StringComparison.Ordinal);
        var two = Registering.Link(offer);
        Assert.Contains("Có một chỗ dành cho Ông/Bà Chỗ này giữ cho Ông/Bà đến 25/11/2026 ", await site.ReadAsync(two), StringComparison.Ordinal);
        Assert.Contains("Ông/Bà đã có chỗ", await site.PressAsync(two, "Accept"), StringComparison.Ordinal);
        // The first changes their mind: behind whoever waits, here at the end of an empty line.
        Assert.Contains("Ông/Bà đứng thứ 1 trong danh sách chờ", await site.PressAsync(one, "ComeBack"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declined_and_an_expired_offer_go_on_to_the_next()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var one = await site.SeatedAsync(workshop);
        var (b, c, d) = (Registering.NewMailbox(), Registering.NewMailbox(), Registering.NewMailbox());
        foreach (var box in new[] { b, c, d }) await site.LinkAsync(workshop, email: box);
        await site.PressAsync(one, "Withdraw");
        var declined = Registering.Link((await site.MailsAsync(b))[^1]);
        Assert.Contains("Ông/Bà đã từ chối chỗ được mời", await site.PressAsync(declined, "Decline"), StringComparison.Ordinal);

        var late = Registering.Link((await site.MailsAsync(c))[^1]);
        var past = site.Clock.GetUtcNow().UtcDateTime.AddMinutes(-1);
        await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == workshop.Id && r.State == RegistrationState.Offered).ExecuteUpdateAsync(r => r.SetProperty(x => x.SeatKeptUntil, past)));
        var answer = await site.PressAsync(late, "Accept");
        Assert.Contains("Lời mời này không còn hiệu lực", answer, StringComparison.Ordinal);
        Assert.Contains("Chỗ đã hết hạn giữ", answer, StringComparison.Ordinal);
        Assert.Contains("Ông/Bà đã có chỗ", await site.PressAsync(Registering.Link((await site.MailsAsync(d))[^1]), "Accept"), StringComparison.Ordinal);
        Assert.Equal([RegistrationState.Seated, RegistrationState.Declined, RegistrationState.Expired, RegistrationState.Withdrawn], (await site.RegistrationsAsync(workshop)).Select(r => r.State).Order());
    }

    [Fact]
    public async Task What_was_said_is_changed_by_its_owner_and_a_cap_that_is_reached_keeps_it_as_it_was()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var name = Registering.NewName();
        var link = await site.SeatedAsync(workshop, name);
        await site.InScopeAsync(async s =>
        {
            var db = s.GetRequiredService<Sen.Web.Data.AppDb>();
            db.SeatLimits.Add(new SeatLimit { WorkshopId = workshop.Id, Name = new Bilingual("Vĩnh Long", "Vinh Long"), Provinces = "2025-86", AtMost = 0 });
            return await db.SaveChangesAsync();
        });
        var form = link.Replace("/registration?", "/registration/change?", StringComparison.Ordinal);
        var visitor = site.Visitor();
        Dictionary<string, string> Changed(string agency, string province) => new() { ["Input.Position"] = "Trưởng phòng", ["Input.Agency"] = agency, ["Input.ProvinceId"] = province, ["Input.Diet"] = "ăn chay", ["Input.AccessNeeds"] = "" };
        var refused = Visits.Text(await (await visitor.SendFormAsync(form, Changed("Sở Công Thương tỉnh Vĩnh Long", "2025-86"))).Content.ReadAsStringAsync());
        Assert.Contains("Chưa đổi được sang cơ quan hoặc tỉnh này. Hạn mức «Vĩnh Long» đã đủ: 0 trên 0.", refused, StringComparison.Ordinal);
        Assert.Equal(("Chuyên viên", "2025-46"), await StandsAsync());

        var saved = await visitor.SendFormAsync(form, Changed("Sở Tài chính thành phố Huế", "2025-46"));
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Equal(("Trưởng phòng", "2025-46"), await StandsAsync());
        Assert.Contains("ăn chay", await site.ReadAsync(link), StringComparison.Ordinal);

        async Task<(string, string?)> StandsAsync() => await site.OfAsync(workshop, name) is var r ? (r.Position, r.ProvinceId) : default;
    }

    [Fact]
    public async Task A_known_telephone_with_a_new_mailbox_gets_the_mail_but_opens_nothing_else()
    {
        var (before, now) = (await site.WorkshopAsync(capacity: 5), await site.WorkshopAsync(capacity: 5));
        var (name, known, typed) = (Registering.NewName(), Registering.NewMailbox(), Registering.NewMailbox());
        await site.SeatedAsync(before, name, known, ("Input.Phone", "0912 300 002"));
        var link = await site.SeatedAsync(now, name, typed, ("Input.Phone", "0912 300 002"));
        Assert.Equal((await site.OfAsync(before, name)).PersonId, (await site.OfAsync(now, name)).PersonId);
        var html = WebUtility.HtmlDecode(await site.Visitor().GetStringAsync(link));
        Assert.Contains("Ông/Bà đã có chỗ", html, StringComparison.Ordinal);
        Assert.DoesNotContain(known, html, StringComparison.Ordinal);
        Assert.DoesNotContain(before.Title.Vi, html, StringComparison.Ordinal);
        Assert.DoesNotContain(known, await site.Visitor().GetStringAsync(link + "&handler=Data"), StringComparison.Ordinal);
        // Their own mailbox stays the one that is known.
        Assert.Equal(known, await site.DbAsync(db => db.Persons.Where(p => p.FullName == name).Select(p => p.Email).SingleAsync()));
    }

    [Fact]
    public async Task Links_are_sent_again_all_in_one_mail_and_the_page_says_the_same_to_everybody()
    {
        var (one, two) = (await site.WorkshopAsync(capacity: 5), await site.WorkshopAsync(capacity: 5));
        var (name, email, nobody) = (Registering.NewName(), Registering.NewMailbox(), Registering.NewMailbox());
        await site.SeatedAsync(one, name, email);
        await site.SeatedAsync(two, name, email);
        async Task<string> AskAsync(string address) => Visits.Text(await (await site.Visitor().SendFormAsync("/vi/registration/again", new() { ["Email"] = address })).Content.ReadAsStringAsync());
        Assert.Equal(await AskAsync(nobody), await AskAsync(email.ToUpperInvariant()));
        Assert.Empty(await site.MailsAsync(nobody));
        var mail = (await site.MailsAsync(email))[^1];
        Assert.Equal("Đường dẫn đăng ký của Ông/Bà", mail.Subject);
        var links = System.Text.RegularExpressions.Regex.Matches(mail.Body, @"https?://\S+token=\S+").Select(m => new Uri(m.Value).PathAndQuery).ToList();
        Assert.Equal(2, links.Count);
        foreach (var link in links) Assert.Contains("Ông/Bà đã có chỗ", await site.ReadAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seat_is_confirmed_on_paper_for_whoever_has_one()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var name = Registering.NewName();
        var paper = (await site.SeatedAsync(workshop, name)).Replace("/registration?", "/registration/paper?", StringComparison.Ordinal);
        var text = await site.ReadAsync(paper);
        Assert.Contains("GIẤY XÁC NHẬN ĐĂNG KÝ", text, StringComparison.Ordinal);
        Assert.Contains(name, text, StringComparison.Ordinal);
        var number = await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == workshop.Id).Select(r => r.TicketNumber).SingleAsync());
        Assert.Contains(TicketNumber.Shown(number!), text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/vi/registration/paper?token=x")).StatusCode);
        await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == workshop.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.State, RegistrationState.Withdrawn)));
        Assert.Equal(paper.Replace("/paper?", "?", StringComparison.Ordinal), (await site.Visitor().GetAsync(paper)).Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_calendar_file_has_a_day_each_in_the_zone_of_the_programme()
    {
        var link = await site.SeatedAsync(await site.DbAsync(db => db.Workshops.AsNoTracking().SingleAsync(w => w.Code == "can-tho-2026")));
        var address = link.Replace("/registration?", "/registration/calendar?", StringComparison.Ordinal);
        var answer = await site.Visitor().GetAsync(address);
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.All(text.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        var calendar = Calendar.Load(text)!;
        Assert.Equal(["Asia/Ho_Chi_Minh"], calendar.TimeZones.Select(z => z.TzId));
        Assert.Equal([("2026-12-08 07:30", "2026-12-08 16:30"), ("2026-12-09 07:45", "2026-12-09 16:30")], calendar.Events.OrderBy(e => e.Start).Select(e => (Local(e.Start!), Local(e.End!))));
        Assert.Equal([TimeSpan.FromHours(-7), TimeSpan.FromHours(-7)], calendar.Events.Select(e => e.Start!.AsUtc - e.Start.Value));
        Assert.Equal(calendar.Events.Select(e => e.Uid), Calendar.Load(await site.Visitor().GetStringAsync(address))!.Events.Select(e => e.Uid));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/vi/registration/calendar?token=x")).StatusCode);

        static string Local(Ical.Net.DataTypes.CalDateTime time) => time.Value.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    }
}
