using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Tests.Features.Registrations;

public sealed class OneParticipantTests(TestSite site)
{
    private static Dictionary<string, string> Person(string name, string phone, string agency = "Hợp tác xã Thử", string province = "2025-46") => new()
    {
        ["Input.FullName"] = name,
        ["Input.Phone"] = phone,
        ["Input.Agency"] = agency,
        ["Input.ProvinceId"] = province,
        ["Input.Kind"] = "Trainee",
        ["Input.Lang"] = "vi",
    };

    [Fact]
    public async Task Who_is_added_by_hand_is_seated_or_waits_and_is_told_why_and_never_stands_here_twice()
    {
        var workshop = await site.WorkshopAsync(capacity: 9);
        await site.LimitAsync(workshop, "Huế", atMost: 1, provinces: "2025-46");
        using var organiser = await site.SignedInAsync();
        var form = $"/vi/desk/workshops/{workshop.Code}/people/new";
        var first = await organiser.SendFormAsync(form, Person("Đinh Thị Thêm Một", "0912 700 001"));
        var page = await organiser.GetStringAsync(first.Headers.Location);
        Assert.Equal("Đã thêm và cho chỗ. Cơ quan chưa khớp với danh mục: xem mục «Khớp cơ quan».", Desk.Flash(page));

        var again = await organiser.SendFormAsync(form, Person("ĐINH THỊ THÊM MỘT", "0912700001"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Người này đã có trong danh sách: cùng họ tên, cùng điện thoại hoặc thư điện tử.", Visits.Text(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        var second = await organiser.SendFormAsync(form, Person("Đinh Thị Thêm Hai", "0912 700 001"));
        page = await organiser.GetStringAsync(second.Headers.Location);
        Assert.StartsWith("Đã thêm vào danh sách chờ. Hạn mức «Huế» đã đủ: 1 trên 1. Còn 8 chỗ cho người ngoài hạn mức này.", Desk.Flash(page), StringComparison.Ordinal);
        Assert.Contains("Cùng số điện thoại hoặc thư điện tử với: Đinh Thị Thêm Một", Visits.Text(page), StringComparison.Ordinal);
        Assert.Equal(2, await site.DbAsync(db => db.Registrations.CountAsync(r => r.WorkshopId == workshop.Id)));

        var nothing = await organiser.SendFormAsync(form, Person("Đinh 3", "12"));
        var text = Visits.Text(await nothing.Content.ReadAsStringAsync());
        Assert.Contains("Ghi họ và tên bằng chữ", text, StringComparison.Ordinal);
        Assert.Contains("«12» chưa phải là một số điện thoại", text, StringComparison.Ordinal);
        await site.AgreesAsync(workshop);
    }

    [Fact]
    public async Task An_agency_is_matched_within_the_limits_and_a_note_is_kept()
    {
        var workshop = await site.WorkshopAsync(capacity: 9);
        await site.LimitAsync(workshop, "Cần Thơ", atMost: 0, provinces: "2025-92");
        var person = Assert.Single(await site.PutInAsync(workshop, RegistrationState.Seated, "2025-46", "Đinh Văn Khớp"));
        await site.DbAsync(db => db.Registrations.Where(r => r.Id == person.Id).ExecuteUpdateAsync(r => r.SetProperty(x => x.AgencyName, "SCT Vĩnh Long")));
        using var organiser = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/people/{person.Id}";
        Assert.Contains("Sở Công Thương tỉnh Vĩnh Long", await organiser.GetStringAsync(page), StringComparison.Ordinal);
        var (right, full) = await site.DbAsync(async db => (await db.Agencies.FirstAsync(a => a.KindId == "SCT" && a.ProvinceId == "2025-86"), await db.Agencies.FirstAsync(a => a.KindId == "SCT" && a.ProvinceId == "2025-92")));
        var refused = await organiser.SendFormAsync(page, new() { ["agency"] = full.Id.ToString() }, page + "?handler=Agency");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Chưa đổi được cơ quan, chỗ vẫn như cũ: Hạn mức «Cần Thơ» đã đủ: 0 trên 0.", Visits.Text(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync(page, new() { ["agency"] = right.Id.ToString() }, page + "?handler=Agency")).StatusCode);
        await organiser.SendFormAsync(page, new() { ["Note"] = "Đến muộn buổi đầu" }, page + "?handler=Note");
        var kept = await site.DbAsync(db => db.Registrations.SingleAsync(r => r.Id == person.Id));
        Assert.Equal((right.Id, "SCT", "2025-86", "Đến muộn buổi đầu"), (kept.AgencyId, kept.AgencyKindId, kept.ProvinceId, kept.Note));
        Assert.Contains("Ghi chú: Đến muộn buổi đầu", Visits.Text(await organiser.GetStringAsync(page)), StringComparison.Ordinal);
        await site.AgreesAsync(workshop);
    }

    [Fact]
    public async Task One_person_is_withdrawn_and_taken_back_on_their_own_page()
    {
        var workshop = await site.WorkshopAsync(capacity: 9);
        var person = Assert.Single(await site.PutAsync(workshop, RegistrationState.Seated, "Đinh Văn Riêng"));
        using var organiser = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/people/{person.Id}";
        var missing = await organiser.SendFormAsync(page, new() { ["hand"] = "Withdraw" }, page + "?handler=Hand");
        Assert.Contains("Ghi lý do", Visits.Text(await missing.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var done = await organiser.SendFormAsync(page, new() { ["hand"] = "Withdraw", ["Reason"] = "Bận" }, page + "?handler=Hand");
        Assert.Equal(page, done.Headers.Location!.ToString());
        var html = await organiser.GetStringAsync(page);
        Assert.Contains("Trạng thái: Đã có chỗ → Đã rút Bận", Visits.Text(html), StringComparison.Ordinal);
        Assert.Equal("Đã hoàn tác cho 1 người.", Desk.Flash(await organiser.UndoAsync(html)));
        Assert.Equal([RegistrationState.Seated], await site.StatesAsync([person]));
        var other = await site.WorkshopAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync($"/vi/desk/workshops/{other.Code}/people/{person.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_cancellation_is_taken_back_until_somebody_has_been_told()
    {
        var workshop = await site.WorkshopAsync(capacity: 9);
        var person = Assert.Single(await site.PutAsync(workshop, RegistrationState.Seated, "Đinh Văn Hủy"));
        using var organiser = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}";
        Task<int> Letters() => site.DbAsync(db => db.OutboxMessages.CountAsync(m => m.Key == $"cancelled:{workshop.Id}:{person.Id}"));
        Assert.Contains("Hủy thật? 1 người sẽ được báo.", Visits.Text(await organiser.GetStringAsync(page)), StringComparison.Ordinal);
        await organiser.SendFormAsync(page, new() { ["status"] = "Cancelled" }, page + "?handler=Move");
        var goesOut = await site.DbAsync(db => db.OutboxMessages.Where(m => m.Key == $"cancelled:{workshop.Id}:{person.Id}").Select(m => m.NextAttemptAt).SingleAsync());
        Assert.Contains($"Thư báo hủy sẽ gửi lúc {Sen.Web.Platform.Languages.WallClock.Local(goesOut):HH:mm}.", Visits.Text(await organiser.GetStringAsync(page)), StringComparison.Ordinal);
        await organiser.SendFormAsync(page, new() { ["status"] = "Closed" }, page + "?handler=Move");
        Assert.Equal((WorkshopStatus.Closed, 0), (await site.DbAsync(db => db.Workshops.Where(w => w.Id == workshop.Id).Select(w => w.Status).SingleAsync()), await Letters()));

        await organiser.SendFormAsync(page, new() { ["status"] = "Cancelled" }, page + "?handler=Move");
        Assert.Equal(1, await Letters());
        await site.DbAsync(db => db.OutboxMessages.Where(m => m.Key == $"cancelled:{workshop.Id}:{person.Id}").ExecuteUpdateAsync(m => m.SetProperty(x => x.Attempts, 1)));
        var late = await organiser.SendFormAsync(page, new() { ["status"] = "Closed" }, page + "?handler=Move");
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var text = Visits.Text(await late.Content.ReadAsStringAsync());
        Assert.Contains("Thư báo hủy đã gửi cho người đăng ký, nên không khôi phục được nữa.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thư báo hủy sẽ gửi lúc", text, StringComparison.Ordinal);
    }
}
