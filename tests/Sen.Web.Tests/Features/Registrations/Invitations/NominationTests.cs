using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Invitations;
using Sen.Web.Features.Registrations.Seats;
using Sen.Web.Tests.Features.Registrations.Seats;

namespace Sen.Web.Tests.Features.Registrations.Invitations;

public sealed class NominationTests(TestSite site)
{
    [Fact]
    public async Task An_officer_names_people_to_the_seats_kept_for_the_agency_and_to_no_more()
    {
        var workshop = await site.WorkshopAsync(capacity: 3);
        var agency = (await site.AgenciesAsync(1))[0];
        await site.InviteAsync(workshop, [agency], seats: 2);
        // One seat is everybody's; the other two wait for the agency.
        Assert.IsType<Registered.Done>(await site.Services.RegisterAsync(workshop, SeatTools.Somebody(2)));
        var outsider = Assert.IsType<Registered.Done>(await site.Services.RegisterAsync(workshop, SeatTools.Somebody(2)));
        Assert.Equal(RegistrationState.Waiting, outsider.Registration.State);
        // That seats are kept is said; which agency has not answered yet is nobody's business.
        Assert.Equal("2 chỗ còn lại đang giữ cho: các cơ quan được mời.", outsider.Why);
        Assert.DoesNotContain(agency.Name.Vi, await site.ReadAsync($"/vi/workshops/{workshop.Code}"), StringComparison.Ordinal);

        var link = await site.OfficerAsync(agency);
        var (first, second, third) = (Registering.NewName(), Registering.NewName(), Registering.NewName());
        Assert.Contains("Đã đề cử. Người này có chỗ", (await site.NominateAsync(link, first)).Text, StringComparison.Ordinal);
        Assert.Contains("Đã đề cử. Người này có chỗ", (await site.NominateAsync(link, second)).Text, StringComparison.Ordinal);
        Assert.Contains("Cơ quan đã đề cử đủ 2 chỗ; người thêm đứng trong danh sách chờ.", (await site.NominateAsync(link, third)).Text, StringComparison.Ordinal);
        Assert.Equal((RegistrationState.Seated, RegistrationState.Seated, RegistrationState.Waiting), ((await site.OfAsync(workshop, first)).State, (await site.OfAsync(workshop, second)).State, (await site.OfAsync(workshop, third)).State));
        Assert.Equal(3, (await site.SeatsAsync(workshop)).Book.Taken);
        await site.CountersAreTrueAsync(workshop);
    }

