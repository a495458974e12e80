using System.Net;
using Microsoft.EntityFrameworkCore;
using Sen.Web.Features.Programmes;
using Sen.Web.Features.Registrations;

namespace Sen.Web.Tests.Features.Registrations.Seats;

public sealed class LimitPageTests(TestSite site)
{
    [Fact]
    public async Task The_effect_is_said_before_and_after_saving()
    {
        var workshop = await site.WorkshopAsync(capacity: 60);
        await site.PutInAsync(workshop, RegistrationState.Seated, "2025-46", [.. Enumerable.Range(0, 12).Select(i => $"Trần Văn Mức {(char)('A' + i)}")]);
        await site.PutInAsync(workshop, RegistrationState.Seated, "2025-92", [.. Enumerable.Range(0, 40).Select(i => $"Lê Văn Mức {(char)('A' + (i % 26))}")]);
        using var organiser = await site.SignedInAsync();
        var form = $"/vi/desk/workshops/{workshop.Code}/seats/limits/new";
        var seen = Visits.Text(await (await organiser.SendFormAsync(form, new() { ["Act"] = "effect", ["Input.Provinces"] = "2025-46", ["Input.AtMost"] = "8" })).Content.ReadAsStringAsync());
        Assert.Contains("Với hạn mức này, 4 trong 52 người đã đăng ký sẽ vượt mức: họ vẫn giữ chỗ, không nhận thêm ai. Không ai đang chờ được mời vào chỗ ngay. Còn 8 chỗ trống cho mọi người, ngoài các chỗ giữ riêng.", seen, StringComparison.Ordinal);
        Assert.Contains("Đặt theo điều kiện: Huế", seen, StringComparison.Ordinal);
        Assert.False(await site.DbAsync(db => db.SeatLimits.AnyAsync(l => l.WorkshopId == workshop.Id)));

        var english = Visits.Text(await (await organiser.SendFormAsync(form.Replace("/vi/", "/en/", StringComparison.Ordinal), new() { ["Act"] = "effect", ["Input.Provinces"] = "2025-46", ["Input.AtMost"] = "8" })).Content.ReadAsStringAsync());
        Assert.Contains("With this, 4 of the 52 registered would be above the cap: they stay, none is added.", english, StringComparison.Ordinal);

        var saved = await organiser.SendFormAsync(form, new() { ["Act"] = "save", ["Input.Provinces"] = "2025-46", ["Input.AtMost"] = "8" });
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        var page = await organiser.GetStringAsync(saved.Headers.Location);
        Assert.Contains("Đã lưu hạn mức. Với hạn mức này, 4 trong 52 người đã đăng ký sẽ vượt mức: họ vẫn giữ chỗ, không nhận thêm ai.", Desk.Flash(page), StringComparison.Ordinal);
        var limit = await site.DbAsync(db => db.SeatLimits.SingleAsync(l => l.WorkshopId == workshop.Id));
        Assert.Equal(("Huế", "Hue", "2025-46", 8, 12), (limit.Name.Vi, limit.Name.En, limit.Provinces, limit.AtMost, limit.Taken));
        Assert.Contains($"/people?State=taken&amp;Limit={limit.Id}\"><b>12</b>/8", page, StringComparison.Ordinal);
        await site.AgreesAsync(workshop);
    }

