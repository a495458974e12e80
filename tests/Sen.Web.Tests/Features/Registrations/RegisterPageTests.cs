using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Tests.Features.Registrations;

public sealed class RegisterPageTests(TestSite site)
{
    [Fact]
    public async Task A_person_registers_follows_the_link_and_has_a_seat()
    {
        var workshop = await site.WorkshopAsync(capacity: 2);
        var (name, email) = (Registering.NewName(), Registering.NewMailbox());
        var visitor = site.Visitor();
        var answer = await visitor.SendFormAsync($"/vi/workshops/{workshop.Code}/register", Registering.Form(name, email));
        Assert.Equal((HttpStatusCode.Found, $"/vi/workshops/{workshop.Code}/register/sent"), (answer.StatusCode, answer.Headers.Location!.ToString()));
        var next = Visits.Text(await visitor.GetStringAsync(answer.Headers.Location));
        Assert.Contains("Thư đang được gửi đến h…@donvi.example", next, StringComparison.Ordinal);
        Assert.Contains("Mở đường dẫn trong thư trước 24/11/2026 ", next, StringComparison.Ordinal);
        Assert.DoesNotContain(email, next, StringComparison.Ordinal);

        var mail = Assert.Single(await site.MailsAsync(email));
        Assert.Equal((true, $"Xin xác nhận chỗ: {workshop.Title.Vi}"), (mail.HoldsSecret, mail.Subject));
        Assert.Equal(RegistrationState.Held, (await site.OfAsync(workshop, name)).State);
        var page = await site.ReadAsync(Registering.Link(mail));
        Assert.Contains("Đã xác nhận: chỗ này là của Ông/Bà.", page, StringComparison.Ordinal);
        Assert.Contains("Ông/Bà đã có chỗ", page, StringComparison.Ordinal);
        var seat = await site.OfAsync(workshop, name);
        Assert.Equal((RegistrationState.Seated, "Sở Công Thương thành phố Huế", "2025-46"), (seat.State, seat.AgencyName, seat.ProvinceId));
        Assert.Contains(TicketNumber.Shown(seat.TicketNumber!), page, StringComparison.Ordinal);
        // Following it again changes nothing and says nothing of confirming.
        Assert.DoesNotContain("Đã xác nhận", await site.ReadAsync(Registering.Link(mail)), StringComparison.Ordinal);
        Assert.Equal(seat.ChangedAt, (await site.OfAsync(workshop, name)).ChangedAt);
    }

    [Fact]
    public async Task Who_only_asks_for_the_head_of_the_link_confirms_nothing()
    {
        var workshop = await site.WorkshopAsync(capacity: 2);
        var name = Registering.NewName();
        var link = await site.LinkAsync(workshop, name);
        await site.Visitor().SendAsync(new HttpRequestMessage(HttpMethod.Head, link));
        Assert.Equal(RegistrationState.Held, (await site.OfAsync(workshop, name)).State);
    }

