using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Tests.Features.Registrations;

public sealed class ParticipantsPageTests(TestSite site)
{
    [Fact]
    public async Task Approval_seats_as_far_as_there_are_seats_and_can_be_undone()
    {
        var workshop = await site.WorkshopAsync(capacity: 2);
        var people = await site.PutAsync(workshop, RegistrationState.AwaitingApproval, "Trần Văn Duyệt A", "Trần Văn Duyệt B", "Trần Văn Duyệt C");
        using var organiser = await site.SignedInAsync();
        var html = await organiser.HandAsync(workshop, "Approve", people);
        Assert.Equal("Đã duyệt 3 đăng ký: 2 có chỗ, 1 vào danh sách chờ. Hoàn tác", Desk.Flash(html));
        Assert.Equal([RegistrationState.Seated, RegistrationState.Seated, RegistrationState.Waiting], (await site.StatesAsync(people)).Order());
        Assert.Contains("Thứ 1 trong danh sách chờ. Cả 2 chỗ đã có người.", Visits.Text(html), StringComparison.Ordinal);

        Assert.Equal("Đã hoàn tác cho 3 người.", Desk.Flash(await organiser.UndoAsync(html)));
        Assert.Equal(Enumerable.Repeat(RegistrationState.AwaitingApproval, 3), await site.StatesAsync(people));
        await site.AgreesAsync(workshop);
    }

    [Fact]
    public async Task The_button_for_all_takes_exactly_those_who_stood_on_the_page()
    {
        var workshop = await site.WorkshopAsync(capacity: 10);
        var shown = await site.PutAsync(workshop, RegistrationState.AwaitingApproval, "Trần Văn Cả A", "Trần Văn Cả B");
        using var organiser = await site.SignedInAsync();
        Assert.Contains("Duyệt cả 2 đăng ký trên trang này", await organiser.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/people?State=AwaitingApproval"), StringComparison.Ordinal);
        var late = await site.PutAsync(workshop, RegistrationState.AwaitingApproval, "Trần Văn Cả C");
        await organiser.HandAsync(workshop, "ApproveAll", [], fields: [.. shown.Select(r => ("Shown", r.Id.ToString()))]);
        Assert.Equal([RegistrationState.Seated, RegistrationState.Seated, RegistrationState.AwaitingApproval], await site.StatesAsync(shown.Concat(late)));
    }

    [Theory]
    [InlineData("Reject", RegistrationState.AwaitingApproval, RegistrationState.Rejected, "Đã từ chối 2 đăng ký. Hoàn tác")]
    [InlineData("Withdraw", RegistrationState.Seated, RegistrationState.Withdrawn, "Đã rút 2 đăng ký. Hoàn tác")]
    public async Task A_reason_is_asked_for_written_down_and_sent(string handler, RegistrationState from, RegistrationState to, string said)
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var people = await site.PutAsync(workshop, from, $"Trần Văn {handler} A", $"Trần Văn {handler} B");
        using var organiser = await site.SignedInAsync();
        var asked = await organiser.HandAsync(workshop, handler, people);
        Assert.Contains("Ghi lý do: người ấy sẽ đọc trong thư", Visits.Text(asked), StringComparison.Ordinal);
        Assert.All(people, p => Assert.Contains($"value=\"{p.Id}\" checked=\"checked\"", asked, StringComparison.Ordinal));
        Assert.Equal([from, from], await site.StatesAsync(people));

        var html = await organiser.HandAsync(workshop, handler, people, fields: ("Reason", "Trùng lịch của đơn vị"));
        Assert.Equal(said, Desk.Flash(html));
        Assert.Equal([to, to], await site.StatesAsync(people));
        Assert.Equal(2, await site.DbAsync(db => db.AuditEntries.CountAsync(e => e.Why == "Trùng lịch của đơn vị" && (e.SubjectId == people[0].Id.ToString() || e.SubjectId == people[1].Id.ToString()))));
        Assert.Equal(2, await site.DbAsync(db => db.OutboxMessages.CountAsync(m => m.Body.Contains("Lý do: Trùng lịch của đơn vị") && (m.Key.Contains(people[0].Id.ToString()) || m.Key.Contains(people[1].Id.ToString())))));

        Assert.Equal("Đã hoàn tác cho 2 người.", Desk.Flash(await organiser.UndoAsync(html)));
        Assert.Equal([from, from], await site.StatesAsync(people));
        // Nobody was told yet, so nobody is.
        Assert.Equal(0, await site.DbAsync(db => db.OutboxMessages.CountAsync(m => m.Key.Contains(people[0].Id.ToString()) || m.Key.Contains(people[1].Id.ToString()))));
        await site.AgreesAsync(workshop);
    }