    [Fact]
    public async Task Kept_seats_hold_others_back_and_the_effect_names_who_would_be_offered_one()
    {
        var workshop = await site.WorkshopAsync(capacity: 3);
        var limit = await site.LimitAsync(workshop, "Giữ cho Huế", held: 3, releaseOn: new DateTime(2026, 12, 1, 17, 0, 0), provinces: "2025-46");
        var line = await site.PutInAsync(workshop, RegistrationState.Waiting, "2025-92", "Lê Thị Hàng Một", "Lê Thị Hàng Hai");
        using var organiser = await site.SignedInAsync();
        var seats = Visits.Text(await organiser.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/seats"));
        Assert.Contains("Giữ cho Huế: 17:00, 01/12/2026 3 chỗ giữ chưa có người sẽ thành chỗ của mọi người. Lê Thị Hàng Một , : đứng thứ 1 trong danh sách chờ, mọi hạn mức đều nhận. Lê Thị Hàng Hai , : đứng thứ 2 trong danh sách chờ, mọi hạn mức đều nhận.", seats, StringComparison.Ordinal);
        Assert.Contains("3 chỗ giữ riêng, chưa có người", seats, StringComparison.Ordinal);

        var form = $"/vi/desk/workshops/{workshop.Code}/seats/limits/{limit.Id}";
        Dictionary<string, string> Fields(string act) => new() { ["Act"] = act, ["Input.Version"] = $"{limit.Version}", ["Input.Name.Vi"] = "Giữ cho Huế", ["Input.Provinces"] = "2025-46", ["Input.Held"] = "2", ["Input.ReleaseOn"] = "2026-12-01T17:00" };
        var seen = Visits.Text(await (await organiser.SendFormAsync(form, Fields("effect"))).Content.ReadAsStringAsync());
        Assert.Contains("1 người đang chờ sẽ được mời vào chỗ ngay. Còn 0 chỗ trống cho mọi người, ngoài các chỗ giữ riêng. Theo thứ tự: Lê Thị Hàng Một .", seen, StringComparison.Ordinal);
        Assert.Equal([RegistrationState.Waiting, RegistrationState.Waiting], await site.StatesAsync(line));
        await organiser.SendFormAsync(form, Fields("save"));
        Assert.Equal([RegistrationState.Offered, RegistrationState.Waiting], await site.StatesAsync(line));
        // Afterwards the same page explains whom it went to.
        Assert.Contains("Vào danh sách chờ thứ", Visits.Text(await organiser.GetStringAsync($"/vi/desk/workshops/{workshop.Code}/seats")), StringComparison.Ordinal);

        // Taken away, the last kept seats are everybody's.
        await organiser.SendFormAsync(form, [], form + "?handler=Remove");
        Assert.Equal([RegistrationState.Offered, RegistrationState.Offered], await site.StatesAsync(line));
        await site.AgreesAsync(workshop);
    }

    [Theory]
    [InlineData("60", "", "", "Các hạn mức giữ riêng tổng cộng 70 chỗ, hơn sức chứa 60 chỗ: giảm số chỗ giữ")]
    [InlineData("5", "3", "", "Giữ 5 chỗ nhưng chỉ nhận nhiều nhất 3 người: sửa một trong hai số")]
    [InlineData("", "", "", "Ghi nhận nhiều nhất bao nhiêu người, hoặc giữ riêng bao nhiêu chỗ")]
    [InlineData("5", "", "2026-11-01T08:00", "Giờ trả chỗ phải ở sau lúc này")]
    [InlineData("", "5", "2026-12-01T08:00", "Giờ trả chỗ chỉ dùng khi có chỗ giữ riêng")]
    [InlineData("1.5", "", "", "«1.5» không phải là số nguyên")]
    public async Task A_limit_that_cannot_be_is_refused_with_what_to_mend(string held, string atMost, string release, string said)
    {
        var workshop = await site.WorkshopAsync(capacity: 60);
        await site.LimitAsync(workshop, "Mười chỗ", held: 10, provinces: "2025-92");
        using var organiser = await site.SignedInAsync();
        var answer = await organiser.SendFormAsync($"/vi/desk/workshops/{workshop.Code}/seats/limits/new", new() { ["Act"] = "save", ["Input.Name.Vi"] = "Tên đã gõ", ["Input.Held"] = held, ["Input.AtMost"] = atMost, ["Input.ReleaseOn"] = release });
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(said, Visits.Text(html), StringComparison.Ordinal);
        Assert.Contains("value=\"Tên đã gõ\"", html, StringComparison.Ordinal);
        Assert.Equal(1, await site.DbAsync(db => db.SeatLimits.CountAsync(l => l.WorkshopId == workshop.Id)));
    }

    [Fact]
    public async Task A_limit_changed_by_somebody_else_is_not_written_over()
    {
        var workshop = await site.WorkshopAsync(capacity: 60);
        var limit = await site.LimitAsync(workshop, "Lúc đầu", atMost: 5);
        using var organiser = await site.SignedInAsync();
        var form = $"/vi/desk/workshops/{workshop.Code}/seats/limits/{limit.Id}";
        Dictionary<string, string> Fields(string name, string most) => new() { ["Act"] = "save", ["Input.Version"] = $"{limit.Version}", ["Input.Name.Vi"] = name, ["Input.AtMost"] = most };
        Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync(form, Fields("Người thứ nhất", "6"))).StatusCode);
        var late = await organiser.SendFormAsync(form, Fields("Người thứ hai", "7"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync();
        Assert.Contains("Người khác vừa sửa hạn mức này.", Visits.Text(html), StringComparison.Ordinal);
        Assert.Contains("value=\"Người thứ hai\"", html, StringComparison.Ordinal);
        Assert.Contains("value=\"7\"", html, StringComparison.Ordinal);
        Assert.Equal(6, await site.DbAsync(db => db.SeatLimits.Where(l => l.Id == limit.Id).Select(l => l.AtMost).SingleAsync()));
        // A limit of another workshop is not found under this one.
        var other = await site.WorkshopAsync(capacity: 60);
        Assert.Equal(HttpStatusCode.NotFound, (await organiser.GetAsync($"/vi/desk/workshops/{other.Code}/seats/limits/{limit.Id}")).StatusCode);
    }

    [Fact]
    public async Task A_whole_region_is_all_its_provinces_and_a_search_keeps_what_was_typed()
    {
        var workshop = await site.WorkshopAsync(capacity: 60);
        using var organiser = await site.SignedInAsync();
        var form = $"/vi/desk/workshops/{workshop.Code}/seats/limits/new";
        var found = await (await organiser.SendFormAsync(form, new() { ["Act"] = "find", ["Input.AgencyWords"] = "cong thuong vinh long", ["Input.AtMost"] = "9" })).Content.ReadAsStringAsync();
        Assert.Contains("Sở Công Thương tỉnh Vĩnh Long", found, StringComparison.Ordinal);
        Assert.Contains("value=\"9\"", found, StringComparison.Ordinal);
        var region = await site.DbAsync(db => db.Provinces.Where(p => p.Id == "2025-92").Select(p => p.Region).SingleAsync());
        Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync(form, new() { ["Act"] = "save", ["Input.Regions"] = region, ["Input.AtMost"] = "9" })).StatusCode);
        var expected = await site.DbAsync(db => db.Provinces.Where(p => p.Vintage == 2025 && p.Region == region).Select(p => p.Id).OrderBy(p => p).ToListAsync());
        var limit = await site.DbAsync(db => db.SeatLimits.SingleAsync(l => l.WorkshopId == workshop.Id));
        Assert.Equal(string.Join(' ', expected), limit.Provinces);
        Assert.Equal($"{expected.Count} tỉnh, thành phố", limit.Name.Vi);
    }

    [Fact]
    public async Task How_registrations_are_taken_is_saved_and_checked()
    {
        var workshop = await site.WorkshopAsync(capacity: 60);
        using var organiser = await site.SignedInAsync();
        var page = $"/vi/desk/workshops/{workshop.Code}/seats";
        var refused = await organiser.SendFormAsync(page, new() { ["Plan.OfferHours"] = "337" }, page + "?handler=Plan");
        Assert.Contains("Ghi một số từ 1 đến 336", Visits.Text(await refused.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync(page, new() { ["Plan.Version"] = "0", ["Plan.NeedsApproval"] = "true", ["Plan.OfferHours"] = "336", ["Plan.ChangesUntil"] = "2026-12-10T12:00" }, page + "?handler=Plan")).StatusCode);
        var plan = await site.DbAsync(db => db.SeatPlans.SingleAsync(p => p.WorkshopId == workshop.Id));
        Assert.Equal((true, false, 336, new DateTime(2026, 12, 10, 12, 0, 0)), (plan.NeedsApproval, plan.SeatsAtOnce, plan.OfferHours, plan.ChangesUntil));
        Assert.Equal(HttpStatusCode.Found, (await organiser.SendFormAsync(page, new() { ["Plan.Version"] = $"{plan.Version}", ["Plan.OfferHours"] = "24" }, page + "?handler=Plan")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await organiser.SendFormAsync(page, new() { ["Plan.Version"] = $"{plan.Version}", ["Plan.OfferHours"] = "12" }, page + "?handler=Plan")).StatusCode);
        Assert.Equal(24, await site.DbAsync(db => db.SeatPlans.Where(p => p.WorkshopId == workshop.Id).Select(p => p.OfferHours).SingleAsync()));
    }
}