    [Fact]
    public async Task When_it_is_full_the_form_says_so_and_the_next_waits_with_the_reason()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        await site.SeatedAsync(workshop);
        var html = await site.Visitor().GetStringAsync($"/en/workshops/{workshop.Code}/register");
        Assert.Contains("Join the waiting list</button>", html, StringComparison.Ordinal);
        Assert.Contains("0 of 1 seats left", html, StringComparison.Ordinal);
        var email = Registering.NewMailbox();
        var link = await site.LinkAsync(workshop, email: email);
        Assert.Contains("Ông/Bà đã vào danh sách chờ. Cả 1 chỗ đã có người.", Assert.Single(await site.MailsAsync(email)).Body, StringComparison.Ordinal);
        var page = await site.ReadAsync(link);
        Assert.Contains("Ông/Bà đứng thứ 1 trong danh sách chờ", page, StringComparison.Ordinal);
        Assert.Contains("Cả 1 chỗ đã có người.", page, StringComparison.Ordinal);
        Assert.Contains("1 person is waiting", await site.ReadAsync($"/en/workshops/{workshop.Code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_answers_the_same_to_somebody_who_is_here_already()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var (name, email) = (Registering.NewName(), Registering.NewMailbox());
        async Task<string> AnswerAsync()
        {
            var visitor = site.Visitor();
            var answer = await visitor.SendFormAsync($"/vi/workshops/{workshop.Code}/register", Registering.Form(name.ToUpperInvariant(), email.ToUpperInvariant()));
            return answer.Headers.Location + " " + System.Text.RegularExpressions.Regex.Replace(Visits.Text(await visitor.GetStringAsync(answer.Headers.Location)), @"\d\d:\d\d", "");
        }
        var first = await AnswerAsync();
        // A second press of the button: the same answer, and no second mail.
        Assert.Equal(first, await AnswerAsync());
        Assert.Single(await site.MailsAsync(email));
        await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == workshop.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.CreatedAt, x => x.CreatedAt.AddHours(-1))));
        Assert.Equal(first, await AnswerAsync());
        Assert.Equal(["Xin xác nhận chỗ: ", "Ông/Bà đã đăng ký: "], (await site.MailsAsync(email)).Select(m => m.Subject.Replace(workshop.Title.Vi, "", StringComparison.Ordinal)));
        Assert.Single(await site.RegistrationsAsync(workshop));
    }

    [Fact]
    public async Task The_same_mailbox_and_telephone_with_another_name_are_another_person()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var email = Registering.NewMailbox();
        await site.SeatedAsync(workshop, email: email, more: ("Input.Phone", "0912 300 001"));
        await site.SeatedAsync(workshop, email: email, more: ("Input.Phone", "0912 300 001"));
        Assert.Equal(2, (await site.RegistrationsAsync(workshop)).Select(r => r.PersonId).Distinct().Count());
    }

    [Fact]
    public async Task Every_mistake_is_told_at_once_and_nothing_typed_is_lost()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var answer = await site.RegisterAsync(workshop, "Trần 123", "khong-phai-thu", ("Input.Phone", "0912"), ("Input.Position", ""), ("Input.Agency", "Công ty Ví Dụ"), ("Input.ProvinceId", ""),
            ("Input.Diet", "ăn chay"), ("Input.Consents", "Photos"), ("Input.Honorific", "Bà"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Còn 5 chỗ cần sửa", html, StringComparison.Ordinal);
        // In the order of the boxes.
        Assert.Equal(["#Input_FullName", "#Input_Email", "#Input_Phone", "#Input_ProvinceId", "#Input_Position"], System.Text.RegularExpressions.Regex.Matches(html, "<li><a href=\"([^\"]+)\"").Select(m => m.Groups[1].Value).Where(a => a[0] == '#'));
        foreach (var complaint in new[] { "Ghi họ và tên bằng chữ", "«khong-phai-thu» chưa phải là địa chỉ thư", "«0912» chưa phải là một số điện thoại", "Ghi chức vụ", "Chọn tỉnh, thành phố nơi Ông/Bà công tác" })
            Assert.Contains(complaint, html, StringComparison.Ordinal);
        foreach (var kept in new[] { "value=\"Trần 123\"", "value=\"khong-phai-thu\"", "value=\"0912\"", "value=\"Công ty Ví Dụ\"", ">ăn chay</textarea>", "<details open", "<option value=\"Bà\" selected" })
            Assert.Contains(kept, html.Replace("selected=\"selected\" value=\"Bà\"", "value=\"Bà\" selected", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Matches("value=\"Photos\" checked|checked=\"checked\"[^>]*value=\"Photos\"|value=\"Photos\"[^>]*checked", html);
        Assert.DoesNotMatch("value=\"ContactList\"[^>]*checked", html);
        Assert.Empty(await site.RegistrationsAsync(workshop));
    }

    [Fact]
    public async Task A_province_nobody_chose_is_taken_from_the_agency()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var name = Registering.NewName();
        await site.LinkAsync(workshop, name, null, ("Input.Agency", "so cong thuong tinh vinh long"), ("Input.ProvinceId", ""));
        var registration = await site.OfAsync(workshop, name);
        Assert.Equal(("2025-86", "SCT"), (registration.ProvinceId, registration.AgencyKindId));
    }

    [Fact]
    public async Task Consents_are_kept_in_the_words_that_stood_there_and_only_where_ticked()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var html = WebUtility.HtmlDecode(await site.Visitor().GetStringAsync($"/vi/workshops/{workshop.Code}/register"));
        Assert.DoesNotContain("checked", html, StringComparison.Ordinal);
        var name = Registering.NewName();
        var link = await site.SeatedAsync(workshop, name, null, ("Input.Consents", "ContactList"));
        var own = await site.OfAsync(workshop, name);
        Task<List<Consent>> Consents() => site.DbAsync(db => db.Consents.AsNoTracking().Where(c => c.RegistrationId == own.Id).OrderBy(c => c.GivenAt).ToListAsync());
        var consent = Assert.Single(await Consents());
        Assert.Equal((ConsentPurpose.ContactList, null), (consent.Purpose, consent.WithdrawnAt));
        Assert.Contains(consent.Wording, html, StringComparison.Ordinal);

        Assert.Contains("Đã rút lại sự đồng ý.", await site.PressAsync(link, "Consent", ("purpose", "ContactList"), ("give", "false")), StringComparison.Ordinal);
        Assert.NotNull(Assert.Single(await Consents()).WithdrawnAt);
        await site.PressAsync(link, "Consent", ("purpose", "Photos"), ("give", "true"));
        Assert.Equal([(ConsentPurpose.ContactList, false), (ConsentPurpose.Photos, true)], (await Consents()).Select(c => (c.Purpose, c.WithdrawnAt is null)));
    }

    [Theory]
    [InlineData(WorkshopStatus.Closed, "Đã đóng đăng ký")]
    [InlineData(WorkshopStatus.Held, "Hội thảo đã tổ chức")]
    [InlineData(WorkshopStatus.Cancelled, "Hội thảo đã hủy")]
    public async Task A_workshop_that_takes_nobody_says_why_and_shows_no_form(WorkshopStatus status, string why)
    {
        var workshop = await site.WorkshopAsync(status);
        var html = WebUtility.HtmlDecode(await site.Visitor().GetStringAsync($"/vi/workshops/{workshop.Code}/register"));
        Assert.Contains($"<h1>{why}</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Input.FullName", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/register\"", await site.Visitor().GetStringAsync($"/vi/workshops/{workshop.Code}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_window_it_says_when_it_opens_and_a_draft_is_no_page()
    {
        var workshop = await site.WorkshopAsync();
        await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).ExecuteUpdateAsync(w => w.SetProperty(x => x.RegistrationOpens, new DateTime(2026, 12, 1, 8, 0, 0))));
        Assert.Contains("Mở đăng ký lúc 08:00, 01/12/2026.", await site.ReadAsync($"/vi/workshops/{workshop.Code}/register"), StringComparison.Ordinal);
        var draft = await site.WorkshopAsync(WorkshopStatus.Draft);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync($"/vi/workshops/{draft.Code}/register")).StatusCode);
    }

    [Fact]
    public async Task A_seat_taken_is_seen_on_the_public_page_at_once()
    {
        var workshop = await site.WorkshopAsync(capacity: 2);
        Assert.Contains("Còn 2 trên 2 chỗ", await site.ReadAsync($"/vi/workshops/{workshop.Code}"), StringComparison.Ordinal);
        await site.LinkAsync(workshop);
        Assert.Contains("Còn 1 trên 2 chỗ", await site.ReadAsync($"/vi/workshops/{workshop.Code}"), StringComparison.Ordinal);
        await site.LinkAsync(workshop);
        var full = await site.ReadAsync($"/vi/workshops/{workshop.Code}");
        Assert.Contains("Còn 0 trên 2 chỗ", full, StringComparison.Ordinal);
        Assert.Contains("Vào danh sách chờ", full, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_that_fills_the_hidden_box_registers_nobody_and_a_person_sends_once_more()
    {
        var workshop = await site.WorkshopAsync(capacity: 2);
        var answer = await site.RegisterAsync(workshop, Registering.NewName(), Registering.NewMailbox(), ("Input.Homepage", "http://x.example"));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("xin nhấn gửi lần nữa", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http://x.example", html, StringComparison.Ordinal);
        Assert.Empty(await site.RegistrationsAsync(workshop));
    }

    [Fact]
    public async Task Too_many_forms_from_one_address_are_told_so_and_keep_what_was_typed()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        await using var node = site.Build(b => b.Configuration[FormTries.Setting] = "1");
        await node.StartAsync();
        using var visitor = new HttpClient(new CookieJar(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })) { BaseAddress = new Uri(node.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        Assert.Equal(HttpStatusCode.Found, (await visitor.SendFormAsync($"/vi/workshops/{workshop.Code}/register", Registering.Form(Registering.NewName(), Registering.NewMailbox()))).StatusCode);
        var name = Registering.NewName();
        var refused = await visitor.SendFormAsync($"/vi/workshops/{workshop.Code}/register", Registering.Form(name, Registering.NewMailbox()));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        var html = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("Từ mạng này vừa có quá nhiều lần gửi", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{name}\"", html, StringComparison.Ordinal);
        Assert.Single(await site.RegistrationsAsync(workshop));
    }

    [Fact]
    public async Task Agencies_are_offered_but_never_an_enterprise_somebody_came_from()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        await site.LinkAsync(workshop, null, null, ("Input.Agency", "Công ty Giấu Kín Ví Dụ"));
        var visitor = site.Visitor();
        var offered = await visitor.GetStringAsync($"/vi/workshops/{workshop.Code}/register/agencies?q=" + Uri.EscapeDataString("nong nghiep vinh long"));
        Assert.Contains("2025-86", offered, StringComparison.Ordinal);
        Assert.Equal("[]", await visitor.GetStringAsync($"/vi/workshops/{workshop.Code}/register/agencies?q=" + Uri.EscapeDataString("giau kin")));
        Assert.Equal("[]", await visitor.GetStringAsync($"/vi/workshops/{workshop.Code}/register/agencies?q=s"));
    }
}