    [Fact]
    public async Task A_withdrawal_undone_too_late_puts_the_person_first_in_line()
    {
        var workshop = await site.WorkshopAsync(capacity: 1);
        var seated = await site.PutAsync(workshop, RegistrationState.Seated, "Trần Thị Muộn");
        var waiting = await site.PutAsync(workshop, RegistrationState.Waiting, "Trần Thị Kế Tiếp");
        using var organiser = await site.SignedInAsync();
        var html = await organiser.HandAsync(workshop, "Withdraw", seated, fields: ("Reason", "Ốm"));
        Assert.Equal([RegistrationState.Withdrawn, RegistrationState.Offered], await site.StatesAsync(seated.Concat(waiting)));
        Assert.Equal("Không có ai thay đổi. Trần Thị Muộn : Cả 1 chỗ đã có người. Người này nay đứng đầu danh sách chờ.", Desk.Flash(await organiser.UndoAsync(html)));
        Assert.Equal([RegistrationState.Waiting, RegistrationState.Offered], await site.StatesAsync(seated.Concat(waiting)));
        await site.AgreesAsync(workshop);
    }

    [Fact]
    public async Task A_seat_given_by_hand_still_meets_the_limits_and_says_for_whom_it_did_not()
    {
        var workshop = await site.WorkshopAsync(capacity: 9);
        await site.LimitAsync(workshop, "Huế", atMost: 1, provinces: "2025-46");
        var here = await site.PutInAsync(workshop, RegistrationState.Waiting, "2025-46", "Trần Văn Chỗ A", "Trần Văn Chỗ B");
        var seated = await site.PutInAsync(workshop, RegistrationState.Seated, "2025-92", "Trần Văn Chỗ C");
        using var organiser = await site.SignedInAsync();
        var html = await organiser.HandAsync(workshop, "Seat", here.Concat(seated), lang: "en");
        var said = Desk.Flash(html);
        Assert.StartsWith("Seated 1 person. Undo ", said, StringComparison.Ordinal);
        Assert.Contains("Trần Văn Chỗ B : The cap “Huế” is reached: 1 of 1. 7 seats are free for others.", said, StringComparison.Ordinal);
        Assert.Contains("Trần Văn Chỗ C : Is in the state “Seated”.", said, StringComparison.Ordinal);
        // Back in line: the line itself would be offered the seat, so the first is offered it again.
        await organiser.UndoAsync(html);
        Assert.Equal([RegistrationState.Offered, RegistrationState.Waiting, RegistrationState.Seated], await site.StatesAsync(here.Concat(seated)));
        await site.AgreesAsync(workshop);
    }

