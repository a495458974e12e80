using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;
using Sen.Web.Features.Registrations.Letters;
using Sen.Web.Features.Registrations.Questions;
using Sen.Web.Platform.Languages;

namespace Sen.Web.Tests.Features.Registrations.Letters;

/// <summary>Writing, reviewing and sending a letter as an organiser does, over HTTP.</summary>
public sealed partial class LettersPageTests(TestSite site)
{
    [Fact]
    public async Task A_misspelt_placeholder_is_said_with_a_proposal_and_nothing_typed_is_lost()
    {
        var workshop = await site.WorkshopAsync();
        var organiser = await site.SignedInAsync();
        var answer = await organiser.SendFormAsync(New(workshop), Form(("Input.Body.Vi", "Chào {ho_tenn}, hẹn {ngayy}.")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Contains("{ho_tenn}: có phải {ho_ten}?", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("{ngayy}: có phải {ngay}?", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("Chào {ho_tenn}, hẹn {ngayy}.", html, StringComparison.Ordinal);
        Assert.Equal(0, await site.DbAsync(db => db.GroupLetters.CountAsync(l => l.WorkshopId == workshop.Id)));
        Assert.Contains("did you mean {ho_ten}?", WebUtility.HtmlDecode(await (await organiser.SendFormAsync(New(workshop, "en"), Form(("Input.Body.Vi", "{ho_tenn}")))).Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_review_names_who_is_left_out_and_what_is_missing()
    {
        var workshop = await site.WorkshopAsync();
        var people = await site.PutAsync(workshop, RegistrationState.Seated, "Trần Thị Đủ", "Trần Văn Không Thư", "Trần Thị Địa Chỉ Hỏng", "Trần Văn Đọc Anh");
        await site.DbAsync(db => db.Registrations.Where(r => r.Id == people[0].Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Position, "Trưởng phòng")));
        await site.DbAsync(db => db.Persons.Where(p => p.Id == people[1].PersonId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, (string?)null).SetProperty(x => x.Phone, "+84912300777")));
        await site.DbAsync(db => db.Registrations.Where(r => r.Id == people[3].Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.Lang, "en")));
        await FailAsync(people[2]);
        var letter = await site.LetterAsync(workshop, l => (l.Subject.En, l.Body.En, l.Body.Vi) = ("", "", "{kinh_gui}, {chuc_vu}"));
        var page = Visits.Text(await (await site.SignedInAsync()).GetStringAsync(At(workshop, letter)));
        Assert.Contains("2 người sẽ nhận", page, StringComparison.Ordinal);
        Assert.Contains("Chưa có bản tiếng Anh: 1 người đăng ký bằng tiếng Anh sẽ nhận bản tiếng Việt. Trần Văn Đọc Anh", page, StringComparison.Ordinal);
        Assert.Contains("1 người chưa có {chuc_vu}", page, StringComparison.Ordinal);
        Assert.Contains("Thư của họ ghi «chưa ghi nhận» vào chỗ đó.", page, StringComparison.Ordinal);
        Assert.Contains("Trần Văn Không Thư 0912 300 777", page, StringComparison.Ordinal);
        Assert.Contains("Địa chỉ hỏng: 1 người, không nhận thư này", page, StringComparison.Ordinal);
        await site.SendAsync(letter);
        Assert.Equal(new Dictionary<RecipientState, int> { [RecipientState.Written] = 2, [RecipientState.NoAddress] = 1, [RecipientState.BadAddress] = 1 }, await site.RecipientsAsync(letter));
        var left = await site.LetterAsync(workshop, l => (l.Subject.En, l.Body.En, l.Body.Vi, l.WhenMissing) = ("", "", "{chuc_vu}", WhenMissing.LeaveOut));
        await site.SendAsync(left);
        Assert.Equal(1, (await site.RecipientsAsync(left))[RecipientState.Written]);
    }

    [Fact]
    public async Task The_preview_is_what_lies_in_the_outbox_to_the_last_sign()
    {
        var workshop = await site.WorkshopAsync();
        var people = await site.PutAsync(workshop, RegistrationState.Seated, "Vũ Thị Một", "Vũ Thị Hai");
        var letter = await site.LetterAsync(workshop, l => l.Body.Vi = "{kinh_gui},\n\nVé {ma_ve} tại {hoi_thao} <b>&</b> {dia_diem}\n{trang_hoi_thao}");
        var html = await (await site.SignedInAsync()).GetStringAsync($"{At(workshop, letter)}/preview?person={people[1].Id}");
        var shown = WebUtility.HtmlDecode(Body().Match(html).Groups["text"].Value);
        Assert.Contains("Vũ Thị Hai", shown, StringComparison.Ordinal);
        await site.SendAsync(letter);
        var mailbox = await site.MailboxOfAsync(people[1]);
        var mail = (await site.MailsOfAsync(letter)).Single(m => m.To == mailbox);
        Assert.Equal(mail.Body, shown.ReplaceLineEndings("\n"));
        Assert.Equal($"Nhắc: Hội thảo thử {workshop.Code}", mail.Subject);
    }

    [Fact]
    public async Task A_group_is_chosen_by_answer_by_view_and_by_hand()
    {
        var workshop = await site.WorkshopAsync();
        var people = await site.PutAsync(workshop, RegistrationState.Seated, "Mai Thị Có", "Mai Thị Không", "Mai Thị Chưa");
        var question = new WorkshopQuestion { WorkshopId = workshop.Id, Label = new Bilingual("Đi xe chung?", "By coach?"), Kind = QuestionKind.YesNo };
        await site.DbAsync(async db =>
        {
            db.Add(question);
            db.AddRange(new Answer { RegistrationId = people[0].Id, QuestionId = question.Id, Value = "yes" }, new Answer { RegistrationId = people[1].Id, QuestionId = question.Id, Value = "no" });
            db.Add(new SavedView { WorkshopId = workshop.Id, Name = "Chỉ Mai Có", Query = "?Q=co" });
            return await db.SaveChangesAsync();
        });
        var organiser = await site.SignedInAsync();
        Assert.Equal(["Mai Thị Không"], await ReachedAsync(organiser, workshop, ("Input.Group.Answer", $"{question.Id:N}=no")));
        Assert.Equal(["Mai Thị Chưa"], await ReachedAsync(organiser, workshop, ("Input.Group.Answer", $"{question.Id:N}=")));
        var view = await site.DbAsync(db => db.SavedViews.SingleAsync(v => v.WorkshopId == workshop.Id));
        Assert.Equal(["Mai Thị Có"], await ReachedAsync(organiser, workshop, ("Input.View", view.Id.ToString())));
        // Ticked on the list; an id of another workshop is nobody here.
        var other = await site.PutAsync(await site.WorkshopAsync(), RegistrationState.Seated, "Mai Thị Nơi Khác");
        var form = await organiser.HandAsync(workshop, "Approve", []);
        var answer = await organiser.PostAsync($"{New(workshop)}?handler=Chosen", new FormUrlEncodedContent([new("Chosen", people[2].Id.ToString()), new("Chosen", other[0].Id.ToString()), new("__RequestVerificationToken", Visits.Token(form))]));
        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("Mai Thị Chưa", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Mai Thị Nơi Khác", html, StringComparison.Ordinal);
        Assert.Equal(["Mai Thị Chưa"], await ReachedAsync(organiser, workshop, ("Input.Picked", $"{people[2].Id} {other[0].Id}")));
        // The list has the same filter.
        Assert.Contains("Mai Thị Không", await organiser.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/people?Answer={question.Id:N}%3Dno"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mai Thị Có", await organiser.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/people?Answer={question.Id:N}%3Dno"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_workshop_s_organiser_sees_nothing_of_it()
    {
        var workshop = await site.WorkshopAsync();
        var people = await site.PutAsync(workshop, RegistrationState.Seated, "Phan Thị Kín");
        var letter = await site.LetterAsync(workshop);
        var stranger = await site.SignedInAsync("totchuc@sen.example");
        var (at, list) = (At(workshop, letter), $"/vi/desk/workshops/{workshop.Code}/letters");
        foreach (var page in new[] { list, at, at + "/edit", at + "/preview", $"{at}/preview?person={people[0].Id}", at + "?handler=File&format=csv", list + "/templates", list + "/new/edit" })
        {
            var answer = await stranger.GetAsync(page);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.DoesNotContain("Phan Thị Kín", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.SendFormAsync("/vi/account", [], at + "?handler=Send")).StatusCode);
        // Through a workshop of their own the letter is not found either.
        foreach (var page in new[] { "", "/edit", "/preview" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/vi/desk/workshops/can-tho-2026/letters/{letter.Id}{page}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendFormAsync("/vi/account", [], $"/vi/desk/workshops/can-tho-2026/letters/{letter.Id}?handler=Send")).StatusCode);
        Assert.DoesNotContain("Nhắc:", await stranger.GetStringAsync($"/vi/desk/workshops/can-tho-2026/letters/new/edit?template={letter.Id}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await site.Visitor().GetAsync(at)).StatusCode);
        Assert.Empty(await site.MailsOfAsync(letter));
    }

    [Fact]
    public async Task A_stale_form_keeps_what_was_typed_and_changes_nothing()
    {
        var workshop = await site.WorkshopAsync();
        var letter = await site.LetterAsync(workshop);
        var organiser = await site.SignedInAsync();
        Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync(At(workshop, letter) + "/edit", Form(("Input.Body.Vi", "Lần một"), ("Input.Version", "0")))).StatusCode);
        var late = await organiser.SendFormAsync(At(workshop, letter) + "/edit", Form(("Input.Body.Vi", "Lần hai"), ("Input.Version", "0")));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Lần hai", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("Lần một", (await site.NowAsync(letter)).Body.Vi);
        var templates = $"/vi/desk/workshops/{workshop.Code}/letters/templates";
        Dictionary<string, string> Template(string name) => Form(("Name.Vi", name), ("Input.Version", "0"));
        Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync(templates + "/new", Template("Mẫu của " + workshop.Code))).StatusCode);
        var template = await site.DbAsync(db => db.LetterTemplates.AsNoTracking().SingleAsync(t => t.Name.Vi == "Mẫu của " + workshop.Code));
        Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync($"{templates}/{template.Id}", Template("Mới " + workshop.Code))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await organiser.SendFormAsync($"{templates}/{template.Id}", Template("Cũ"))).StatusCode);
    }

    [Fact]
    public async Task The_outbox_tells_each_person_s_outcome_and_goes_out_as_a_file()
    {
        var workshop = await site.WorkshopAsync();
        var people = await site.PutAsync(workshop, RegistrationState.Seated, "Cao Thị Đến", "Cao Thị Về");
        var letter = await site.LetterAsync(workshop);
        await site.SendAsync(letter);
        var now = site.Clock.GetUtcNow().UtcDateTime;
        var (one, two) = (await site.MailboxOfAsync(people[0]), await site.MailboxOfAsync(people[1]));
        await site.DbAsync(db => db.OutboxMessages.Where(m => m.To == one || m.To == two).ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, now)));
        await site.DbAsync(db => db.OutboxMessages.Where(m => m.To == two).ExecuteUpdateAsync(m => m.SetProperty(x => x.BouncedAt, now).SetProperty(x => x.BounceReason, "5.1.1 no such user")));
        var organiser = await site.SignedInAsync();
        Assert.Contains("Cao Thị Về", Visits.Text(await organiser.GetStringAsync(At(workshop, letter))), StringComparison.Ordinal);
        var bounced = Visits.Text(await organiser.GetStringAsync(At(workshop, letter) + "?Outcome=Bounced"));
        Assert.Contains("Bị trả lại 5.1.1 no such user", bounced, StringComparison.Ordinal);
        Assert.DoesNotContain("Cao Thị Đến", bounced, StringComparison.Ordinal);
        var file = await organiser.GetStringAsync(At(workshop, letter) + "?handler=File&format=csv&Outcome=Bounced");
        Assert.Contains("Cao Thị Về", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Cao Thị Đến", file, StringComparison.Ordinal);
        Assert.Contains("5.1.1 no such user", await organiser.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/people/{people[1].Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_does_not_work_is_shown_everywhere_until_it_is_corrected()
    {
        var workshop = await site.WorkshopAsync(startsOn: new DateOnly(2026, 12, 22));
        var people = await site.PutAsync(workshop, RegistrationState.Seated, "Tạ Thị Hỏng Thư", "Tạ Thị Lành");
        await FailAsync(people[0]);
        var organiser = await site.SignedInAsync();
        var list = $"/vi/desk/workshops/{workshop.Code}/people";
        Assert.Contains("thư bị trả lại", await organiser.GetStringAsync(list), StringComparison.Ordinal);
        Assert.DoesNotContain("Tạ Thị Lành", await organiser.GetStringAsync(list + "?Check=BadAddress"), StringComparison.Ordinal);
        Assert.Contains("Địa chỉ thư này không nhận được thư", await organiser.GetStringAsync($"{list}/{people[0].Id}"), StringComparison.Ordinal);
        Assert.Contains($"/vi/desk/workshops/{workshop.Code}/people?Check=BadAddress", WebUtility.HtmlDecode(await organiser.GetStringAsync("/vi/desk")), StringComparison.Ordinal);
        await site.DbAsync(db => db.Persons.Where(p => p.Id == people[0].PersonId).ExecuteUpdateAsync(p => p.SetProperty(x => x.Email, "moi." + Guid.NewGuid().ToString("N") + "@mau.example")));
        Assert.DoesNotContain("thư bị trả lại", await organiser.GetStringAsync(list), StringComparison.Ordinal);
        Assert.DoesNotContain($"{workshop.Code}/people?Check=BadAddress", WebUtility.HtmlDecode(await organiser.GetStringAsync("/vi/desk")), StringComparison.Ordinal);
    }

    private async Task FailAsync(Registration r)
    {
        var address = await site.MailboxOfAsync(r);
        await site.DbAsync(async db =>
        {
            db.Add(new Sen.Web.Platform.Outbox.FailedAddress { Address = address!, IsPermanent = true, Reason = "5.1.1 unknown user", At = site.Clock.GetUtcNow().UtcDateTime });
            return await db.SaveChangesAsync();
        });
    }

    private async Task<string[]> ReachedAsync(HttpClient organiser, Workshop workshop, params (string, string)[] group)
    {
        var answer = await organiser.SendFormAsync(New(workshop), Form(group));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        var id = Guid.Parse(answer.Headers.Location!.ToString().Split('/')[^1]);
        var letter = await site.DbAsync(db => db.GroupLetters.AsNoTracking().SingleAsync(l => l.Id == id));
        return [.. (await site.DbAsync(db => LetterGroup.PeopleAsync(db, letter, default))).Select(p => p.FullName)];
    }

    private static Dictionary<string, string> Form(params (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string> { ["Input.Subject.Vi"] = "Thư thử", ["Input.Body.Vi"] = "Nội dung", ["Input.Sort"] = "Needed", ["Input.WhenMissing"] = "SayNotRecorded", ["Input.Timing"] = "ByHand", ["Input.Days"] = "0", ["Input.TimeOfDay"] = "08:00" };
        foreach (var (name, value) in fields) form[name] = value;
        return form;
    }

    private static string New(Workshop workshop, string lang = "vi") => $"/{lang}/desk/workshops/{workshop.Code}/letters/new/edit";

    private static string At(Workshop workshop, GroupLetter letter) => $"/vi/desk/workshops/{workshop.Code}/letters/{letter.Id}";

    [GeneratedRegex("<div class=\"letter measure\"[^>]*>(?<text>.*?)</div>", RegexOptions.Singleline)]
    private static partial Regex Body();
}