    [Fact]
    public async Task The_nominee_gets_one_mail_with_a_private_page_of_their_own()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var agency = (await site.AgenciesAsync(1))[0];
        await site.InviteAsync(workshop, [agency]);
        var email = Registering.NewMailbox();
        await site.NominateAsync(await site.OfficerAsync(agency), Registering.NewName(), email);
        var mail = Assert.Single(await site.MailsAsync(email));
        Assert.StartsWith("Được cử dự hội thảo: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(agency.Name.Vi + " đã cử Ông/Bà", mail.Body, StringComparison.Ordinal);
        Assert.Contains("Ông/Bà đã có chỗ", await site.ReadAsync(Registering.Link(mail)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_replacement_takes_that_very_seat_while_a_crowd_waits_for_it()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var agency = (await site.AgenciesAsync(1))[0];
        await site.InviteAsync(workshop, [agency], seats: 1);
        var link = await site.OfficerAsync(agency);
        var name = Registering.NewName();
        await site.NominateAsync(link, name);
        for (var round = 0; round < 4; round++)
        {
            var (old, next) = ((await site.OfAsync(workshop, name)).Id, Registering.NewName());
            var crowd = Enumerable.Range(0, 6).Select(_ => Task.Run(() => site.Services.RegisterAsync(workshop, SeatTools.Somebody()))).ToList();
            var replaced = await site.NominateAsync(link, next, instead: old.ToString());
            await Task.WhenAll(crowd);
            Assert.Contains("Đã thay người.", replaced.Text, StringComparison.Ordinal);
            Assert.Equal(RegistrationState.Withdrawn, (await site.OfAsync(workshop, name)).State);
            Assert.Equal(RegistrationState.Seated, (await site.OfAsync(workshop, next)).State);
            name = next;
        }
        var states = await site.StatesAsync(workshop);
        Assert.Equal((1, 24), (states[RegistrationState.Seated], states[RegistrationState.Waiting]));
        await site.CountersAreTrueAsync(workshop);
    }

    /// <summary>The same in two steps: without the one step somebody in line gets the seat in between.</summary>
    [Fact]
    public async Task Control_withdrawing_first_and_naming_after_loses_a_seat_that_is_no_longer_kept()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var agency = (await site.AgenciesAsync(1))[0];
        var batch = await site.InviteAsync(workshop, [agency], seats: 1);
        var link = await site.OfficerAsync(agency);
        var (old, next) = (Registering.NewName(), Registering.NewName());
        await site.NominateAsync(link, old);
        await site.Services.RegisterAsync(workshop, SeatTools.Somebody());
        await site.PassDeadlineAsync(batch);
        await site.PressAsync(link, "Withdraw", ("id", (await site.OfAsync(workshop, old)).Id.ToString()));
        await site.NominateAsync(link, next);
        Assert.Equal(RegistrationState.Waiting, (await site.OfAsync(workshop, next)).State);
    }

    [Fact]
    public async Task Declining_gives_the_kept_seats_to_the_line_and_a_change_of_mind_gets_what_is_left()
    {
        var workshop = await site.WorkshopAsync(capacity: 2);
        var agency = (await site.AgenciesAsync(1))[0];
        var batch = await site.InviteAsync(workshop, [agency], seats: 2);
        var waiting = Assert.IsType<Registered.Done>(await site.Services.RegisterAsync(workshop, SeatTools.Somebody()));
        Assert.Equal(RegistrationState.Waiting, waiting.Registration.State);
        var link = await site.OfficerAsync(agency);
        Assert.Contains("Đã ghi: cơ quan không cử được.", await site.PressAsync(link, "Decline", ("Reason", "Trùng lịch công tác")), StringComparison.Ordinal);
        Assert.Equal(RegistrationState.Offered, await site.DbAsync(db => db.Registrations.Where(r => r.Id == waiting.Registration.Id).Select(r => r.State).SingleAsync()));
        await site.PressAsync(link, "Reopen");
        var again = await site.InvitationAsync(batch, agency);
        Assert.Equal((InvitationAnswer.None, 1, null), (again.Answer, again.KeptSeats, again.ReleasedAt));
        Assert.Equal(2, (await site.SeatsAsync(workshop)).Book.Taken + (await site.SeatsAsync(workshop)).Book.Kept);
    }

    [Fact]
    public async Task Declining_asks_for_a_reason_and_for_nobody_standing()
    {
        var workshop = await site.WorkshopAsync(capacity: 4);
        var agency = (await site.AgenciesAsync(1))[0];
        await site.InviteAsync(workshop, [agency]);
        var link = await site.OfficerAsync(agency);
        var answer = await site.Visitor().SendFormAsync(link, new() { ["Reason"] = " " }, link + "&handler=Decline");
        Assert.Contains("Ghi lý do, ví dụ: trùng lịch công tác", Visits.Text(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        await site.NominateAsync(link, Registering.NewName());
        Assert.Contains("rút họ trước", await site.PressAsync(link, "Decline", ("Reason", "Bận")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_deadline_passes_the_clock_gives_the_empty_seats_to_the_line()
    {
        var workshop = await site.WorkshopAsync(capacity: 3);
        var agency = (await site.AgenciesAsync(1))[0];
        var batch = await site.InviteAsync(workshop, [agency], seats: 2);
        var link = await site.OfficerAsync(agency);
        var named = Registering.NewName();
        await site.NominateAsync(link, named);
        for (var i = 0; i < 3; i++) await site.Services.RegisterAsync(workshop, SeatTools.Somebody());
        Assert.Equal(2, (await site.StatesAsync(workshop))[RegistrationState.Waiting]);
        await site.PassDeadlineAsync(batch);
        await site.Services.GetRequiredService<SeatClock>().RoundAsync(default);
        var states = await site.StatesAsync(workshop);
        Assert.Equal((1, 1, 1, 1), (states[RegistrationState.Seated], states[RegistrationState.Held], states[RegistrationState.Offered], states[RegistrationState.Waiting]));
        Assert.NotNull((await site.InvitationAsync(batch, agency)).ReleasedAt);
        var page = await site.ReadAsync(link);
        Assert.Contains("Đã quá hạn trả lời", page, StringComparison.Ordinal);
        Assert.Contains("Đã quá hạn nên không còn chỗ giữ riêng", page, StringComparison.Ordinal);
        // Who is named may still be replaced: the seat is theirs.
        Assert.Contains("Đã thay người.", (await site.NominateAsync(link, Registering.NewName(), instead: (await site.OfAsync(workshop, named)).Id.ToString())).Text, StringComparison.Ordinal);
        await site.CountersAreTrueAsync(workshop);
    }

    [Fact]
    public async Task What_is_typed_wrong_is_said_and_kept_and_nothing_is_recorded()
    {
        var workshop = await site.WorkshopAsync(capacity: 4);
        var agency = (await site.AgenciesAsync(1))[0];
        await site.InviteAsync(workshop, [agency]);
        var link = await site.OfficerAsync(agency);
        var answer = await site.Visitor().SendFormAsync(link, new() { ["Input.FullName"] = "Trần 123", ["Input.Position"] = "", ["Input.Email"] = "khong-phai-thu", ["Input.Phone"] = "12" }, link + "&handler=Nominate");
        var html = await answer.Content.ReadAsStringAsync();
        foreach (var sentence in new[] { "Ghi họ và tên bằng chữ", "Ghi chức vụ", "«khong-phai-thu» chưa phải", "«12» chưa phải là một số điện thoại" }) Assert.Contains(sentence, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("value=\"khong-phai-thu\"", html, StringComparison.Ordinal);
        Assert.Empty(await site.StatesAsync(workshop));
    }

    [Fact]
    public async Task The_same_person_is_not_named_twice_and_one_who_registered_alone_is_taken_over()
    {
        var workshop = await site.WorkshopAsync(capacity: 4);
        var agency = (await site.AgenciesAsync(1))[0];
        await site.InviteAsync(workshop, [agency]);
        var link = await site.OfficerAsync(agency);
        var (alone, email) = (Registering.NewName(), Registering.NewMailbox());
        await site.SeatedAsync(workshop, alone, email, ("Input.Agency", agency.Name.Vi));
        Assert.Equal(HttpStatusCode.Found, (await site.NominateAsync(link, alone, email)).Status);
        Assert.NotNull((await site.OfAsync(workshop, alone)).InvitationId);
        var (status, text) = await site.NominateAsync(link, alone, email);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("Người này đã được đề cử rồi.", text, StringComparison.Ordinal);
        Assert.Equal(1, (await site.SeatsAsync(workshop)).Book.Taken);
    }

    [Fact]
    public async Task A_wrong_link_opens_a_clear_page_and_no_invitation()
    {
        var workshop = await site.WorkshopAsync(capacity: 4);
        var agency = (await site.AgenciesAsync(1))[0];
        await site.InviteAsync(workshop, [agency]);
        var link = await site.OfficerAsync(agency);
        var visitor = site.Visitor();
        foreach (var wrong in new[] { link[..^4], link + "x", "/vi/invited?token=" + new string('a', 300), Regex.Replace(await site.SeatedAsync(workshop), "/registration", "/invited") })
        {
            var answer = await visitor.GetAsync(wrong);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var text = Visits.Text(await answer.Content.ReadAsStringAsync());
            Assert.Contains("Đường dẫn này không mở được giấy mời nào", text, StringComparison.Ordinal);
            Assert.DoesNotContain(agency.Name.Vi, text, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/vi/invited")).StatusCode);
    }

    [Fact]
    public async Task An_agency_sees_and_changes_its_own_people_alone()
    {
        var workshop = await site.WorkshopAsync(capacity: 8);
        var agencies = await site.AgenciesAsync(2);
        await site.InviteAsync(workshop, agencies);
        var (mine, theirs) = (await site.OfficerAsync(agencies[0]), await site.OfficerAsync(agencies[1]));
        var (name, email) = (Registering.NewName(), Registering.NewMailbox());
        await site.NominateAsync(theirs, name, email, phone: "0912 345 678");
        var page = await site.ReadAsync(mine);
        foreach (var secret in new[] { name, email, "0912", agencies[1].Name.Vi }) Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        // Not even the agency's own page shows a nominee's telephone or mail: a link may be passed on.
        foreach (var secret in new[] { email, "0912" }) Assert.DoesNotContain(secret, await site.ReadAsync(theirs), StringComparison.Ordinal);
        var id = (await site.OfAsync(workshop, name)).Id.ToString();
        await site.PressAsync(mine, "Withdraw", ("id", id));
        var (status, _) = await site.NominateAsync(mine, Registering.NewName(), instead: id);
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Equal(RegistrationState.Seated, (await site.OfAsync(workshop, name)).State);
    }

    [Fact]
    public async Task A_refused_nomination_leaves_nobody_behind()
    {
        var workshop = await site.WorkshopAsync(capacity: 4);
        var agency = (await site.AgenciesAsync(1))[0];
        await site.InviteAsync(workshop, [agency]);
        var link = await site.OfficerAsync(agency);
        var name = Registering.NewName();
        await site.NominateAsync(link, name, instead: Guid.NewGuid().ToString());
        Assert.Equal(0, await site.DbAsync(db => db.Persons.CountAsync(p => p.FullName == name)));
    }
}