    [Fact]
    public async Task A_change_of_kind_frees_the_seat_and_is_undone_person_by_person()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var people = await site.PutAsync(workshop, RegistrationState.Seated, "Trần Văn Loại A", "Trần Văn Loại B");
        using var organiser = await site.SignedInAsync();
        await organiser.HandAsync(workshop, "Kind", people[..1], fields: ("NewKind", "Speaker"));
        var html = await organiser.HandAsync(workshop, "Kind", people, fields: ("NewKind", "Guest"));
        Assert.Equal("Đã ghi 2 người là: Đại biểu. Hoàn tác", Desk.Flash(html));
        Assert.Equal(0, await site.TakenAsync(workshop));
        await organiser.UndoAsync(html);
        Assert.Equal([ParticipantKind.Speaker, ParticipantKind.Trainee], await site.DbAsync(db => db.Registrations.Where(r => r.WorkshopId == workshop.Id).OrderBy(r => r.CreatedAt).ThenBy(r => r.Id).Select(r => r.Kind).ToListAsync()));
        Assert.Equal(1, await site.TakenAsync(workshop));
        await site.AgreesAsync(workshop);
    }

    [Fact]
    public async Task A_move_needs_a_seat_there_and_comes_back_whole()
    {
        var (from, to) = (await site.WorkshopAsync(capacity: 5), await site.WorkshopAsync(capacity: 1));
        var people = await site.PutAsync(from, RegistrationState.Seated, "Trần Văn Chuyển A", "Trần Văn Chuyển B");
        using var organiser = await site.SignedInAsync();
        var html = await organiser.HandAsync(from, "Move", people, fields: ("To", to.Code));
        Assert.Equal($"Đã chuyển 1 người sang «Hội thảo thử {to.Code}». Hoàn tác Trần Văn Chuyển B : Cả 1 chỗ đã có người.", Desk.Flash(html));
        Assert.Equal([RegistrationState.Withdrawn, RegistrationState.Seated], await site.StatesAsync(people));
        Assert.Equal((1, 1), (await site.TakenAsync(from), await site.TakenAsync(to)));

        Assert.Equal("Đã hoàn tác cho 1 người.", Desk.Flash(await organiser.UndoAsync(html)));
        Assert.Equal([RegistrationState.Seated, RegistrationState.Seated], await site.StatesAsync(people));
        Assert.Equal((2, 0), (await site.TakenAsync(from), await site.TakenAsync(to)));
        await site.AgreesAsync(from, to);
    }

    [Fact]
    public async Task A_move_back_to_a_hall_that_has_filled_leaves_the_seat_where_it_is()
    {
        var (from, to) = (await site.WorkshopAsync(capacity: 1), await site.WorkshopAsync(capacity: 1));
        var moved = await site.PutAsync(from, RegistrationState.Seated, "Trần Thị Không Về");
        await site.PutAsync(from, RegistrationState.Waiting, "Trần Thị Vào Thay");
        using var organiser = await site.SignedInAsync();
        var html = await organiser.HandAsync(from, "Move", moved, fields: ("To", to.Code));
        Assert.Equal("Không có ai thay đổi. Trần Thị Không Về : Cả 1 chỗ đã có người. Người này vẫn có chỗ ở hội thảo kia.", Desk.Flash(await organiser.UndoAsync(html)));
        Assert.Equal((1, 1), (await site.TakenAsync(from), await site.TakenAsync(to)));
        await site.AgreesAsync(from, to);
    }

    [Theory]
    [InlineData("Approve")]
    [InlineData("Reject")]
    [InlineData("Seat")]
    [InlineData("Withdraw")]
    [InlineData("Move")]
    public async Task People_of_another_workshop_are_nobody_here(string handler)
    {
        var (mine, other, target) = (await site.WorkshopAsync(capacity: 5), await site.WorkshopAsync(capacity: 5), await site.WorkshopAsync(capacity: 5));
        await site.PutAsync(mine, RegistrationState.Seated, $"Trần Văn Ngoài {handler} Minh");
        var states = new[] { RegistrationState.AwaitingApproval, RegistrationState.Waiting, RegistrationState.Seated };
        var foreign = new List<Registration>();
        foreach (var state in states) foreign.AddRange(await site.PutAsync(other, state, $"Trần Văn Ngoài {handler} Khách"));
        using var organiser = await site.SignedInAsync();
        var html = await organiser.HandAsync(mine, handler, foreign, fields: [("Reason", "thử"), ("To", target.Code)]);
        Assert.Equal("Không có ai thay đổi.", Desk.Flash(html));
        var forged = await organiser.PostAsync($"/vi/desk/workshops/{mine.Code}/people?handler=Undo", new FormUrlEncodedContent([new("Undo", $"state:Seated={foreign[2].Id:N};kind:Guest={foreign[2].Id:N};move:{target.Code}={foreign[2].Id:N}"), new("__RequestVerificationToken", Visits.Token(html))]));
        Assert.Equal(HttpStatusCode.Found, forged.StatusCode);
        Assert.Equal(states, await site.StatesAsync(foreign));
        Assert.Equal((1, 1, 0), (await site.TakenAsync(mine), await site.TakenAsync(other), await site.TakenAsync(target)));
    }

    [Fact]
    public async Task An_organiser_of_another_workshop_is_shown_the_door_everywhere()
    {
        var workshop = await site.WorkshopAsync(capacity: 5);
        var person = Assert.Single(await site.PutAsync(workshop, RegistrationState.AwaitingApproval, "Trần Văn Cửa"));
        using var organiser = await site.SignedInAsync("totchuc@sen.example");
        var at = $"/vi/desk/workshops/{workshop.Code}";
        foreach (var page in new[] { "/people", "/people/new", $"/people/{person.Id}", "/people?handler=File&format=csv", "/seats", "/seats/limits/new", "/seats/questions", "/seats/questions/new" })
            Assert.Equal(HttpStatusCode.Forbidden, (await organiser.GetAsync(at + page)).StatusCode);
        var token = Visits.Token(await organiser.GetStringAsync("/vi/desk/workshops/can-tho-2026/people"));
        foreach (var post in new[] { "/people?handler=Approve", "/people?handler=Undo", "/people?handler=SaveView", $"/people/{person.Id}?handler=Hand", "/seats?handler=Plan", "/seats/limits/new", "/seats/questions/new" })
            Assert.Equal(HttpStatusCode.Forbidden, (await organiser.PostAsync(at + post, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("Chosen", person.Id.ToString())]))).StatusCode);
        // Nor can they move their own people into a workshop of others.
        var mine = await site.DbAsync(db => db.Workshops.SingleAsync(w => w.Code == "can-tho-2026"));
        var own = await site.DbAsync(db => db.Registrations.FirstAsync(r => r.WorkshopId == mine.Id && r.State == RegistrationState.Seated));
        Assert.Contains("Chọn hội thảo để chuyển sang", Visits.Text(await organiser.HandAsync(mine, "Move", [own], fields: ("To", workshop.Code))), StringComparison.Ordinal);
        Assert.Equal([RegistrationState.AwaitingApproval], await site.StatesAsync([person]));
    }
}
